import { memoryOfProc, memoryOfPs, memoryWatch } from '../../src/worker/resident-memory.mts';

const nobody = 2 ** 30;

it('tells what a process holds on this system, and nothing of one that is gone', async () => {
	const block = Buffer.alloc(100e6, 1);
	const bytes = Number(await memoryWatch.read(process.pid));
	expect(bytes).toBeGreaterThan(block.length);
	expect(bytes).toBeLessThan(10e9);
	expect(await memoryWatch.read(nobody)).toBeUndefined();
});

it('agrees with ps, where there is one', async () => {
	const ofPs = await memoryOfPs(process.pid);
	const ofProc = await memoryOfProc(process.pid);
	if (ofPs && ofProc) expect(ofPs / ofProc).toBeCloseTo(1, 0);
	expect(await memoryOfPs(nobody)).toBeUndefined();
});
