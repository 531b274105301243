// The least a client can do: reads each file, encodes it, posts the form with undici, a connection kept for each lane.
// Usage: node --expose-gc bare-client-probe.mts TASK, with a Task as JSON.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Pool } from 'undici';

import { measure } from './measurement.mts';
import { photographer } from './photo.mts';
import type { Task } from './task.mts';

const { baseUrl, pictures, bytes, concurrency, warmUp } = JSON.parse(process.argv[2]) as Task;
const folder = mkdtempSync(path.join(tmpdir(), 'juhe-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const nextPhoto = photographer(bytes);
const files = Array.from({ length: pictures }, (_, index) => {
	const file = path.join(folder, `${index}.png`);
	writeFileSync(file, nextPhoto());
	return file;
});

const pool = new Pool(baseUrl, { connections: concurrency });
async function send(file: string): Promise<void> {
	const picture = await readFile(file);
	const form = new URLSearchParams({ key: 'k1', image_base64: picture.toString('base64') });
	const { body } = await pool.request({
		method: 'POST',
		path: '/invoice_general_ocr/query',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
	const { error_code: code } = (await body.json()) as { error_code: number };
	if (code !== 0) throw new Error(`code ${code}`);
}

async function run(chosen: readonly string[]): Promise<void> {
	let next = 0;
	const lane = async () => {
		while (next < chosen.length) await send(chosen[next++]);
	};
	await Promise.all(Array.from({ length: concurrency }, lane));
}

await run(files.slice(0, warmUp.pictures));
const end = measure();
await run(files);
console.log(JSON.stringify(end()));
process.exit(0);
