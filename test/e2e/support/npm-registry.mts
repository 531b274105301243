import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathWithThisNode, run } from '../../../sandbox/process.mts';

/** What `npm pack --json` says of the tarball that it made. */
interface Packed {
	name: string;
	version: string;
	filename: string;
	integrity: string;
	shasum: string;
}

/** The registry that n8n installs from; another one needs a licence, so this one is stood in for. */
const host = 'registry.npmjs.org';

/**
 * A proxy on 127.0.0.1 behind which registry.npmjs.org is this project's packed tarball and nothing else.
 * All other hosts are refused. n8n and npm are led here by variables alone, so what they run is their own code.
 */
export class NpmRegistry {
	readonly tarball: Packed;
	/** The paths that were asked for, in order. */
	readonly requests: string[] = [];
	readonly #folder: string;
	readonly #manifest: object;
	#proxy?: Server;

	private constructor(folder: string, tarball: Packed, manifest: object) {
		this.#folder = folder;
		this.tarball = tarball;
		this.#manifest = manifest;
	}

	/**
	 * Packs the project as npm would publish it and serves it.
	 * @param root the project's folder, built
	 * @throws with npm's or openssl's last words, if one of them fails
	 */
	static async start(root: string): Promise<NpmRegistry> {
		const folder = await mkdtemp(path.join(tmpdir(), 'juhe-registry-'));
		const [tarball] = JSON.parse(
			await run('npm pack', 'npm', ['pack', '--json', '--pack-destination', folder], {
				cwd: root,
				env: { ...process.env, PATH: pathWithThisNode() },
			}),
		) as Packed[];
		const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as object;
		const registry = new NpmRegistry(folder, tarball, manifest);
		await registry.#listen();
		return registry;
	}

	/** The variables that lead n8n, and the npm that it starts, here. */
	get environment(): NodeJS.ProcessEnv {
		const { port } = this.#proxy?.address() as AddressInfo;
		return {
			HTTPS_PROXY: `http://127.0.0.1:${port}`,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: this.#certificate,
			// Neither another registry nor another cache of this machine may answer instead.
			HOME: this.#folder,
		};
	}

	async stop(): Promise<void> {
		this.#proxy?.closeAllConnections();
		this.#proxy?.close();
		await rm(this.#folder, { recursive: true });
	}

	get #certificate(): string {
		return path.join(this.#folder, 'certificate.pem');
	}

	async #listen(): Promise<void> {
		const key = path.join(this.#folder, 'key.pem');
		const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
		const files = ['-keyout', key, '-out', this.#certificate];
		const request = ['req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-days', '2'];
		await run('openssl', 'openssl', [...request, ...subject, ...files]);

		const answer = this.#answer.bind(this);
		const tls = createTlsServer(
			{ key: await readFile(key), cert: await readFile(this.#certificate) },
			answer,
		);
		this.#proxy = createServer(answer);
		this.#proxy.on('connect', ({ url }, socket) => {
			if (url !== `${host}:443`) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			tls.emit('connection', socket);
		});
		await new Promise<void>((resolve) => this.#proxy?.listen(0, '127.0.0.1', resolve));
	}

	/** Some clients send a proxy the whole address instead of opening a tunnel. */
	async #answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
		const { hostname, pathname } = new URL(url, `https://${host}`);
		this.requests.push(pathname);
		if (hostname !== host) return void response.writeHead(403).end();
		const { name, version, filename } = this.tarball;
		if (pathname === `/${name}/-/${filename}`) {
			return void response.end(await readFile(path.join(this.#folder, filename)));
		}
		const document = {
			[`/${name}`]: this.#packument(),
			[`/${name}/latest`]: this.#published(),
			[`/${name}/${version}`]: this.#published(),
		}[pathname];
		response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
		response.end(JSON.stringify(document ?? { error: 'not_found' }));
	}

	#packument(): object {
		const { name, version } = this.tarball;
		return { name, 'dist-tags': { latest: version }, versions: { [version]: this.#published() } };
	}

	#published(): object {
		const { name, filename, integrity, shasum } = this.tarball;
		const tarball = `https://${host}/${name}/-/${filename}`;
		return { ...this.#manifest, dist: { tarball, integrity, shasum } };
	}
}
