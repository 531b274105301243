import { continues, isCopy, type ReadPage } from '../../src/documents/join/continues.mts';
import { onePageOf } from '../../src/documents/join/sheets.mts';
import { locationOf } from '../../src/documents/location.mts';
import { areaOf } from '../../src/page/geometry.mts';
import type { Page } from '../../src/page/types.mts';
import { factsOf } from '../../src/worker/facts.mts';
import { readDocument } from '../../src/worker/reading.mts';
import { pageOf } from '../../testing/documents/page.mts';

const head = (mark: string, number = '25332000000081234569') => `
                电子发票（普通发票）          发票号码：${number}
                                              开票日期：2025年03月18日
                                              ${mark}
购  名称：杭州青禾测试科技有限公司      销  名称：苏州蓝石办公用品有限公司
方  统一社会信用代码：91330106MA2TET01XM      方  统一社会信用代码：91320505MA1WXYT02N
项目名称        规格型号    单位    数量    单价    金额    税率    税额`;
const pen = (i: number) => `*文具*测试笔${i}号    支    10    10.00    100.00    13%    13.00`;
const first = pageOf(`${head('共2页 第1页')}
${[1, 2, 3].map(pen).join('\n')}
小    计                                      ¥300.00            ¥39.00
备注
开票人：王小明`);
const second = {
	...pageOf(`${head('共2页 第2页')}
${[4, 5].map(pen).join('\n')}
小    计                                      ¥200.00            ¥26.00
合    计                                      ¥500.00            ¥65.00
价税合计（大写）  ⊗伍佰陆拾伍圆整            （小写）¥565.00
备注
开票人：王小明`),
	number: 2,
};

async function read(page: Page): Promise<ReadPage> {
	return { page, facts: factsOf(await readDocument('invoice', page)) };
}

describe('continues', () => {
	it('is so of a page with the same number, and of no other', async () => {
		const [one, two] = [await read(first), await read(second)];
		expect(continues(one, two)).toBe(true);
		const other = pageOf(`${head('共2页 第2页', '25332000000081234570')}\n${pen(4)}`);
		expect(continues(one, await read(other))).toBe(false);
	});

	it('is so of the list of goods that says whose it is', async () => {
		const list = pageOf(`
      销售货物或者提供应税劳务、服务清单
所属增值税电子普通发票代码：032002100311  号码：25332000000081234569
序号  货物名称  规格型号  单位  数量  单价  金额  税率  税额
1  *文具*测试笔  支  10  10.00  100.00  13%  13.00`);
		expect(continues(await read(first), await read(list))).toBe(true);
		const others = pageOf(`
      销售货物或者提供应税劳务、服务清单
所属增值税电子普通发票代码：032002100311  号码：25332000000081230000`);
		expect(continues(await read(first), await read(others))).toBe(false);
	});

	it('tells a copy of a page from its next one', async () => {
		expect(isCopy(await read(first), await read(first))).toBe(true);
		expect(isCopy(await read(first), await read(second))).toBe(false);
	});
});

describe('onePageOf', () => {
	it('reads as one invoice, with all rows and the total of the last page', async () => {
		const { data } = await readDocument('invoice', onePageOf([first, second]));
		const infos = (data as { invoice_general_infos: Array<{ name: string; value: string }> })
			.invoice_general_infos;
		const valuesOf = (name: string) =>
			infos.filter((info) => info.name === name).map(({ value }) => value);
		expect(valuesOf('货物或应税劳务、服务名称')).toEqual(
			[1, 2, 3, 4, 5].map((i) => `*文具*测试笔${i}号`),
		);
		expect(valuesOf('合计金额(小写)')).toEqual(['565.00']);
		expect(valuesOf('合计金额')).toEqual(['500.00']);
	});

	it('keeps where each text stood on its own page', () => {
		const long = onePageOf([first, second]);
		const placeOn = (page: Page, text: string) => {
			const box = page.boxes.find((one) => one.text.includes(text));
			return box && locationOf(page, [areaOf(box.quad)]);
		};
		for (const text of ['电子发票', '测试笔2号']) {
			expect(placeOn(long, text)).toEqual(placeOn(first, text));
		}
		for (const text of ['测试笔5号', '伍佰陆拾伍']) {
			expect(placeOn(long, text)).toEqual(placeOn(second, text));
			expect(placeOn(long, text)?.page).toBe(2);
		}
	});
});
