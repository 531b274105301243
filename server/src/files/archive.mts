import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { PictureError } from '../page/picture-error.mts';
import { assertAtMost, mostInArchive } from './bounds.mts';

/** Names are UTF-8 where they are valid as such, else GBK, as Windows in China writes them. */
const utf8 = new TextDecoder('utf-8', { fatal: true });
const gbk = new TextDecoder('gb18030');

function decodeName(bytes: Uint8Array): string {
	try {
		return utf8.decode(bytes);
	} catch {
		return gbk.decode(bytes);
	}
}

/** A path with `/` between its parts and neither `.`, `..` nor a drive in it; undefined where it leads out. */
export function normalPath(path: string): string | undefined {
	const parts: string[] = [];
	for (const part of path
		.replaceAll('\\', '/')
		.replace(/^[a-z]:\//iu, '')
		.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join('/');
}

/**
 * A ZIP in memory. Its names are only names: nothing is ever written anywhere. Files are unpacked one by one, when they
 * are asked for, by yauzl: it reads the list at the end as it was written, checks every length that it says, and is kept.
 */
export class Archive {
	readonly #zip: ZipFile;
	readonly #entries: ReadonlyMap<string, Entry>;
	/** Names that lead out of the archive: `../../etc/passwd`. */
	readonly outside: readonly string[];
	#left: number = mostInArchive.together;

	private constructor(zip: ZipFile, entries: Map<string, Entry>, outside: string[]) {
		this.#zip = zip;
		this.#entries = entries;
		this.outside = outside;
	}

	/** Reads the list of a ZIP. Throws PictureError. */
	static async open(file: Buffer): Promise<Archive> {
		try {
			const options = { lazyEntries: true, decodeStrings: false };
			const zip = await fromBufferPromise(file, options);
			assertAtMost(mostInArchive.files, zip.entryCount, 'the archive has too many files');
			const entries = new Map<string, Entry>();
			const outside: string[] = [];
			for await (const entry of zip.eachEntry()) {
				const name = decodeName(entry.fileNameRaw);
				const path = normalPath(name);
				if (path === undefined) outside.push(name);
				else if (!/[\\/]$/u.test(name)) entries.set(path, entry);
			}
			return new Archive(zip, entries, outside);
		} catch (error) {
			throw asPictureError(error);
		}
	}

	/** The files by their paths, in the order of the list; of two with one path, the last is the file. */
	get paths(): string[] {
		return [...this.#entries.keys()];
	}

	/** Whether there is a file with a path. */
	has(path: string): boolean {
		return this.#entries.has(path);
	}

	/**
	 * Unpacks a file. Throws PictureError, also where it is larger than may be or is not what its checksum says.
	 * @param most bytes that it may have
	 */
	async read(path: string, most: number = mostInArchive.ofOneFile): Promise<Buffer> {
		const entry = this.#entries.get(path);
		if (!entry) throw new PictureError('the archive lacks a file that it speaks of');
		if (entry.isEncrypted()) {
			throw new PictureError('the archive is encrypted: pack it without a password');
		}
		const size = entry.uncompressedSize;
		if (size > most) throw tooLarge(most);
		if (size > this.#left) throw tooLarge(mostInArchive.together);
		this.#left -= size;
		try {
			const chunks: Buffer[] = [];
			for await (const chunk of await this.#zip.openReadStreamPromise(entry)) chunks.push(chunk);
			const data = Buffer.concat(chunks);
			if (crc32(data) !== entry.crc32) throw new PictureError('the archive is broken');
			return data;
		} catch (error) {
			throw asPictureError(error);
		}
	}
}

const tooLarge = (most: number) =>
	new PictureError(`what the archive holds unpacks to more than ${Math.round(most / 1e6)} MB`);

/** What yauzl says is in its own words; that is not for whoever sent a file, and nothing in it is. */
function asPictureError(error: unknown): PictureError {
	if (error instanceof PictureError) return error;
	const isMethod = /compression method/iu.test(String(error));
	return new PictureError(
		isMethod
			? 'the archive is packed in a way that is not supported: pack it as an ordinary ZIP'
			: 'the archive is broken',
	);
}
