import { sample, ServerProcess } from '../../server/testing/process/server-process.mts';
import { encrypted } from '../../server/testing/pictures/pdf.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';

let server: ServerProcess;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await ServerProcess.start({}, ['--workers', '1']);
});
afterAll(async () => await server.stop());

const read = async (
	name: string,
	kind: 'juheCloud' | 'selfHosted',
	bytes = sample(`pdf/${name}.pdf`),
) =>
	await runInEngine({
		node: 'juheInvoiceOcr',
		credential: { server: kind, baseUrl: server.url, invoiceKey: 'demo', receiptKey: '' },
		onError: 'continueRegularOutput',
		items: [{ files: { data: { bytes, fileName: `${name}.pdf` } } }],
	});

it.each([
	['with a text layer', 'd01-training', '24332000000158306471', 6209.99],
	['that is a picture', 'd02-hotel-scan', '24512000000094817260', 1487.64],
])('Self-Hosted: reads a digital invoice %s', async (_, name, invoiceNumber, totalAmount) => {
	const { items } = await read(name, 'selfHosted');
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({
			invoiceNumber,
			totalAmount,
			sourceFile: `${name}.pdf`,
			needsReview: false,
		}),
	]);
});

it('Self-Hosted: says why the server refuses one', async () => {
	const { items } = await read('locked', 'selfHosted', encrypted('BT ET', 'secret'));
	expect(items[0].json).toMatchObject({
		error: 'locked.pdf: Juhe error 253201: the request was not accepted',
		message: expect.stringMatching(
			/^The server says: the PDF is encrypted and needs a password: save it without one\. /,
		) as string,
	});
});

it('Juhe Cloud: refuses it before a call', async () => {
	const calls = () => server.output.match(/"api":"invoice"/g)?.length;
	const before = calls();
	const { items } = await read('d01-training', 'juheCloud');
	expect(items[0].json.error).toMatch(/is a PDF file, and Juhe Cloud takes only PNG and JPEG/);
	expect(calls()).toBe(before);
});
