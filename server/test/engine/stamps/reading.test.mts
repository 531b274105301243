import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..', '..');
const tool = join(root, 'server', 'bench', 'sealed.mts');
const pictures = join(root, 'samples', 'sealed');

describe('values below red and blue stamps', () => {
	let run: SpawnSyncReturns<string>;
	beforeAll(() => {
		const args = [tool, '--out', pictures, '--min', 'clean=88,photo=94', '--misses'];
		run = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 });
	}, 310_000);

	it('are read as well as the bar says', () => {
		const { status, stdout, stderr } = run;
		expect(`${status}\n${stdout}${stderr}`).toMatch(/^0\n/u);
	});

	it('hold no text of a stamp', () => {
		const counts = run.stdout.match(/with text of a stamp \d+/gu) ?? [];
		expect(counts).toHaveLength(8);
		expect(new Set(counts)).toEqual(new Set(['with text of a stamp 0']));
	});
});
