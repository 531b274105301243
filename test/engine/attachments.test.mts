import { attachments } from '../support/attachments.mts';
import { FaultServer, envelope } from '../support/fault-server.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { receiptExample } from '../support/results.mts';

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
	server.answer = envelope(receiptExample);
});
afterAll(async () => await server.stop());

/** What a self-hosted server reads, beside the pictures of every server. */
const selfHosted = ['PDF', 'OFD', 'XML', 'ZIP', 'WEBP', 'HEIC', 'AVIF', 'GIF', 'TIFF'];
const noise = ['P7S', 'PGP', 'ICS', 'VCF'];
const receipt = labelledPng('receipt', 480, 640);
/** All kinds of files as one mail brings them: the names say nothing. */
const kinds: Array<string | undefined> = [];
const files: Record<string, { bytes: Buffer; fileName: string }> = {};
for (const [, format, bytes] of [['', 'PNG', receipt] as const, ...attachments]) {
	// Too small a picture for a document.
	if (format === 'PNG' && bytes !== receipt) continue;
	const index = kinds.push(format) - 1;
	files[`attachment_${index}`] = { bytes, fileName: `${index}.jpg` };
}

/** What became of each file of the mail, by how its kind is treated. */
async function outcomes(kind: 'juheCloud' | 'selfHosted', unsupportedFiles: string) {
	server.reset();
	const { items, hints, error } = await runInEngine({
		node: 'juheReceiptOcr',
		credential: { server: kind, baseUrl: server.url, invoiceKey: '', receiptKey: 'k2' },
		onError: 'continueRegularOutput',
		parameters: {
			binaryPropertyName: 'attachment_*',
			output: 'receipt',
			options: { unsupportedFiles, reuseResults: false },
		},
		items: [{ files }],
	});
	expect(error).toBeUndefined();
	const kindOf = (name: unknown) => kinds[Number(/\d+/.exec(String(name))?.[0])];
	const chosen = (wanted: (json: Record<string, unknown>) => unknown) =>
		items.filter(({ json }) => wanted(json)).map(({ json }) => kindOf(json.sourceFile));
	const skipped = hints.flatMap(({ message }) => message.split('; '));
	return {
		sent: server.requests.length,
		read: chosen(({ error }) => !error),
		failed: chosen(({ error }) => error),
		noise: chosen((json) => json.noise),
		unreadable: chosen((json) => json.unreadable),
		skipped: skipped.map((reason) => kindOf(/\d+\.jpg/.exec(reason)?.[0])),
		items,
	};
}

const isRead = {
	juheCloud: (format?: string) => format === 'PNG',
	selfHosted: (format?: string) => format === 'PNG' || selfHosted.includes(format ?? ''),
};
const isNoise = (format?: string) => noise.includes(format ?? '');

describe.each(['juheCloud', 'selfHosted'] as const)('attachments of all kinds, %s', (kind) => {
	const readable = kinds.filter(isRead[kind]);
	const others = kinds.filter((format) => !isRead[kind](format));

	it('Fail: what the server takes is sent, every other file is an error that says what to do', async () => {
		const { sent, read, failed, unreadable, items, ...outcome } = await outcomes(kind, 'fail');
		expect(read).toEqual(readable);
		expect(sent).toBe(readable.length);
		expect(failed).toEqual(others);
		expect(outcome.noise).toEqual(others.filter(isNoise));
		expect(unreadable).toEqual(others.filter((format) => !isNoise(format)));
		for (const { json } of items.filter(({ json }) => json.error)) {
			expect(json.error).toMatch(/^\d+\.jpg: The file is (an? .+ file|not a picture)/);
			expect(json.message).toMatch(/\w{3,}.*\.$/);
		}
	});

	it('Skip: every other file is passed over and named', async () => {
		const { read, failed, skipped } = await outcomes(kind, 'skip');
		expect(read).toEqual(readable);
		expect(failed).toEqual([]);
		expect(skipped).toEqual(others);
	});

	it('Skip Logos Only: what is never a document is passed over, the rest is an error', async () => {
		const { read, failed, skipped } = await outcomes(kind, 'skipNoise');
		expect(read).toEqual(readable);
		expect(failed).toEqual(others.filter((format) => !isNoise(format)));
		expect(skipped).toEqual(others.filter(isNoise));
	});
});
