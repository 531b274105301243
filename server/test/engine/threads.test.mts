import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const tool = join(root, 'server', 'bench', 'lines.mts');
const picture = join(root, 'samples', 'receipts', 'r16-canteen.jpg');

describe('OcrEngine', () => {
	// What it waits for would be an answer of the helping thread that never came.
	it('keeps no process alive that has read what it wanted', () => {
		const { status, signal, stdout } = spawnSync(process.execPath, [tool, picture], {
			encoding: 'utf8',
			timeout: 45_000,
		});
		expect({ status, signal }).toEqual({ status: 0, signal: null });
		expect(stdout).toContain('银杏园职工食堂');
	});
});
