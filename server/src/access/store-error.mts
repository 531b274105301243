/**
 * What is wrong with a key store: another process holds its lock, its disk does not answer, it cannot be read, or it
 * can be read and nothing can be counted in it.
 */
export type StoreFault = 'busy' | 'stuck' | 'unreadable' | 'unwritable';

/** Thrown when a key store cannot be used; the message says why in words, without the file's path. */
export class StoreError extends Error {
	override name = 'StoreError';
	readonly fault: StoreFault;

	constructor(fault: StoreFault, message: string, options?: ErrorOptions) {
		super(message, options);
		this.fault = fault;
	}
}

type Words = [fault: StoreFault, message: string];

const diskFull: Words = ['unwritable', 'the disk is full'];
const noPermission: Words = ['unreadable', 'this user may not read and write it'];
const readOnly: Words = ['unwritable', 'it, or the disk that it lies on, is read-only'];
const locked: Words = ['busy', 'another process has locked it'];

/** By the codes of https://sqlite.org/rescode.html, a particular one before its kind. */
const bySqliteCode: Record<number, Words | undefined> = {
	3: noPermission,
	5: locked,
	6: locked,
	8: readOnly,
	10: ['unreadable', 'the disk reports an error'],
	11: ['unreadable', 'it is damaged'],
	13: diskFull,
	14: ['unreadable', 'it, or a file beside it, cannot be opened'],
	23: noPermission,
	26: ['unreadable', 'it is no key store'],
	// IOERR_SHMSIZE: the index of the write-ahead log finds no room.
	4874: diskFull,
};

const bySystemCode: Record<string, Words | undefined> = {
	ENOENT: ['unreadable', 'there is no such file or folder'],
	ENOTDIR: ['unreadable', 'there is no such file or folder'],
	EACCES: noPermission,
	EPERM: noPermission,
	EROFS: readOnly,
	ENOSPC: diskFull,
	EDQUOT: diskFull,
};

/** What an error of SQLite or of the file system says of a key store; undefined for any other error. */
export function toStoreError(error: unknown): StoreError | undefined {
	if (error instanceof StoreError) return error;
	const { code, errcode, message } = error as NodeJS.ErrnoException & { errcode?: number };
	const words =
		code === 'ERR_SQLITE_ERROR' && errcode !== undefined
			? (bySqliteCode[errcode] ?? bySqliteCode[errcode % 256] ?? ['unreadable', message])
			: bySystemCode[code ?? ''];
	return words && new StoreError(words[0], words[1], { cause: error });
}
