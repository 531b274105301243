import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { Pool } from 'undici';
import { newKey } from '../../src/access/key-hash.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import type { KeyRules } from '../../src/access/stored-key.mts';
import { ServerProcess } from '../../testing/process/server-process.mts';

const path = '/shoppingReceipt/query';
const nothingRead = 200002;
const overTheDay = 10012;

const folder = mkdtempSync(join(tmpdir(), 'juhe-ocr-counters-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The smallest picture that is read: a few milliseconds of work. */
let picture: string;
beforeAll(async () => {
	const create = { width: 16, height: 16, channels: 3 as const, background: 'white' };
	picture = (await sharp({ create }).png().toBuffer()).toString('base64');
});

/** A store with one key. */
function storeWith(rules: Partial<KeyRules>) {
	const file = join(folder, `${newKey()}.sqlite`);
	const key = newKey();
	const store = new KeyStore(file);
	store.add(key, {
		name: 'counted',
		apis: ['receipt'],
		addresses: [],
		trial: false,
		...rules,
	});
	return { file, key, total: () => store.usage(1, Date.now()).total };
}

const start = (file: string) =>
	ServerProcess.start({}, ['--store', file, '--queue', '2000', '--deadline', '120']);

async function codeOf(client: Pool, key: string): Promise<number> {
	const { body } = await client.request({
		method: 'POST',
		path,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ key, image: picture }).toString(),
	});
	return ((await body.json()) as { error_code: number }).error_code;
}

it('counts 1,000 concurrent requests exactly, and goes on where it was after a restart', async () => {
	const { file, key, total } = storeWith({ perDay: 700 });
	const server = await start(file);
	const client = new Pool(server.url, { connections: 1000 });
	const codes = await Promise.all(Array.from({ length: 1000 }, () => codeOf(client, key)));
	expect(codes.filter((code) => code === nothingRead)).toHaveLength(700);
	expect(codes.filter((code) => code === overTheDay)).toHaveLength(300);
	expect(total()).toBe(700);
	await client.close();
	await server.stop();

	const again = await start(file);
	expect(await codeOf(again.client, key)).toBe(overTheDay);
	await again.stop();
}, 120_000);

it('keeps its counts when it is killed at any moment, but for what was in flight', async () => {
	const { file, key, total } = storeWith({});
	const server = await start(file);
	const inFlight = 16;
	let answered = 0;
	const lane = async () => {
		for (;;) {
			await codeOf(server.client, key);
			answered++;
		}
	};
	const lanes = Promise.allSettled(Array.from({ length: inFlight }, lane));
	while (answered < 20) await new Promise((resolve) => setTimeout(resolve, 5));
	await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
	await server.kill();
	await lanes;
	expect(total()).toBeGreaterThanOrEqual(answered);
	expect(total()).toBeLessThanOrEqual(answered + inFlight);
}, 60_000);
