import { spawn } from 'node:child_process';
import { once } from 'node:events';
import sharp from 'sharp';
import { newKey } from '../../src/access/key-hash.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import type { KeyRules } from '../../src/access/stored-key.mts';
import { ServerProcess } from './server-process.mts';

export const receiptPath = '/shoppingReceipt/query';
export const codes = { nothingRead: 200002, unknownKey: 10001, busy: 10011, fault: 10014 };

/** The smallest picture that is read: a few milliseconds of work. */
export async function smallPicture(): Promise<string> {
	const create = { width: 16, height: 16, channels: 3 as const, background: 'white' };
	return (await sharp({ create }).png().toBuffer()).toString('base64');
}

/** Makes a store with one key; returns the key. */
export function makeStore(file: string, rules: Partial<KeyRules> = {}): string {
	const key = newKey();
	const store = new KeyStore(file);
	store.add(key, { name: 'counted', apis: ['receipt'], addresses: [], trial: false, ...rules });
	store.close();
	return key;
}

/** What was counted for the first key of a store, ever. */
export function totalOf(file: string): number {
	const store = new KeyStore(file);
	try {
		return store.usage(1, Date.now()).total;
	} finally {
		store.close();
	}
}

/** A server with a store. */
export const startWith = (file: string, environment: NodeJS.ProcessEnv = {}) =>
	ServerProcess.start(environment, ['--store', file, '--workers', '1', '--queue', '200']);

export async function codeOf(server: ServerProcess, key: string, image: string): Promise<number> {
	return (await server.post(receiptPath, { key, image })).body.error_code;
}

/** What `/healthz` says. */
export async function healthOf(server: ServerProcess) {
	const { statusCode, body } = await server.client.request({ method: 'GET', path: '/healthz' });
	return { statusCode, ...((await body.json()) as { status: string; waiting: number }) };
}

/** Asks again until the health is the wanted one; returns the last answer. */
export async function untilHealth(server: ServerProcess, wanted: string) {
	for (let attempt = 0; attempt < 200; attempt++) {
		const health = await healthOf(server);
		if (health.status === wanted) return health;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return await healthOf(server);
}

const holder = `
	const { DatabaseSync } = require('node:sqlite');
	const [, file, begin] = process.argv;
	const database = new DatabaseSync(file);
	database.exec(begin);
	console.log('locked');
	process.stdin.on('end', () => { database.exec('ROLLBACK'); database.close(); }).resume();
`;

/** Locks a store from another process; returns what ends the lock. */
export async function lock(file: string, begin = 'BEGIN IMMEDIATE'): Promise<() => Promise<void>> {
	const child = spawn(process.execPath, ['-e', holder, file, begin], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	return async () => {
		const exited = once(child, 'exit');
		child.stdin.end();
		await exited;
	};
}
