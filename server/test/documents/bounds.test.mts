import { setImmediate } from 'node:timers/promises';
import { readInvoice } from '../../src/documents/invoice.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import { readDocument } from '../../src/worker/reading.mts';
import { hostilePages } from '../../testing/documents/hostile-pages.mts';
import { pageOf } from '../../testing/documents/page.mts';
import { growthOf, tooSteep } from '../../testing/growth.mts';

describe('the fullest pages', () => {
	it('are read in a time that grows with their text, not with its square', () => {
		const read = (pieces: number) => {
			const page = hostilePages['rows of different characters'](pieces);
			readInvoice(page);
			readReceipt(page);
		};
		expect(growthOf(read, 400)).toBeLessThan(tooSteep);
	});

	it('are refused where they hold more than a document', () => {
		const rowsOf = (count: number, row: string) =>
			pageOf(Array<string>(count).fill(row).join('\n'));
		const refusals: Array<[page: ReturnType<typeof pageOf>, message: RegExp]> = [
			[rowsOf(2001, '1'), /more than 2000 pieces of text/],
			[rowsOf(41, '金额'.repeat(250)), /more than 20000 characters/],
			[rowsOf(1, '金额'.repeat(501)), /more than 1000 characters in one line/],
			// One sign that stands for eighteen.
			[rowsOf(1, '\ufdfa'.repeat(100)), /more than 1000 characters in one line/],
		];
		for (const [page, message] of refusals) {
			for (const read of [readInvoice, readReceipt]) {
				expect(() => read(page)).toThrow(PictureError);
				expect(() => read(page)).toThrow(message);
			}
		}
	});

	it('are read whole: a receipt of 300 lines of goods', () => {
		const goods = Array.from({ length: 300 }, (_, i) => `商品${i}号      2   3.50   7.00`);
		const text = ['永兴超市', '品名      数量   单价   金额', ...goods, '合计        2100.00'];
		const { table, total_amount } = readReceipt(pageOf(text.join('\n')));
		expect(table).toHaveLength(300);
		expect(table[299]).toEqual({
			product: '商品299号',
			quantity: '2',
			unit_price: '3.50',
			subtotal_amount: '7.00',
		});
		expect(total_amount).toBe('2100.00');
	});
});

describe('readDocument', () => {
	it.each(['invoice', 'receipt'] as const)(
		'leaves the rules of an %s between two steps',
		async (document) => {
			const page = hostilePages['goods that add up'](200);
			const gone = new AbortController();
			const reading = readDocument(document, page, gone.signal);
			const outcome = jest.fn();
			reading.catch(outcome);
			await setImmediate();
			gone.abort(new Error('gone'));
			await setImmediate();
			await setImmediate();
			expect(outcome).toHaveBeenCalledWith(new Error('gone'));
		},
	);

	it('lets other work have its turn between the steps, and reads what is read at once', async () => {
		const page = hostilePages['goods between sums'](200);
		let [turns, isOver] = [0, false];
		const counting = (async () => {
			while (!isOver) {
				await setImmediate();
				turns++;
			}
		})();
		const { data } = await readDocument('receipt', page);
		isOver = true;
		await counting;
		expect(data).toEqual(readReceipt(page));
		expect(turns).toBeGreaterThan(5);
	});
});
