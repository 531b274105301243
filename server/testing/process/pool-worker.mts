// A worker for the tests of the pool: the first byte of a picture says what it does with it.
import type { Order, Piece, Report } from '../../src/worker/messages.mts';

/** Files that nothing was said of yet. */
const open = new Set<number>();

function send(report: Report): void {
	if ('id' in report) open.delete(report.id);
	process.send?.(report);
}

/** A file on which nothing is read. */
const emptyPiece: Piece = {
	documents: [],
	pageCount: 1,
	leftOut: { pages: 0, documents: 0, reasons: [] },
	emptyPages: [],
};

const held: unknown[] = [];

/** A piece of a file of pages without end, on each of which a document is found. */
function pieceAt(page: number): Piece {
	const data = {
		invoice_general_infos: [{ name: '发票号码', value: String(page) }],
		confidence: {},
		location: {},
	};
	return {
		...emptyPiece,
		documents: [
			{
				place: { page, box: [0, 0, 1000, 1000] },
				reading: { document: 'invoice', data },
				signs: {},
			},
		],
		pageCount: 1000,
		rest: { page: page + 1, pagesRead: page, documents: page },
	};
}

const behaviours: Record<string, (id: number, page: number) => void> = {
	p: (id, page) =>
		setTimeout(() => send({ type: 'piece', id, piece: pieceAt(page), isBusy: false }), 100),
	x: (id, page) =>
		page < 3 ? send({ type: 'piece', id, piece: pieceAt(page), isBusy: false }) : process.exit(3),
	n: (id) => send({ type: 'piece', id, piece: emptyPiece, isBusy: false }),
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
		send({ type: 'piece', id, piece: emptyPiece, isBusy: false });
		setTimeout(() => held.push(Buffer.alloc(600e6, 1)), 100);
	},
	v: () => {
		for (;;) held.push(new Array(1000).fill(held.length));
	},
	w: (id) => setTimeout(() => send({ type: 'piece', id, piece: emptyPiece, isBusy: false }), 100),
};

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
	if (order.type === 'read') {
		open.add(order.id);
		behaviours[String.fromCharCode(order.file[0])](order.id, order.rest?.page ?? 1);
	} else if (open.has(order.id)) send({ type: 'cancelled', id: order.id });
});
send({ type: 'ready', models: [] });
