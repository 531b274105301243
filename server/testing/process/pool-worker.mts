// A worker for the tests of the pool: the first byte of a picture says what it does with it.
import type { Order, Report } from '../../src/worker/messages.mts';

const send = (report: Report) => process.send?.(report);

const held: unknown[] = [];

const behaviours: Record<string, (id: number) => void> = {
	n: (id) => send({ type: 'nothing', id }),
	r: (id) => send({ type: 'refused', id, message: 'no picture' }),
	f: (id) => send({ type: 'failed', id, stack: 'Error: a fault' }),
	e: () => process.exit(3),
	t: () =>
		setImmediate(() => {
			throw new Error('crashed');
		}),
	h: () => undefined,
	s: () => {
		for (;;);
	},
	m: () => {
		for (;;) held.push(Buffer.alloc(10e6, 1));
	},
	k: (id) => {
		send({ type: 'nothing', id });
		setTimeout(() => held.push(Buffer.alloc(600e6, 1)), 100);
	},
	v: () => {
		for (;;) held.push(new Array(1000).fill(held.length));
	},
	w: (id) => setTimeout(() => send({ type: 'nothing', id }), 100),
};

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
	if (order.type === 'read') behaviours[String.fromCharCode(order.file[0])](order.id);
	else send({ type: 'cancelled', id: order.id });
});
send({ type: 'ready', models: [] });
