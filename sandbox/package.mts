import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathWithThisNode, run } from './process.mts';

/**
 * Packs this project as npm would publish it and puts it where n8n keeps community packages.
 * @param root the project's folder, built
 * @param userFolder n8n's user folder (N8N_USER_FOLDER)
 */
export async function placeCommunityPackage(root: string, userFolder: string): Promise<void> {
	const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const home = path.join(nodes, 'node_modules', name);
	await mkdir(home, { recursive: true });
	await writeFile(
		path.join(nodes, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: { [name]: version } }),
	);

	const scratch = await mkdtemp(path.join(tmpdir(), 'juhe-pack-'));
	try {
		const tarball = await pack(root, scratch);
		await run('tar', 'tar', ['-xzf', tarball, '--strip-components=1', '-C', home]);
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

async function pack(root: string, destination: string): Promise<string> {
	const printed = await run(
		'npm pack',
		'npm',
		['pack', '--pack-destination', destination, '--loglevel=error'],
		{ cwd: root, env: { ...process.env, PATH: pathWithThisNode() } },
	);
	return path.join(destination, printed.trim().split('\n').at(-1) ?? '');
}
