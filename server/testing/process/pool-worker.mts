// A worker for the tests of the pool: the first byte of a picture says what it does with it.
import type { Order, Report, Turn } from '../../src/worker/messages.mts';

/** Files that nothing was said of yet. */
const open = new Set<number>();

function send(report: Report): void {
	if ('id' in report) open.delete(report.id);
	process.send?.(report);
}

/** A file on which nothing is read. */
const emptyTurn: Turn = {
	documents: [],
	pageCount: 1,
	leftOut: { pages: 0, documents: 0, reasons: [] },
	emptyPages: [],
};

const held: unknown[] = [];

const behaviours: Record<string, (id: number) => void> = {
	n: (id) => send({ type: 'turn', id, turn: emptyTurn }),
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
		send({ type: 'turn', id, turn: emptyTurn });
		setTimeout(() => held.push(Buffer.alloc(600e6, 1)), 100);
	},
	v: () => {
		for (;;) held.push(new Array(1000).fill(held.length));
	},
	w: (id) => setTimeout(() => send({ type: 'turn', id, turn: emptyTurn }), 100),
};

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
	if (order.type === 'read') {
		open.add(order.id);
		behaviours[String.fromCharCode(order.file[0])](order.id);
	} else if (open.has(order.id)) send({ type: 'cancelled', id: order.id });
});
send({ type: 'ready' });
