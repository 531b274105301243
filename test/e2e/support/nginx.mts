import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../sandbox/ports.mts';
import { BackgroundProcess } from '../../../sandbox/process.mts';
import { answersOk } from './answers-ok.mts';

const program = '/usr/sbin/nginx';
const startTimeout = 10_000;

/** What became of one request: its path, the answer's status, and the servers that were tried for it. */
export interface BalancedRequest {
	path: string;
	status: number;
	servers: string[];
}

/** An nginx of its own on 127.0.0.1 that shares the OCR servers' work out. */
export class Nginx {
	readonly url: string;
	readonly #folder: string;
	readonly #process: BackgroundProcess;

	private constructor(url: string, folder: string, process: BackgroundProcess) {
		this.url = url;
		this.#folder = folder;
		this.#process = process;
	}

	/**
	 * @param servers addresses such as http://127.0.0.1:8787
	 * @throws if nginx is not installed, or with its last words if it does not start
	 */
	static async start(servers: string[]): Promise<Nginx> {
		if (!existsSync(program)) throw new Error('nginx is missing: apt-get install nginx-light');
		const folder = await mkdtemp(path.join(tmpdir(), 'juhe-nginx-'));
		const port = await freePort();
		const file = path.join(folder, 'nginx.conf');
		await writeFile(file, configuration(folder, port, servers));
		const args = ['-p', folder, '-c', file, '-e', path.join(folder, 'error.log')];
		const process = new BackgroundProcess('nginx', program, args);
		const url = `http://127.0.0.1:${port}`;
		await process.waitUntil(() => answersOk(`${url}/healthz`), startTimeout);
		return new Nginx(url, folder, process);
	}

	/** All calls of the two APIs so far, in the order of their ends. */
	async requests(): Promise<BalancedRequest[]> {
		const log = await readFile(path.join(this.#folder, 'access.log'), 'utf8');
		return log
			.split('\n')
			.filter((line) => line.startsWith('POST '))
			.map((line) => {
				const [, where, status, servers] = /^POST (\S+) (\d+) (.*)$/.exec(line) ?? [];
				return { path: where, status: Number(status), servers: servers.split(', ') };
			});
	}

	async stop(): Promise<void> {
		await this.#process.stop();
		await rm(this.#folder, { recursive: true });
	}
}

/**
 * After one failure a server is left out for ten seconds. A request that did not reach its server goes to the next one;
 * nginx does not repeat a POST that was sent, because it cannot know what that costs. The nodes can: with Retry
 * Uncertain Requests, which is free on servers of one's own, they send it again.
 */
function configuration(folder: string, port: number, servers: string[]): string {
	const upstream = servers
		.map((url) => `server ${new URL(url).host} max_fails=1 fail_timeout=10s;`)
		.join('\n\t\t');
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((kind) => `${kind}_temp_path ${folder}/${kind};`)
		.join('\n\t');
	return `user ${userInfo().username};
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 256; }
http {
	${temporary}
	log_format calls '$request_method $uri $status $upstream_addr';
	access_log ${folder}/access.log calls;
	client_max_body_size 32m;
	upstream ocr {
		least_conn;
		${upstream}
	}
	server {
		listen 127.0.0.1:${port};
		location / {
			proxy_pass http://ocr;
			proxy_http_version 1.1;
			proxy_connect_timeout 2s;
			proxy_read_timeout 60s;
		}
	}
}
`;
}
