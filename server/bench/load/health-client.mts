// Started by health-watch.mts: asks for /healthz in a process of its own, which no other client's work delays.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client.mts';

const interval = 100;
const patience = 30_000;

const client = new Client(process.argv[2], patience);
process.on('disconnect', () => process.exit());
for (;;) {
	const { status, milliseconds } = await client.get('/healthz');
	process.send?.({ status, milliseconds });
	await sleep(interval);
}
