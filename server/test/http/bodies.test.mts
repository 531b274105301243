import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../../src/worker/task.mts';
import { paths, picture, startService, stopServices } from '../../testing/http/service.mts';

afterAll(stopServices);

/** A text as a body in chunks, which does not say how long it is. */
const inChunks = (text: string, length = 60_000) =>
	Readable.from(
		Array.from({ length: Math.ceil(text.length / length) }, (_, i) =>
			text.slice(i * length, (i + 1) * length),
		),
	);
const asItIs = (text: string) => text;

it('takes a key of the query, and none that was sent twice', async () => {
	const { send } = await startService();
	const codeOf = async (path: string, form: string) => (await send(path, form)).body.error_code;
	expect(await codeOf(`${paths.receipt}?key=secret`, '')).toBe(200001);
	expect(await codeOf(`${paths.receipt}?key=secret`, 'key=other')).toBe(10001);
	expect(await codeOf(paths.receipt, 'key=secret&key=secret')).toBe(10001);
	expect(await codeOf(`${paths.receipt}?key=secret&key=secret`, '')).toBe(10001);
});

it.each([
	['with a million parameters', 'a=1&'.repeat(1_000_000), /more than 100 parameters/],
	['with broken escapes in the picture', 'key=secret&image_base64=%E4%B8', /base64/],
	['that is too large', `key=secret&image_base64=${'A'.repeat(21_000_000)}`, /too large/],
])('refuses a form %s', async (_, form, message) => {
	const { send } = await startService();
	const { body } = await send(paths.invoice, form);
	expect(body.error_code).toBe(253201);
	expect(body.reason).toMatch(message);
});

describe.each([
	{ sent: 'with its length', bodyOf: asItIs, fitting: 4 },
	// Whoever does not say how much comes is given up to twice as much room.
	{ sent: 'in chunks', bodyOf: inChunks, fitting: 3 },
])('of 4 MB for forms, when each is sent $sent,', ({ bodyOf, fitting }) => {
	it(`${fitting} pictures of 0.5 MB are held, and more only once some are answered`, async () => {
		const waiting: Array<() => void> = [];
		const { send } = await startService({
			heldForms: 4e6,
			read: () =>
				new Promise<Outcome>((resolve) => waiting.push(() => resolve({ type: 'nothing' }))),
		});
		const large = Buffer.concat([Buffer.from(picture, 'base64'), Buffer.alloc(5e5)]);
		const form = new URLSearchParams({ key: 'secret', image: large.toString('base64') }).toString();
		const codeOf = async () => (await send(paths.receipt, bodyOf(form))).body.error_code;
		const held: Array<Promise<number>> = [];
		while (held.length < fitting) {
			held.push(codeOf());
			while (waiting.length < held.length) await sleep(5);
		}
		expect(await codeOf()).toBe(10011);
		for (const finish of waiting) finish();
		expect(await Promise.all(held)).toEqual(Array<number>(fitting).fill(200002));
		const again = codeOf();
		while (waiting.length <= fitting) await sleep(5);
		waiting[fitting]();
		expect(await again).toBe(200002);
	});

	it('nothing is taken by padding, and a quarter is for calls that name no key', async () => {
		const { send } = await startService({ heldForms: 4e6 });
		const codeOf = async (form: string) =>
			(await send(paths.receipt, bodyOf(form))).body.error_code;
		const padding = 'x'.repeat(5e6);
		expect(await codeOf(`key=secret&image=${picture}&padding=${padding}`)).toBe(200002);
		const large = `image=${'A'.repeat(1.3e6)}`;
		expect(await codeOf(`${large}&key=secret`)).toBe(10011);
		expect(await codeOf(`key=secret&${large}`)).toBe(200001);
	});
});

it('takes a key that comes behind the picture, its name percent-encoded too', async () => {
	const { send } = await startService();
	for (const form of [`image=${picture}&key=secret`, `%69mage=${picture}&%6bey=s%65cret`]) {
		expect((await send(paths.receipt, form)).body.error_code).toBe(200002);
	}
});

it('gives its answer to a client that is refused while it sends', async () => {
	const { send } = await startService();
	for (const form of [
		`key=wrong&image=${'A'.repeat(6e6)}`,
		`key=secret&image=${'A'.repeat(19.9e6)}`,
	]) {
		const { body } = await send(paths.receipt, form);
		expect([10001, 200001]).toContain(body.error_code);
	}
});

it('makes the same of a form in chunks', async () => {
	const { send } = await startService();
	const codeOf = async (form: string, length: number) =>
		(await send(paths.receipt, inChunks(form, length))).body.error_code;
	expect(await codeOf(`key=secret&image=${picture}`, 26)).toBe(200002);
	expect(await codeOf(`key=wrong&image=${picture}`, 16)).toBe(10001);
	expect(await codeOf('key=secret&image='.padEnd(1e6, 'A').repeat(22), 1e6)).toBe(200001);
});
