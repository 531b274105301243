import path from 'node:path';
import { KeyStore } from '../access/key-store.mts';
import { StoreError } from '../access/store-error.mts';
import { isOpenToOthers, type StoreFileOptions } from '../access/store-file.mts';
import { UsageError } from './usage-error.mts';

/** Opens the store of `--store`. Throws UsageError when it cannot be used. */
export function openStore(file: string, options?: Partial<StoreFileOptions>): KeyStore {
	return explained(file, () => new KeyStore(path.resolve(file), options));
}

/** Does something with the store of `--store`; when that fails, a UsageError says why. */
export function explained<T>(file: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof StoreError ? new UsageError(`--store ${file}: ${error.message}`) : error;
	}
}

/** What to tell whoever runs the store when other users of the machine can read or write it. */
export const warningOf = (file: string): string | undefined =>
	isOpenToOthers(file)
		? `--store ${file}: other users of this machine can read or write it; chmod 600 ends that`
		: undefined;
