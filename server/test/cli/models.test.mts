import { createHash, randomBytes } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PublishedFile } from '../../src/cli/models/catalogue.mts';
import { fetchModels } from '../../src/cli/models/command.mts';
import { sourceOf } from '../../src/cli/models/source.mts';
import { FileServer } from '../../testing/process/file-server.mts';
import { SmallDisk } from '../../testing/process/small-disk.mts';

/** As large as a connection brings in several pieces. */
const size = 150_000;
const described = (part: PublishedFile['part'], name: PublishedFile['name'], bytes: Buffer) => ({
	part,
	name,
	repository: `Own_${part}_onnx`,
	revision: 'abc',
	bytes: bytes.length,
	sha256: createHash('sha256').update(bytes).digest('hex'),
});
const contents = new Map(
	(['det', 'rec'] as const).flatMap((part) => [
		[`${part}/inference.yml`, Buffer.from(`Global: { model_name: Own_${part} }`)] as const,
		[`${part}/inference.onnx`, randomBytes(size)] as const,
	]),
);
const files: PublishedFile[] = [...contents].map(([place, bytes]) => {
	const [part, name] = place.split('/') as [PublishedFile['part'], PublishedFile['name']];
	return described(part, name, bytes);
});

let root: string;
let server: FileServer;
let log: string[];
beforeEach(async () => {
	root = mkdtempSync(path.join(tmpdir(), 'juhe-fetch-'));
	server = await FileServer.start(
		new Map([...contents].map(([place, bytes]) => [`/${place}`, bytes])),
	);
	log = [];
});
afterEach(async () => {
	await server.stop();
	rmSync(root, { recursive: true });
});

const fetchInto = (folder: string, from = server.url, patience = 20_000) =>
	fetchModels(files, sourceOf(from, 'own'), folder, {
		patience,
		log: { write: (text) => log.push(text) },
	});
const fetchOwn = (from?: string, patience?: number) =>
	fetchInto(path.join(root, 'own'), from, patience);
const expectWhole = (folder = path.join(root, 'own')) => {
	for (const [place, bytes] of contents) {
		expect(readFileSync(path.join(folder, place)).equals(bytes)).toBe(true);
	}
	expect(readdirSync(path.dirname(folder))).not.toContain('own.part');
};
const part = (place: string) => path.join(root, 'own.part', place);

/** Sends the beginning of a file, and ends the connection when it was written. */
function breakOff(response: ServerResponse, bytes: Buffer, place: string): void {
	response.writeHead(200, { 'content-length': bytes.length });
	response.write(bytes.subarray(0, 100_000));
	const written = () => existsSync(part(place)) && statSync(part(place)).size === 100_000;
	const timer = setInterval(() => {
		if (!written()) return;
		clearInterval(timer);
		response.destroy();
	}, 5);
}

