import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PublishedFile } from './catalogue.mts';
import { FetchError, PassingError } from './fetch-error.mts';
import { causeOf, type Source } from './source.mts';

/** Tries in a row that bring nothing, tries in all, and the wait before another one, in milliseconds, times the try. */
const vainTries = 4;
const mostTries = 20;
const pause = 500;

export interface DownloadOptions {
	/** Milliseconds for which nothing may come. */
	patience: number;
	/** Told how many bytes of the file are there. */
	progress(bytes: number): void;
}

/**
 * Brings a file to `target`, where what is there of it already is kept, and checks its sum. Throws FetchError: a file
 * whose sum is wrong, or for which there is no room, is taken away; one that broke off stays and is gone on with.
 */
export async function download(
	source: Source,
	file: PublishedFile,
	target: string,
	options: DownloadOptions,
): Promise<void> {
	await mkdir(path.dirname(target), { recursive: true });
	const resumed = (await lengthOf(target)) > 0;
	await fill(source, file, target, options);
	const sum = await sumOf(target);
	if (sum === file.sha256) return;
	await rm(target);
	// What was there may have been another version's.
	if (resumed) return await download(source, file, target, options);
	throw new FetchError(
		`${file.part}/${file.name} from ${source.name} has the sum ${sum}, ${file.sha256} is right: it is broken or another file, and was not kept`,
	);
}

/** The SHA-256 of a file; undefined where there is none. */
export async function sumOf(file: string): Promise<string | undefined> {
	if ((await lengthOf(file)) === 0) return undefined;
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
}

const lengthOf = async (file: string): Promise<number> =>
	await stat(file).then(
		({ size }) => size,
		() => 0,
	);

/** Takes pieces of a file until all of it is there. */
async function fill(
	source: Source,
	file: PublishedFile,
	target: string,
	options: DownloadOptions,
): Promise<void> {
	let vain = 0;
	for (let round = 1; ; round++) {
		const before = await lengthOf(target);
		if (before > file.bytes) await rm(target);
		if (before === file.bytes) return options.progress(before);
		try {
			await takePiece(source, file, target, options);
		} catch (error) {
			if (!(error instanceof PassingError)) throw error;
			if (error.startAnew) await rm(target, { force: true });
			vain = (await lengthOf(target)) > before ? 0 : vain + 1;
			if (vain === vainTries || round === mostTries) throw error;
			await new Promise((resolve) => setTimeout(resolve, pause * vain));
		}
	}
}

/** Asks for what is missing of a file and writes what comes. */
async function takePiece(
	source: Source,
	file: PublishedFile,
	target: string,
	{ patience, progress }: DownloadOptions,
): Promise<void> {
	const silence = new AbortController();
	const timer = setTimeout(
		() => silence.abort(new Error(`nothing came for ${patience / 1000} seconds`)),
		patience,
	);
	try {
		const { offset, total, bytes } = await source.open(
			file,
			await lengthOf(target),
			silence.signal,
		);
		if (total !== undefined && total !== file.bytes) {
			silence.abort(new Error('another file'));
			throw new FetchError(
				`${file.part}/${file.name} from ${source.name} has ${total} bytes, ${file.bytes} are right: it is another file`,
			);
		}
		const writer = await Writer.open(target, offset, file);
		try {
			for await (const chunk of bytes) {
				await writer.add(chunk);
				timer.refresh();
				progress(writer.length);
			}
		} finally {
			await writer.close();
		}
		if (writer.length < file.bytes) throw new Error('the connection was closed');
	} catch (error) {
		if (error instanceof FetchError) throw error;
		throw new PassingError(
			`${file.part}/${file.name} from ${source.name} broke off (${causeOf(error)}): the same command goes on where it stopped`,
		);
	} finally {
		clearTimeout(timer);
	}
}

/** What the system says of a disk without room, and of a user who may not have more of it. */
const noRoom = ['ENOSPC', 'EDQUOT'];

/** Writes a file piece by piece; throws FetchError, and then takes away what cannot become the file. */
class Writer {
	/** Bytes of the file so far. */
	length: number;
	readonly #handle: FileHandle;
	readonly #target: string;
	readonly #file: PublishedFile;

	private constructor(handle: FileHandle, target: string, length: number, file: PublishedFile) {
		this.#handle = handle;
		this.#target = target;
		this.length = length;
		this.#file = file;
	}

	/** @param offset what of the file is kept */
	static async open(target: string, offset: number, file: PublishedFile): Promise<Writer> {
		const handle = await open(target, offset === 0 ? 'w' : 'a').catch((error: Error) => {
			throw new FetchError(`${target} cannot be written: ${error.message}`);
		});
		return new Writer(handle, target, offset, file);
	}

	async add(chunk: Uint8Array): Promise<void> {
		const { part, name, bytes } = this.#file;
		if (this.length + chunk.length > bytes) {
			await rm(this.#target);
			throw new FetchError(
				`${part}/${name} is longer than ${bytes} bytes: it is another file, and was not kept`,
			);
		}
		try {
			await this.#handle.writeFile(chunk);
		} catch (error) {
			await rm(this.#target);
			const { code, message } = error as NodeJS.ErrnoException;
			throw new FetchError(
				noRoom.includes(code ?? '')
					? `there is no room for ${this.#target}: make some, or choose another disk with --to`
					: `${this.#target} cannot be written: ${message}`,
			);
		}
		this.length += chunk.length;
	}

	async close(): Promise<void> {
		await this.#handle.close().catch(() => undefined);
	}
}
