import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new key: 128 random bits in 32 hexadecimal digits, the form of Juhe's own. */
export const newKey = (): string => randomBytes(16).toString('hex');

/** What is stored of a key. SHA-256 without salt or stretching suffices for keys of 128 random bits. */
export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The part of a hash under which the index finds it; a caller cannot steer it. */
export const bucketOf = (hash: Uint8Array): number => Buffer.from(hash).readUInt32BE(0);

const nobody = Buffer.alloc(32);

/**
 * The candidate whose hash is equal, compared in constant time. Without a candidate the same work is
 * done on a hash that no key has.
 */
export function findByHash<T extends { hash: Uint8Array }>(
	candidates: readonly T[],
	hash: Buffer,
): T | undefined {
	let found: T | undefined;
	for (const candidate of candidates) if (timingSafeEqual(candidate.hash, hash)) found = candidate;
	if (candidates.length === 0) timingSafeEqual(nobody, hash);
	return found;
}
