// node server/bench/soak.mts [--minutes 10] [--seed 1]
// Mixed load on a server: good, bad and hostile input, clients that go away or never finish, workers that
// are killed, and attacks of every kind that a stranger can try. Ends with exit code 1 when a request is lost or
// answered wrongly, a connection stays unanswered, a health check waits, the server holds more memory than at
// first or it exceeds what README.md says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newKey } from '../src/access/key-hash.mts';
import { KeyStore } from '../src/access/key-store.mts';
import { attacks } from './load/attacks.mts';
import { seededRandom, seeds } from './load/hostile.mts';
import { lanes } from './load/lanes.mts';
import { heldMemory, Server } from './load/server.mts';
import { Soak } from './load/soak.mts';

const { values } = parseArgs({
	options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const milliseconds = Number(values.minutes) * 60_000;
const deadline = 20;

const folder = mkdtempSync(path.join(tmpdir(), 'juhe-ocr-soak-'));
const file = path.join(folder, 'keys.sqlite');
const [key, floodKey, pictureKey] = [newKey(), newKey(), newKey()];
const store = new KeyStore(file);
const rules = { apis: ['invoice', 'receipt'], addresses: [], trial: false } as const;
store.add(key, { name: 'soak', ...rules });
store.add(floodKey, { name: 'flood', ...rules });
store.add(pictureKey, { name: 'pictures', ...rules });

const server = await Server.start(
	['--store', file, '--workers', '2', '--deadline', String(deadline)],
	heldMemory,
);
const soak = new Soak({
	server,
	key,
	floodKey,
	pictureKey,
	deadline: deadline * 1000,
	milliseconds,
	random: seededRandom(Number(values.seed)),
	files: await seeds(),
});
try {
	await soak.run([...lanes, ...attacks]);
	const counted = store.list().reduce((sum, { id }) => sum + store.usage(id, Date.now()).total, 0);
	const faults = await soak.faults(counted);
	for (const fault of faults) console.error(`FAULT ${fault}`);
	console.log(faults.length === 0 ? 'no fault' : `${faults.length} faults`);
	if (faults.length > 0) process.exitCode = 1;
} finally {
	await server.stop();
	store.close();
	rmSync(folder, { recursive: true });
}
