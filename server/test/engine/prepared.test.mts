import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const prepare = path.join(__dirname, '../../src/engine/prepare.mts');
const reader = path.join(__dirname, '../../testing/process/prepared-graphs.mts');

const run = (script: string, ...args: string[]) =>
	spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
const found = (...args: string[]) => JSON.parse(run(reader, ...args).stdout) as unknown;
const all = (isPrepared: boolean) =>
	Object.fromEntries(
		['detection', 'recognition', 'orientation'].map((part) => [
			part,
			{ isPrepared, isFile: isPrepared, isSame: true },
		]),
	);

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'juhe-graphs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

jest.setTimeout(180_000);

describe('graphs that were simplified ahead', () => {
	it('are read from their folder, which holds nothing else, and compute the very same', () => {
		const left = ['an-earlier-one.onnx', 'broken-off.part'];
		for (const name of left) writeFileSync(path.join(folder, name), 'of another version');
		expect(run(prepare, folder)).toMatchObject({ status: 0, stderr: '' });
		expect(readdirSync(folder)).toEqual(
			Array.from({ length: 3 }, () => [
				expect.stringMatching(/^[0-9a-f]{64}\.onnx$/u),
				expect.stringMatching(/^[0-9a-f]{64}\.weights$/u),
			]).flat(),
		);
		expect(found(folder)).toEqual(all(true));
		const bytes = (ending: string) =>
			readdirSync(folder)
				.filter((name) => name.endsWith(ending))
				.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
		// What is not in the graph itself is mapped into memory instead of copied.
		expect(bytes('.onnx') / bytes('.weights')).toBeLessThan(0.02);
	});

	it('are not taken without their weights', () => {
		run(prepare, folder);
		for (const name of readdirSync(folder).filter((file) => file.endsWith('.weights'))) {
			rmSync(path.join(folder, name));
		}
		expect(found(folder)).toEqual(all(false));
	});

	it('are not needed: a model is simplified when it is loaded, and nothing is written', () => {
		const missing = path.join(folder, 'missing');
		expect(found(missing)).toEqual(all(false));
		expect(existsSync(missing)).toBe(false);
	});

	it('leave nothing half-written of a model that cannot be simplified', () => {
		expect(found(folder, 'no model')).toEqual(all(false));
		expect(readdirSync(folder)).toEqual([]);
	});
});
