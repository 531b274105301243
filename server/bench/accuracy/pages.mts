import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OcrEngine } from '../../src/engine/engine.mts';
import type { Page } from '../../src/engine/types.mts';

const server = join(import.meta.dirname, '..', '..');
const cache = join(server, '.cache', 'pages');

/** What the reading of a picture depends on besides the picture. */
const engineSources = ['src/engine', 'src/image', 'package-lock.json'];

async function filesUnder(path: string): Promise<string[]> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

async function engineVersion(): Promise<string> {
	const hash = createHash('sha256');
	for (const source of engineSources) {
		const path = join(server, source);
		const files = source.endsWith('.json') ? [path] : await filesUnder(path);
		for (const file of files) hash.update(await readFile(file));
	}
	return hash.digest('hex').slice(0, 16);
}

/** Reads pictures with the engine and keeps the pages on disk, by picture and engine version. */
export class Pages {
	readonly #version: string;
	readonly #fresh: boolean;
	#engine: OcrEngine | undefined;

	private constructor(version: string, fresh: boolean) {
		this.#version = version;
		this.#fresh = fresh;
	}

	/** @param fresh whether to read every picture again */
	static async open(fresh: boolean): Promise<Pages> {
		await mkdir(cache, { recursive: true });
		return new Pages(await engineVersion(), fresh);
	}

	async read(picture: Buffer): Promise<Page> {
		const key = createHash('sha256').update(this.#version).update(picture).digest('hex');
		const kept = join(cache, `${key.slice(0, 32)}.json`);
		if (!this.#fresh) {
			const text = await readFile(kept, 'utf8').catch(() => undefined);
			if (text !== undefined) return JSON.parse(text) as Page;
		}
		this.#engine ??= await OcrEngine.create();
		const page = await this.#engine.read(picture);
		await writeFile(kept, JSON.stringify(page));
		return page;
	}
}
