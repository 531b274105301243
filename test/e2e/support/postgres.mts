import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../sandbox/ports.mts';
import { BackgroundProcess, run } from '../../../sandbox/process.mts';

const versions = '/usr/lib/postgresql';
const startTimeout = 20_000;
/** The only user, who needs no password: nobody but this machine reaches the port. */
const user = 'postgres';

/** A PostgreSQL of its own on 127.0.0.1, with a data folder of its own. */
export class Postgres {
	readonly port: number;
	readonly user = user;
	readonly #folder: string;
	readonly #programs: string;
	readonly #process: BackgroundProcess;

	private constructor(port: number, folder: string, programs: string, process: BackgroundProcess) {
		this.port = port;
		this.#folder = folder;
		this.#programs = programs;
		this.#process = process;
	}

	/** @throws if PostgreSQL is not installed, or with its last words if it does not start */
	static async start(): Promise<Postgres> {
		const programs = await findPrograms();
		const folder = await mkdtemp(path.join(tmpdir(), 'juhe-postgres-'));
		const data = path.join(folder, 'data');
		if (isRoot()) {
			await run('chown', 'chown', [user, folder]);
			await chmod(folder, 0o700);
		}
		const initdb = [
			path.join(programs, 'initdb'),
			'-D',
			data,
			'-U',
			user,
			'-A',
			'trust',
			'-E',
			'UTF8',
		];
		await run('initdb', ...unprivileged([...initdb, '--locale=C.UTF-8']), { cwd: '/' });

		const port = await freePort();
		const server = [path.join(programs, 'postgres'), '-D', data, '-k', folder, '-p', String(port)];
		const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'];
		const process = new BackgroundProcess('PostgreSQL', ...unprivileged([...server, ...settings]), {
			cwd: '/',
		});
		await process.waitUntil(
			() => process.output.includes('ready to accept connections') || undefined,
			startTimeout,
		);
		return new Postgres(port, folder, programs, process);
	}

	async createDatabase(name: string): Promise<void> {
		await this.query('postgres', `create database ${name}`);
	}

	/**
	 * Runs one statement.
	 * @returns what it answers, a line each; columns as psql separates them
	 * @throws with psql's words if it fails
	 */
	async query(database: string, sql: string): Promise<string[]> {
		const where = ['-h', '127.0.0.1', '-p', String(this.port), '-U', user, '-d', database];
		const how = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', sql];
		const printed = await run('psql', path.join(this.#programs, 'psql'), [...where, ...how]);
		return printed.split('\n').filter((line) => line !== '');
	}

	async stop(): Promise<void> {
		await this.#process.stop();
		await rm(this.#folder, { recursive: true });
	}
}

/** PostgreSQL refuses to run as root; Debian's package made a user for it. */
function unprivileged([program, ...args]: string[]): [string, string[]] {
	if (!isRoot()) return [program, args];
	const drop = [`--reuid=${user}`, `--regid=${user}`, '--init-groups'];
	return ['setpriv', [...drop, program, ...args]];
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/** Debian keeps each version's programs in a folder of their own, outside PATH. */
async function findPrograms(): Promise<string> {
	const found = existsSync(versions) ? await readdir(versions) : [];
	const newest = found.sort((a, b) => Number(b) - Number(a)).at(0);
	if (!newest) throw new Error('PostgreSQL is missing: apt-get install postgresql');
	return path.join(versions, newest, 'bin');
}
