import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newKey } from '../../src/access/key-hash.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import { healthOf } from '../../testing/process/store-server.mts';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';

const receipt = '/shoppingReceipt/query';
const invoice = '/invoice_general_ocr/query';
/** Parts of a key or of a picture this long do not appear by chance. */
const keyPart = 8;
const picturePart = 24;

const folder = mkdtempSync(join(tmpdir(), 'juhe-ocr-privacy-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every part of a text of the given length. */
const partsOf = (text: string, length: number) =>
	Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length));

it('tells no key, whole or in part, and nothing of a picture in logs, metrics and errors', async () => {
	const file = join(folder, 'keys.sqlite');
	const rules = { apis: ['receipt'], addresses: [], trial: false } as const;
	const store = new KeyStore(file);
	const keys = { good: newKey(), revoked: newKey(), unknown: newKey() };
	store.add(keys.good, { name: 'good', ...rules });
	store.add(keys.revoked, { name: 'revoked', ...rules });
	store.revoke('revoked');
	store.close();

	const server = await ServerProcess.start({ JUHE_OCR_KEYS: 'environment-key-4711' }, [
		...['--store', file, '--workers', '1', '--log-level', 'debug'],
	]);
	const picture = sample('receipts/r02-convenience.jpg').toString('base64');
	const errors: string[] = [];
	const send = async (path: string, form: Record<string, string>) => {
		const { text, body } = await server.post(path, form);
		if (body.error_code !== 0) errors.push(text);
		return body.error_code;
	};

	expect(await send(receipt, { key: keys.good, image: picture })).toBe(0);
	for (const key of Object.values(keys)) {
		await send(invoice, { key, image_base64: picture });
		await send(`${receipt}?key=${key}`, { image: `${picture.slice(0, 9000)}*` });
		await send(receipt, { key, image: picture.slice(0, 20_000) });
		await send(receipt, { key, image: picture.slice(500) });
		await send(`${receipt}/${key}`, { key }).catch(() => undefined);
	}
	// One is read, the other waits.
	const killed = send(receipt, { key: keys.good, image: picture });
	const waiting = send(receipt, { key: keys.good, image: picture });
	while ((await healthOf(server)).waiting === 0) await sleep(5);
	for (const worker of server.workers) process.kill(worker, 'SIGKILL');
	expect([await killed, await waiting].sort()).toEqual([0, 10014]);
	const { body } = await server.client.request({ method: 'GET', path: '/metrics' });
	const metrics = await body.text();
	await server.stop();

	const told = [server.output, metrics, ...errors].join('\n');
	expect(server.output).toMatch(/"keyName":"good"/);
	expect(server.output).toMatch(/SIGKILL/);
	expect(metrics).toMatch(/code="10014"/);
	expect(errors.length).toBeGreaterThan(10);
	for (const key of [...Object.values(keys), 'environment-key-4711']) {
		expect(partsOf(key, keyPart).filter((part) => told.includes(part))).toEqual([]);
	}
	const tellable = partsOf(picture.slice(0, 4000), picturePart);
	expect(tellable.filter((part) => told.includes(part))).toEqual([]);
	expect(told).not.toMatch(/好邻角|海苔/);
}, 60_000);
