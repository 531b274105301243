import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { catalogue } from '../../src/cli/models/catalogue.mts';
import { FileServer } from '../../testing/process/file-server.mts';
import { runToEnd } from '../../testing/process/server-process.mts';

describe('juhe-ocr-server models', () => {
	it('pins every official file by its revision, its length and its sum', () => {
		expect(Object.keys(catalogue)).toEqual(['tiny', 'small', 'medium']);
		for (const [size, own] of Object.entries(catalogue)) {
			expect(own.map(({ part, name }) => `${part}/${name}`).sort()).toEqual(
				['det', 'rec'].flatMap((part) => [`${part}/inference.onnx`, `${part}/inference.yml`]),
			);
			for (const { repository, part, revision, sha256, bytes } of own) {
				expect(repository).toBe(`PP-OCRv6_${size}_${part}_onnx`);
				expect(revision).toMatch(/^[\da-f]{40}$/);
				expect(sha256).toMatch(/^[\da-f]{64}$/);
				expect(bytes).toBeGreaterThan(0);
			}
		}
	});

	it('refuses files that are not the official ones, with an exit code and one sentence', async () => {
		const to = mkdtempSync(path.join(tmpdir(), 'juhe-fetch-'));
		const server = await FileServer.start(
			new Map([['/det/inference.yml', Buffer.from('Global: { model_name: Own_det }')]]),
		);
		const { code, output } = await runToEnd(['models', 'tiny', '--from', server.url, '--to', to]);
		await server.stop();
		expect(code).toBe(1);
		expect(output).toMatch(/^juhe-ocr-server: det\/inference\.yml from http.+/m);
		expect(output).not.toMatch(/^\s+at /m);
		expect(readdirSync(to)).toEqual([]);
		rmdirSync(to);
	});

	it('says what can be fetched', async () => {
		const { code, output } = await runToEnd(['models', 'huge']);
		expect(code).toBe(1);
		expect(output).toMatch(/models huge: one of tiny, small, medium is needed/);
		expect((await runToEnd(['models', '--help'])).output).toMatch(/--from URL\|DIR/);
	});
});
