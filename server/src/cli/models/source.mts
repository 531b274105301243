import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { officialAddress, type PublishedFile } from './catalogue.mts';
import { FetchError, PassingError } from './fetch-error.mts';

/** The bytes of a file from some offset on. */
export interface Piece {
	/** Where it really begins: a server may know no offsets. */
	offset: number;
	/** How long the whole file is, where that is told. */
	total: number | undefined;
	bytes: AsyncIterable<Uint8Array>;
}

/** Where files of models are had from. */
export interface Source {
	/** For messages. */
	readonly name: string;
	/**
	 * A file from `offset` on. Throws FetchError, and PassingError for what another try may mend.
	 * @param signal aborted when nothing comes any more
	 */
	open(file: PublishedFile, offset: number, signal: AbortSignal): Promise<Piece>;
}

type Place = (size: string, file: PublishedFile) => string;

/** As the hub of the official address has it, and its mirrors. */
const onHub: Place = (_, { repository, revision, name }) =>
	`${repository}/resolve/${revision}/${name}`;

/** How files may lie at an address or in a folder that a user names. */
const places: readonly Place[] = [
	(_, { part, name }) => `${part}/${name}`,
	(size, { part, name }) => `${size}/${part}/${name}`,
	(_, { repository, name }) => `${repository}/${name}`,
	onHub,
];

/**
 * The source that `--from` names: an address, a folder, or without it the official address. Throws FetchError.
 * @param size of the models: `small`
 */
export function sourceOf(from: string | undefined, size: string): Source {
	if (from === undefined) return new WebSource(new URL(`${officialAddress}/`), size, [onHub]);
	if (/^https?:\/\//i.test(from) && URL.canParse(from)) {
		const address = new URL(from);
		if (!address.pathname.endsWith('/')) address.pathname += '/';
		return new WebSource(address, size, places);
	}
	if (/^file:/i.test(from)) return new FolderSource(fileURLToPath(from), size);
	if (/^\w+:\/\//.test(from)) {
		throw new FetchError(`--from ${from}: a folder or an address with http or https is needed`);
	}
	return new FolderSource(path.resolve(from), size);
}

class FolderSource implements Source {
	readonly name: string;
	readonly #size: string;

	constructor(folder: string, size: string) {
		this.name = folder;
		this.#size = size;
	}

	async open(file: PublishedFile, offset: number): Promise<Piece> {
		for (const place of places) {
			const found = path.join(this.name, place(this.#size, file));
			const facts = await stat(found).catch(() => undefined);
			if (!facts?.isFile()) continue;
			return { offset, total: facts.size, bytes: createReadStream(found, { start: offset }) };
		}
		throw notFound(this.name, file);
	}
}

/** Answers that another try may change: too many requests, and faults of servers. */
const isPassing = (status: number) => status === 429 || status >= 500;
const ok = 200;
const partialContent = 206;
const rangeNotSatisfiable = 416;
const missing = [404, 410];

class WebSource implements Source {
	readonly name: string;
	readonly #address: URL;
	readonly #size: string;
	readonly #places: readonly Place[];
	readonly #headers: Record<string, string> = { 'accept-encoding': 'identity' };

	constructor(address: URL, size: string, places: readonly Place[]) {
		const { username, password } = address;
		if (username !== '') {
			const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
			this.#headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
		}
		this.#address = new URL(address);
		this.#address.username = '';
		this.#address.password = '';
		this.name = `${this.#address.origin}${this.#address.pathname}`;
		this.#size = size;
		this.#places = places;
	}

	async open(file: PublishedFile, offset: number, signal: AbortSignal): Promise<Piece> {
		for (const place of this.#places) {
			const address = new URL(place(this.#size, file), this.#address);
			address.search = this.#address.search;
			const answer = await this.#ask(address, offset, signal);
			const { status } = answer;
			if (missing.includes(status)) {
				await answer.body?.cancel();
				continue;
			}
			return await pieceOf(answer, `${address.origin}${address.pathname}`, offset);
		}
		throw notFound(this.name, file);
	}

	async #ask(address: URL, offset: number, signal: AbortSignal): Promise<Response> {
		const headers =
			offset > 0 ? { ...this.#headers, range: `bytes=${offset}-` } : { ...this.#headers };
		try {
			return await fetch(address, { headers, signal });
		} catch (error) {
			throw new PassingError(
				`${address.host} cannot be reached (${causeOf(error)}). Without the internet: get the files on another machine and name their folder, or a server in your network, with --from. Behind a proxy: set NODE_USE_ENV_PROXY=1 beside HTTPS_PROXY`,
			);
		}
	}
}

async function pieceOf(answer: Response, address: string, offset: number): Promise<Piece> {
	const { status, headers } = answer;
	const bytes = answer.body ?? new Blob([]).stream();
	if (status === partialContent) {
		const [, from, total] =
			/^bytes (\d+)-\d+\/(\d+)?/.exec(headers.get('content-range') ?? '') ?? [];
		if (Number(from) === offset) return { offset, total: numberOf(total), bytes };
	}
	if (status === ok) return { offset: 0, total: numberOf(headers.get('content-length')), bytes };
	await bytes.cancel();
	if (status === rangeNotSatisfiable || status === partialContent) {
		throw new PassingError(`${address} has no bytes from ${offset} on`, { startAnew: true });
	}
	const told = `${address} answers with ${status}`;
	throw isPassing(status) ? new PassingError(told) : new FetchError(told);
}

const numberOf = (text: string | null | undefined) => (text ? Number(text) : undefined);

const notFound = (where: string, { part, name, repository }: PublishedFile) =>
	new FetchError(`${where} has no ${part}/${name}, nor ${repository}/${name}`);

/** What the system or the protocol says of a request that failed. */
export function causeOf(error: unknown): string {
	const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
	return cause?.code ?? cause?.message ?? (error as NodeJS.ErrnoException).code ?? message;
}
