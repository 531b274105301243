import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

const root = path.resolve(__dirname, '../..');
const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

describe('the published package', () => {
	it('holds dist, index.js and its papers, and nothing else', () => {
		const [{ files }] = JSON.parse(
			execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
				cwd: root,
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'ignore'],
			}),
		) as [{ files: Array<{ path: string }> }];
		const names = files.map(({ path: name }) => name).sort();
		const outsideDist = names.filter((name) => !name.startsWith('dist/'));
		expect(outsideDist).toEqual([
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'index.js',
			'package.json',
		]);
		const odd = names.filter(
			(name) =>
				name.startsWith('dist/') &&
				!/^dist\/(credentials|nodes)\/.*\.(js|node\.json)$|^dist\/icons\/juhe(\.dark)?\.svg$/.test(
					name,
				),
		);
		expect(odd).toEqual([]);
		expect(names).toEqual(
			expect.arrayContaining([...packageJson.n8n.nodes, ...packageJson.n8n.credentials]),
		);
	});

	it('keeps the rules of a verified community package', () => {
		expect(packageJson).toMatchObject({
			name: 'n8n-nodes-juhe',
			license: 'MIT',
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			files: ['dist', 'CHANGELOG.md'],
			peerDependencies: { 'n8n-workflow': '*' },
			n8n: { strict: true },
		});
		expect(packageJson.dependencies).toBeUndefined();
		expect(packageJson.overrides).toBeUndefined();
		const installScripts = ['preinstall', 'install', 'postinstall', 'prepare'];
		expect(
			Object.keys(packageJson.scripts).filter((name) => installScripts.includes(name)),
		).toEqual([]);
	});

	it('exports both nodes and the credential, with icons and codex files where n8n looks for them', () => {
		const { JuheApi, JuheInvoiceOcr, JuheReceiptOcr } = require(root) as {
			JuheApi: new () => ICredentialType;
			JuheInvoiceOcr: new () => INodeType;
			JuheReceiptOcr: new () => INodeType;
		};
		const iconsOf = (icon: unknown, folder: string) =>
			Object.values(icon as Record<string, string>).map((file) =>
				path.join(root, 'dist', folder, file.replace('file:', '')),
			);
		const { icon } = new JuheApi();
		const icons = iconsOf(icon, 'credentials');
		for (const [Node, folder] of [
			[JuheInvoiceOcr, 'nodes/JuheInvoiceOcr'],
			[JuheReceiptOcr, 'nodes/JuheReceiptOcr'],
		] as const) {
			const { description } = new Node();
			icons.push(...iconsOf(description.icon, folder));
			const codex = path.join(root, 'dist', folder, `${path.basename(folder)}.node.json`);
			expect(JSON.parse(readFileSync(codex, 'utf8')).node).toBe(
				`n8n-nodes-juhe.${description.name}`,
			);
		}
		expect(icons).toHaveLength(6);
		expect(icons.filter((file) => !existsSync(file))).toEqual([]);
	});
});
