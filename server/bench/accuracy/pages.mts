import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '../../src/page/types.mts';
import { createOwnEngine } from '../rivals/own-engine.mts';
import type { Rival } from '../rivals/rival.mts';
import { createTesseractJs } from '../rivals/tesseract-js.mts';

const server = join(import.meta.dirname, '..', '..');
const cache = join(server, '.cache', 'pages');

interface Engine {
	/** What the reading of a picture depends on besides the picture: paths in `server/`. */
	sources: readonly string[];
	/** @param models the folder of its models, where it takes one */
	create(models?: string): Promise<Rival>;
}

/** The engines whose pages the extraction is given. */
const engines = {
	'juhe-ocr-server': {
		sources: ['src/engine', 'src/image', 'src/page', 'package-lock.json'],
		create: createOwnEngine,
	},
	'tesseract.js': {
		sources: [
			'bench/rivals/pages.mts',
			'bench/rivals/tesseract-js.mts',
			'bench/rivals/package-lock.json',
		],
		create: createTesseractJs,
	},
} satisfies Record<string, Engine>;
export type EngineName = keyof typeof engines;
export const engineNames = Object.keys(engines) as EngineName[];

async function filesUnder(path: string): Promise<string[]> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

async function versionOf({ sources }: Engine, models?: string): Promise<string> {
	const hash = createHash('sha256');
	const parts = sources.map((source) => join(server, source));
	for (const path of models ? [...parts, models] : parts) {
		const files = /\.\w+$/u.test(path) ? [path] : await filesUnder(path);
		for (const file of files) hash.update(await readFile(file));
	}
	return hash.digest('hex').slice(0, 16);
}

/** Reads pictures with an engine and keeps the pages on disk, by picture and engine version. */
export class Pages {
	readonly #engine: Engine;
	readonly #version: string;
	readonly #models: string | undefined;
	readonly #fresh: boolean;
	#running: Rival | undefined;

	private constructor(engine: Engine, version: string, models: string | undefined, fresh: boolean) {
		this.#engine = engine;
		this.#version = version;
		this.#models = models;
		this.#fresh = fresh;
	}

	/**
	 * @param fresh whether to read every picture again
	 * @param models the folder of the models; undefined for those that are shipped
	 */
	static async open(name: EngineName, fresh: boolean, models?: string): Promise<Pages> {
		await mkdir(cache, { recursive: true });
		const engine = engines[name];
		return new Pages(engine, await versionOf(engine, models), models, fresh);
	}

	/** The page of a picture's bytes. */
	async read(picture: Buffer): Promise<Page> {
		const key = createHash('sha256').update(this.#version).update(picture).digest('hex');
		const kept = join(cache, `${key.slice(0, 32)}.json`);
		if (!this.#fresh) {
			const text = await readFile(kept, 'utf8').catch(() => undefined);
			if (text !== undefined) return JSON.parse(text) as Page;
		}
		this.#running ??= await this.#engine.create(this.#models);
		const page = await this.#running.read(picture);
		await writeFile(kept, JSON.stringify(page));
		return page;
	}

	/** Ends the engine, where one was needed. */
	async close(): Promise<void> {
		await this.#running?.close();
	}
}
