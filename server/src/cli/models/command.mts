import { mkdir, rename, rmdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { parseFlags } from '../flags.mts';
import { UsageError } from '../usage-error.mts';
import { catalogue, officialAddress, type PublishedFile } from './catalogue.mts';
import { download, sumOf } from './download.mts';
import { FetchError } from './fetch-error.mts';
import { mega, Progress } from './progress.mts';
import { sourceOf, type Source } from './source.mts';

export const modelsUsage = `Usage: juhe-ocr-server models ${Object.keys(catalogue).join('|')} [options]

Fetches PP-OCRv6 (Apache-2.0, PaddlePaddle) and checks it against the official sums. What broke off is gone on with.

  --from URL|DIR          where from: a mirror, a server of your own or a folder (${officialAddress})
  --to DIR                where its folder is made (models)

  juhe-ocr-server --models models/small
`;

/** Milliseconds for which nothing may come. */
const patience = 30_000;

/**
 * Runs `juhe-ocr-server models ...`; returns what to print. Throws UsageError, and FetchError with nothing
 * half-written where the models would be looked for.
 * @param args the arguments after `models`
 */
export async function runModels(args: string[]): Promise<string> {
	const { values, positionals } = parseFlags(
		args,
		{ from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } },
		true,
	);
	if (values.help) return modelsUsage;
	const [size, ...rest] = positionals;
	const files = Object.hasOwn(catalogue, size ?? '') ? catalogue[size] : undefined;
	if (!files || rest.length > 0) {
		throw new UsageError(
			`${['models', ...positionals].join(' ')}: one of ${Object.keys(catalogue).join(', ')} is needed`,
		);
	}
	const folder = path.join(values.to ?? 'models', size);
	const source = sourceOf(values.from, size);
	const fetched = await fetchModels(files, source, folder, { patience, log: process.stderr });
	const told = `PP-OCRv6 ${size} is in ${folder}${fetched ? '' : ' already'}`;
	return `${told}. Start the server with --models ${folder}\n`;
}

interface FetchOptions {
	patience: number;
	log: { isTTY?: boolean; write(text: string): unknown };
}

/**
 * Brings files into a folder that appears when they are all there and right; until then they lie beside it, in
 * `FOLDER.part`, where a later call goes on. Throws FetchError.
 * @returns false where the folder was there already
 */
export async function fetchModels(
	files: readonly PublishedFile[],
	source: Source,
	folder: string,
	{ patience, log }: FetchOptions,
): Promise<boolean> {
	if (await isThere(folder, files)) return false;
	const staging = `${folder}.part`;
	const progress = new Progress(files, log);
	try {
		await mkdir(staging, { recursive: true });
		await assertRoom(staging, files);
		for (const file of files) {
			await download(source, file, path.join(staging, file.part, file.name), {
				patience,
				progress: (bytes) => progress.note(file, bytes),
			});
		}
		await rename(staging, folder);
	} catch (error) {
		await removeEmpty(staging, files);
		if (error instanceof FetchError) throw error;
		throw new FetchError(`${folder} cannot be made: ${(error as Error).message}`);
	} finally {
		progress.end();
	}
	return true;
}

/** Whether a folder holds the files; throws FetchError where it holds others. */
async function isThere(folder: string, files: readonly PublishedFile[]): Promise<boolean> {
	if (!(await stat(folder).catch(() => undefined))) return false;
	for (const { part, name, sha256 } of files) {
		const file = path.join(folder, part, name);
		if ((await sumOf(file)) === sha256) continue;
		throw new FetchError(
			`${folder} is there, and ${file} is not the official file: move the folder away, or name another one with --to`,
		);
	}
	return true;
}

/** Takes away folders that nothing was brought into. */
async function removeEmpty(staging: string, files: readonly PublishedFile[]): Promise<void> {
	const folders = new Set(files.map(({ part }) => path.join(staging, part)));
	for (const folder of [...folders, staging]) await rmdir(folder).catch(() => undefined);
}

/** Throws FetchError where the disk has no room for what is missing. */
async function assertRoom(staging: string, files: readonly PublishedFile[]): Promise<void> {
	const { bavail, bsize } = await statfs(staging);
	let needed = 0;
	for (const { part, name, bytes } of files) {
		const there = await stat(path.join(staging, part, name)).catch(() => ({ size: 0 }));
		needed += Math.max(0, bytes - there.size);
	}
	if (needed <= bavail * bsize) return;
	throw new FetchError(
		`there is no room for ${mega(needed)} MB in ${staging} (${mega(bavail * bsize)} MB are free): make some, or choose another disk with --to`,
	);
}
