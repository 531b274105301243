import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let home: string;
beforeEach(() => {
	home = mkdtempSync(path.join(tmpdir(), 'juhe-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

jest.setTimeout(180_000);

// What onnxruntime tells its maker of its use, it keeps in the home folder first.
it.each([
	['models are opened', '../../testing/process/prepared-graphs.mts'],
	['graphs are prepared', '../../src/engine/prepare.mts'],
])('nothing about their use is gathered when %s', (_, script) => {
	const { XDG_CACHE_HOME, ORT_DISABLE_TELEMETRY, ...environment } = process.env;
	const { status, stderr } = spawnSync(
		process.execPath,
		[path.join(__dirname, script), path.join(home, 'graphs')],
		{ env: { ...environment, HOME: home }, encoding: 'utf8' },
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(readdirSync(home).filter((name) => name !== 'graphs')).toEqual([]);
});
