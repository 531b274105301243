import { cutPage } from '../../src/documents/cut/cut.mts';
import type { Page, Point, TextBox } from '../../src/page/types.mts';
import { factsOf } from '../../src/worker/facts.mts';
import type { Reading } from '../../src/worker/messages.mts';
import { readDocument } from '../../src/worker/reading.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** A receipt with its own shop, number and total. */
const receipt = (shop: string, number: string, day: string, price: string) => `
        # ${shop}
单号:${number}
日期:2025-03-${day} 10:01
品名        数量    单价      金额
牛奶          1    ${price}     ${price}
面包          1     8.00      8.00
合计                        ${(Number(price) + 8).toFixed(2)}
微信支付                    ${(Number(price) + 8).toFixed(2)}
        谢谢惠顾`;

const invoice = (number: string, amount: string, tax: string, total: string) => `
                电子发票（普通发票）          发票号码：${number}
                                              开票日期：2025年03月18日
购  名称：杭州青禾测试科技有限公司      销  名称：苏州蓝石办公用品有限公司
方  统一社会信用代码：91330106MA2TET01XM      方  统一社会信用代码：91320505MA1WXYT02N
项目名称        规格型号    单位    数量    单价    金额    税率    税额
*文具*签字笔                盒      1    ${amount}    ${amount}    13%    ${tax}



合    计                                        ¥${amount}            ¥${tax}
价税合计（大写）  ⊗壹佰壹拾叁圆整            （小写）¥${total}
备注

开票人：王小明`;

const placed = (page: Page, move: (point: Point) => Point): TextBox[] =>
	page.boxes.map((box) => ({
		...box,
		quad: box.quad.map(move) as unknown as TextBox['quad'],
	}));

/** Documents on one page: what each is moved and turned by. */
function together(texts: string[], moves: Array<(point: Point) => Point>): Page {
	const boxes = texts.flatMap((text, i) => placed(pageOf(text), moves[i]));
	return { width: 4000, height: 4000, boxes };
}

const at =
	(left: number, top: number, degrees = 0) =>
	({ x, y }: Point): Point => {
		const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
		return { x: left + x * cos - y * sin, y: top + x * sin + y * cos };
	};

async function totalsOf(kind: Reading['document'], page: Page): Promise<string[]> {
	const parts = await cutPage(page, { read: (part) => readDocument(kind, part), factsOf });
	expect(parts.flatMap((part) => part.page.boxes).length).toBeLessThanOrEqual(page.boxes.length);
	return parts.map(({ read }) => factsOf(read).total);
}

const [first, second, third] = [
	receipt('青禾超市', 'A1001', '18', '5.50'),
	receipt('蓝石文具店', 'B2002', '19', '12.00'),
	receipt('江边小馆', 'C3003', '20', '30.00'),
];

describe('cuts', () => {
	it.each([
		['one below another', [at(0, 0), at(60, 420)]],
		['side by side', [at(0, 0), at(900, 130)]],
		['side by side at different angles', [at(0, 0, 5), at(1000, 130, -6)]],
		['one below another at different angles', [at(0, 0, -4), at(60, 480, 5)]],
	])('two receipts %s', async (_, moves) => {
		expect(await totalsOf('receipt', together([first, second], moves))).toEqual(['13.50', '20.00']);
	});

	it('four receipts in two rows, from the top down and from left to right', async () => {
		const fourth = receipt('南山书店', 'D4004', '21', '41.00');
		const moves = [at(0, 0), at(900, 0), at(0, 500), at(900, 500)];
		const page = together([first, second, third, fourth], moves);
		expect((await totalsOf('receipt', page)).toSorted()).toEqual(
			['13.50', '20.00', '38.00', '49.00'].toSorted(),
		);
	});

	it('two invoices on one sheet', async () => {
		const page = together(
			[
				invoice('25332000000081234591', '100.00', '13.00', '113.00'),
				invoice('25332000000081234592', '300.00', '39.00', '339.00'),
			],
			[at(0, 0), at(0, 640)],
		);
		expect(await totalsOf('invoice', page)).toEqual(['113.00', '339.00']);
	});

	it('two receipts of the same sum and day, told by their numbers', async () => {
		const twin = receipt('青禾超市', 'A1002', '18', '5.50');
		expect(await totalsOf('receipt', together([first, twin], [at(0, 0), at(900, 0)]))).toEqual([
			'13.50',
			'13.50',
		]);
	});
});

const slip = (amount: string) => `
        银联签购单
商户名称:青禾超市
终端编号:30217745
凭证号:004417
日期:2025-03-18 10:02
金额        RMB ${amount}
持卡人签名`;

describe('does not cut', () => {
	it('a receipt with a blank band', async () => {
		const [head, tail] = first.split('合计');
		const page = together([head, `合计${tail}`], [at(0, 0), at(0, 700)]);
		expect(await totalsOf('receipt', page)).toEqual(['13.50']);
	});

	it('a receipt with the slip of the card below it', async () => {
		const page = together([first, slip('13.50')], [at(0, 0), at(0, 460)]);
		expect(await totalsOf('receipt', page)).toHaveLength(1);
	});

	it('an invoice whose table is nearly empty', async () => {
		const text = invoice('25332000000081234591', '100.00', '13.00', '113.00');
		const page = pageOf(text.replace('\n\n\n\n', '\n'.repeat(30)));
		expect(await totalsOf('invoice', page)).toEqual(['113.00']);
	});
});

it('leaves the slip of a card out that lies beside its receipt, and finds the receipt below', async () => {
	const page = together([first, slip('13.50'), second], [at(0, 0), at(900, 0), at(900, 500)]);
	expect(await totalsOf('receipt', page)).toEqual(['13.50', '20.00']);
});

it('takes a slip over another sum for a document', async () => {
	const page = together([first, slip('88.00')], [at(0, 0), at(900, 0)]);
	expect(await totalsOf('receipt', page)).toEqual(['13.50', '88.00']);
});

it('looks at a bounded part of a page that could be cut anywhere', async () => {
	const row = (i: number) => `单号:A${1000 + i}  2025-03-18  合计  1.00`;
	const page = pageOf(Array.from({ length: 450 }, (_, i) => row(i)).join('\n'));
	let text = 0;
	const read = (part: Page) => {
		text += part.boxes.length;
		return Promise.resolve(part);
	};
	const facts = { number: '', code: '', date: '', total: '', paid: '', name: '', rows: 0 };
	await cutPage(page, { read, factsOf: () => facts });
	expect(text).toBeLessThan(20_000);
});
