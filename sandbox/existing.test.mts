import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findN8n, fits } from './existing.mts';

test.each([
	['2.41.1', true],
	['2.41.2', true],
	['2.42.0', true],
	['2.100.0', true],
	['2.41.0', false],
	['2.9.9', false],
	['1.123.81', false],
	['3.0.0', false],
])('n8n %s stands in for 2.41.1: %s', (version, expected) => {
	expect(fits(version, '2.41.1')).toBe(expected);
});

describe('an n8n on the PATH', () => {
	let folder: string;

	beforeEach(
		async () => (folder = await mkdtemp(path.join(await realpath(tmpdir()), 'juhe-path-'))),
	);
	afterEach(async () => await rm(folder, { recursive: true }));

	async function install(name: string, version: string): Promise<string> {
		const home = path.join(folder, name, 'lib', 'node_modules', 'n8n');
		const bin = path.join(folder, name, 'bin');
		await mkdir(path.join(home, 'bin'), { recursive: true });
		await mkdir(bin);
		await writeFile(path.join(home, 'package.json'), JSON.stringify({ name: 'n8n', version }));
		await writeFile(path.join(home, 'bin', 'n8n'), '');
		await symlink(path.join(home, 'bin', 'n8n'), path.join(bin, 'n8n'));
		return bin;
	}
	const find = (...folders: string[]) => findN8n(folders.join(path.delimiter));

	test('is found through its link, the first one first', async () => {
		const [first, second] = [await install('a', '2.43.0'), await install('b', '2.41.1')];
		expect(await find('/nowhere', first, second)).toEqual({
			home: path.join(folder, 'a', 'lib', 'node_modules', 'n8n'),
			version: '2.43.0',
		});
	});

	test('is none where the program of that name is something else', async () => {
		const bin = path.join(folder, 'bin');
		await mkdir(bin);
		await writeFile(path.join(bin, 'n8n'), '#!/bin/sh');
		expect(await find(bin)).toBeUndefined();
		expect(await find('')).toBeUndefined();
	});
});
