import { invoiceResult } from '../../src/documents/invoice/result.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import { locationOf, type Location } from '../../src/documents/location.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import type { Page } from '../../src/page/types.mts';
import { pageOf, type View } from '../../testing/documents/page.mts';

const slip = `
# 宏达超市
小票号:20231108  收银员:06
2023-11-08 18:20
品名            数量    单价    金额
苹果              2     6.00   12.00
面包              1     5.50    5.50
合计:                          17.50
`;

/** The box of a piece of text as it is printed, in thousandths. */
function printed(page: Page, text: string): number[] {
	const box = page.boxes.find((one) => one.text.includes(text));
	if (!box) throw new Error(`${text} is not on the page`);
	const [xs, ys] = [box.quad.map(({ x }) => x), box.quad.map(({ y }) => y)];
	const at = (value: number, size: number) => (1000 * value) / size;
	return [
		at(Math.min(...xs), page.width),
		at(Math.min(...ys), page.height),
		at(Math.max(...xs), page.width),
		at(Math.max(...ys), page.height),
	];
}

/** How much of two boxes is in both, as a share of both together. */
function overlap(a: readonly number[], b: readonly number[]): number {
	const size = ([left, top, right, bottom]: readonly number[]) =>
		Math.max(0, right - left) * Math.max(0, bottom - top);
	const shared = size([
		Math.max(a[0], b[0]),
		Math.max(a[1], b[1]),
		Math.min(a[2], b[2]),
		Math.min(a[3], b[3]),
	]);
	return shared / (size(a) + size(b) - shared);
}

const boxOf = (place: unknown) => (place as Location).box;

describe('the places of a receipt', () => {
	it.each<[string, View]>([
		['straight', {}],
		['tilted', { tilt: 4 }],
		['seen from the side', { perspective: [0.1, 0.1] }],
	])('are where its values are printed: %s', (_, view) => {
		const page = pageOf(slip, view);
		const { location } = readReceipt(page);
		expect(overlap(boxOf(location.shop_name), printed(page, '宏达超市'))).toBeGreaterThan(0.7);
		expect(overlap(boxOf(location.table[1].product), printed(page, '面包'))).toBeGreaterThan(0.7);
		expect(
			overlap(boxOf(location.table[0].subtotal_amount), printed(page, '12.00')),
		).toBeGreaterThan(0.7);
		expect(location.print_date).toBeNull();
	});

	it('are those of a figure by itself, not of the same digits in a longer one', () => {
		const page = pageOf(slip);
		const quantity = boxOf(readReceipt(page).location.table[1].quantity);
		const box = page.boxes.find(({ text }) => text === '1');
		expect(overlap(quantity, printed({ ...page, boxes: box ? [box] : [] }, '1'))).toBeGreaterThan(
			0.7,
		);
	});
});

describe('the places of an invoice', () => {
	const sheet = `
湖北省国家税务局通用机打发票
发票代码:142011600000   发票号码:01648000
开票日期:2018年1月22日
付款单位:武汉江岸云图信息技术咨询服务有限
         公司
项目          数量   单价    金额
餐费            1   120.00  120.00
早茶            1    80.00   80.00
合计人民币(大写):贰佰元整   (小写):¥200.00
`;
	const page = pageOf(sheet);
	const result = invoiceResult(readInvoice(page));

	it('stand beside the confidences, name by name', () => {
		expect(Object.keys(result.location)).toEqual(Object.keys(result.confidence));
		expect(result.location['金额']).toHaveLength(2);
		expect(result.location['校验码']).toBeNull();
		expect(result.location['发票号码']).toMatchObject({ page: 1 });
	});

	it('hold all of a name that goes on in the next row', () => {
		const [, top, , bottom] = boxOf(result.location['购买方名称']);
		expect(top).toBeLessThan(printed(page, '武汉江岸')[3]);
		expect(bottom).toBeGreaterThan(printed(page, '公司')[1]);
	});
});

describe('a place on a page that was turned', () => {
	/** A tenth of the way from the left, the upper fifth of the page as it was sent. */
	const area = { left: 10, top: 10, right: 20, bottom: 20 };
	it.each([
		[undefined, [100, 50, 200, 100]],
		[90, [50, 800, 100, 900]],
		[180, [800, 900, 900, 950]],
		[270, [900, 100, 950, 200]],
	] as const)('is that on the page as it was sent: %s degrees', (turned, box) => {
		const page = { width: 100, height: 200, boxes: [], turned };
		expect(locationOf({ ...page, number: 3 }, [area])).toEqual({ page: 3, box });
	});

	it('is none of no characters, and never beyond the page', () => {
		const page = { width: 100, height: 100, boxes: [] };
		expect(locationOf(page, [])).toBeNull();
		expect(locationOf(page, [{ left: -5, top: -5, right: 120, bottom: 30 }])).toEqual({
			page: 1,
			box: [0, 0, 1000, 300],
		});
	});
});