describe('fetching models', () => {
	it('brings the files into a folder that appears when all are there, and says how far it is', async () => {
		const seen: boolean[] = [];
		server.behaviour = () => (seen.push(existsSync(path.join(root, 'own'))), false);
		expect(await fetchOwn()).toBe(true);
		expectWhole();
		expect(seen).toEqual([false, false, false, false]);
		expect(log.at(-1)).toBe('  0.3 of 0.3 MB (100 %)\n');
	});

	it('asks for nothing where they are there already', async () => {
		await fetchOwn();
		server.asked.length = 0;
		expect(await fetchOwn()).toBe(false);
		expect(server.asked).toEqual([]);
	});

	it('leaves a folder alone that holds other files, and says which', async () => {
		mkdirSync(path.join(root, 'own', 'rec'), { recursive: true });
		writeFileSync(path.join(root, 'own', 'rec', 'inference.onnx'), 'mine');
		await expect(fetchOwn()).rejects.toThrow(/own is there, and .+ is not the official file/);
		expect(readFileSync(path.join(root, 'own', 'rec', 'inference.onnx'), 'utf8')).toBe('mine');
	});

	it.each([
		['as a folder of models', '', (place: string) => place],
		['in a folder of the size', '', (place: string) => `own/${place}`],
		['in a folder of the repository', '', (place: string) => `Own_${place.replace('/', '_onnx/')}`],
		[
			'as on the hub',
			'/PaddlePaddle',
			(place: string) => `PaddlePaddle/Own_${place.replace('/', '_onnx/resolve/abc/')}`,
		],
	])('finds them %s, at an address', async (_, below, placed) => {
		const mirror = await FileServer.start(
			new Map([...contents].map(([place, bytes]) => [`/${placed(place)}`, bytes])),
		);
		try {
			await fetchOwn(`${mirror.url}${below}`);
		} finally {
			await mirror.stop();
		}
		expectWhole();
	});

	it('takes them from a folder, also one that is named as a file address', async () => {
		const usb = path.join(root, 'usb');
		await fetchInto(path.join(usb, 'own'));
		await fetchOwn(usb);
		expectWhole();
		await fetchInto(path.join(root, 'again'), `file://${usb}/own`);
		expectWhole(path.join(root, 'again'));
	});

	it('goes on by itself where a connection breaks, from the byte where it broke', async () => {
		server.behaviour = ({ url, headers }, response, bytes) => {
			if (!url?.endsWith('onnx') || headers.range) return false;
			breakOff(response, bytes, url.slice(1));
			return true;
		};
		await fetchOwn();
		expectWhole();
		expect(server.asked).toContain('/det/inference.onnx from 100000');
		expect(server.asked).toContain('/rec/inference.onnx from 100000');
	});

	it('goes on at another call where all connections broke', async () => {
		server.behaviour = ({ url, headers }, response, bytes) => {
			if (!url?.startsWith('/rec/inference.onnx')) return false;
			if (headers.range) response.destroy();
			else breakOff(response, bytes, 'rec/inference.onnx');
			return true;
		};
		await expect(fetchOwn()).rejects.toThrow(/cannot be reached|broke off/);
		expect(existsSync(path.join(root, 'own'))).toBe(false);
		server.asked.length = 0;
		server.behaviour = () => false;
		await fetchOwn();
		expectWhole();
		expect(server.asked).toEqual(['/rec/inference.onnx from 100000']);
	});

	it('begins anew where a server knows no ranges, and where it had less', async () => {
		mkdirSync(part('rec'), { recursive: true });
		writeFileSync(
			part('rec/inference.onnx'),
			contents.get('rec/inference.onnx')!.subarray(0, 70_000),
		);
		mkdirSync(part('det'), { recursive: true });
		writeFileSync(part('det/inference.onnx'), Buffer.alloc(90_000, 1));
		server.behaviour = ({ url, headers }, response, bytes) => {
			if (url === '/det/inference.onnx' && headers.range) response.writeHead(416).end();
			else if (url === '/rec/inference.onnx') response.writeHead(200).end(bytes);
			else return false;
			return true;
		};
		await fetchOwn();
		expectWhole();
	});

	it('takes away what of another version was there, and begins anew', async () => {
		mkdirSync(part('det'), { recursive: true });
		writeFileSync(part('det/inference.onnx'), randomBytes(70_000));
		await fetchOwn();
		expectWhole();
		expect(server.asked.filter((asked) => asked.startsWith('/det/inference.onnx'))).toEqual([
			'/det/inference.onnx from 70000',
			'/det/inference.onnx',
		]);
	});

	it.each<[string, FileServer['behaviour'], RegExp]>([
		[
			'other bytes',
			(_, response, bytes) => (response.end(randomBytes(bytes.length)), true),
			/det\/inference\.yml from http:\S+ has the sum \w{64}, \w{64} is right: .+ was not kept/,
		],
		[
			'too many bytes',
			(_, response, bytes) => (response.end(Buffer.concat([bytes, bytes])), true),
			/det\/inference\.yml from http:\S+ has \d+ bytes, \d+ are right: it is another file/,
		],
		[
			'bytes without end',
			(_, response, bytes) => (response.write(bytes), response.end(bytes), true),
			/det\/inference\.yml is longer than \d+ bytes/,
		],
		['a refusal', (_, response) => (response.writeHead(403).end(), true), /answers with 403/],
		['a fault', (_, response) => (response.writeHead(503).end(), true), /answers with 503/],
		['an end at once', (_, response) => (response.destroy(), true), /cannot be reached|broke off/],
	])('keeps nothing of %s, and says what is wrong', async (_, behaviour, message) => {
		server.behaviour = behaviour;
		await expect(fetchOwn()).rejects.toThrow(message);
		expect(readdirSync(root)).toEqual([]);
	});

	it('gives up on a server that is silent', async () => {
		server.behaviour = (_, response) => (response.writeHead(200), response.flushHeaders(), true);
		await expect(fetchOwn(undefined, 150)).rejects.toThrow(
			/broke off \(nothing came for 0\.15 seconds\)/,
		);
		expect(existsSync(path.join(root, 'own'))).toBe(false);
	});

	it('says what an address or a folder lacks', async () => {
		await expect(fetchOwn(`${server.url}/other`)).rejects.toThrow(
			/\/other\/ has no det\/inference\.yml, nor Own_det_onnx\/inference\.yml/,
		);
		await expect(fetchOwn(path.join(root, 'none'))).rejects.toThrow(
			/none has no det\/inference\.yml/,
		);
		expect(() => sourceOf('ftp://mirror/x', 'own')).toThrow(/a folder or an address with http/);
	});

	it('shows no password of an address, and sends it', async () => {
		const sent: Array<string | undefined> = [];
		server.behaviour = ({ headers }, response) => {
			sent.push(headers.authorization);
			response.writeHead(401).end();
			return true;
		};
		const outcome = fetchOwn(server.url.replace('//', '//me:s%40crt@'));
		await expect(outcome).rejects.toThrow(/answers with 401/);
		await expect(outcome).rejects.not.toThrow(/s%40crt|s@crt/);
		expect(sent).toEqual([`Basic ${Buffer.from('me:s@crt').toString('base64')}`]);
	});

	it('keeps nothing on a disk without room, be it from the beginning or suddenly', async () => {
		const disk = SmallDisk.mount(path.join(root, 'disk'));
		if (!disk) return;
		try {
			const folder = path.join(disk.path, 'own');
			await expect(fetchInto(folder)).rejects.toThrow(/no room for 0\.3 MB in .+ are free/);
			expect(readdirSync(disk.path)).toEqual([]);

			const small = files.filter(({ part }) => part === 'det');
			let makeRoom = () => {};
			server.behaviour = ({ url }) => {
				if (url === '/det/inference.onnx') makeRoom = disk.fill();
				return false;
			};
			const outcome = fetchModels(small, sourceOf(server.url, 'own'), folder, {
				patience: 20_000,
				log: { write: () => undefined },
			});
			await expect(outcome).rejects.toThrow(/there is no room for \S+inference\.onnx/);
			expect(existsSync(folder)).toBe(false);
			expect(existsSync(path.join(disk.path, 'own.part/det/inference.onnx'))).toBe(false);
			makeRoom();
		} finally {
			disk.unmount();
		}
	});
});
