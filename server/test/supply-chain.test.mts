import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const workflows = readdirSync(join(root, '.github/workflows')).map((name) => ({
	name,
	text: read(`.github/workflows/${name}`),
}));
/** What stands behind a word in YAML, wherever the line begins. */
const valuesOf = (text: string, word: string) =>
	[...text.matchAll(new RegExp(`^[ -]*${word}: *(.+)$`, 'gm'))].map(([, value]) => value);

describe.each(workflows)('the workflow $name', ({ text }) => {
	it('takes every action at a commit, and says which version that is', () => {
		const actions = valuesOf(text, 'uses');
		expect(actions.length).toBeGreaterThan(0);
		for (const action of actions) {
			expect(action).toMatch(/^[\w.-]+\/[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
		}
	});

	it('may only read the repository, unless a job says that it needs more', () => {
		const beforeJobs = text.slice(0, text.indexOf('\njobs:'));
		expect(beforeJobs).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
		expect(text).not.toMatch(/write-all|read-all/);
		expect(valuesOf(text, '[\\w-]+').filter((value) => value === 'write').length).toBe(
			(text.match(/# For the provenance statement\.\n *id-token: write/g) ?? []).length,
		);
	});

	it('hands its token to no step after the checkout', () => {
		const checkouts = text.match(/uses: actions\/checkout@/g) ?? [];
		const kept = text.match(/uses: actions\/checkout@.*\n +with:\n +persist-credentials: false/g);
		expect(kept).toHaveLength(checkouts.length);
	});

	it('names exact versions of machines, images and Node', () => {
		for (const machine of valuesOf(text, 'runs-on')) expect(machine).toMatch(/^ubuntu-\d\d\.\d\d$/);
		for (const image of valuesOf(text, '(?:container|image)')) expect(image).toMatch(exactImage);
		for (const node of valuesOf(text, 'node-version')) expect(node).toMatch(/^\d+\.\d+\.\d+$/);
	});

	it('ends by itself', () => {
		expect(valuesOf(text, 'timeout-minutes')).toHaveLength(valuesOf(text, 'runs-on').length);
	});
});

const exactImage = /^[\w./-]+:\d+\.\d+\.\d+(-[\w.]+)*$/;

it('builds the images from exact versions', () => {
	const dockerfile = [...read('server/Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, of]) => of);
	const compose = valuesOf(read('server/compose.yaml'), 'image');
	expect([...dockerfile, ...compose]).toHaveLength(2);
	for (const image of [...dockerfile, ...compose]) expect(image).toMatch(exactImage);
});

it('installs without running the scripts of packages in the image', () => {
	expect(read('server/Dockerfile')).toMatch(/npm ci --omit=dev --ignore-scripts/);
});

it('depends on exact versions, each with its checksum', () => {
	const manifest = JSON.parse(read('server/package.json')) as { dependencies: object };
	const lock = JSON.parse(read('server/package-lock.json')) as {
		packages: Record<string, { integrity?: string }>;
	};
	for (const version of Object.values(manifest.dependencies)) {
		expect(version).toMatch(/^\d+\.\d+\.\d+$/);
	}
	for (const [place, { integrity }] of Object.entries(lock.packages)) {
		if (place !== '') expect(integrity).toMatch(/^sha512-/);
	}
});
