import { join } from 'node:path';
import { rowsOf } from '../../src/documents/layout/rows.mts';
import { seemsSeveral } from '../../src/documents/several.mts';
import { answerOf } from '../../src/http/answer.mts';
import { Sheaf } from '../../src/worker/sheaf.mts';
import { fixtureFiles } from '../../testing/documents/fixtures.mts';
import { pageOf } from '../../testing/documents/page.mts';

const fixtures = fixtureFiles(join(__dirname, '../../testing/documents/slips')).flatMap(
	(file) => file.fixtures,
);

it('takes no layout of one document for several', () => {
	const taken = fixtures.filter(({ text, truth }) =>
		seemsSeveral(rowsOf(pageOf(text)), truth.kind),
	);
	expect(taken.map(({ truth }) => truth.id)).toEqual([]);
});

it.each(['invoice', 'receipt'] as const)(
	'tells that two of an %s are on a page: 8 of 10',
	(kind) => {
		const whole = fixtures.filter(
			({ truth }) => truth.kind === kind && Object.keys(truth.fields).length > 6,
		);
		const pairs = whole.map(({ text }, i) => `${text}\n${whole[(i + 1) % whole.length].text}`);
		const told = pairs.filter((text) => seemsSeveral(rowsOf(pageOf(text)), kind));
		expect(told.length / pairs.length).toBeGreaterThan(0.8);
	},
);

/** Two slips on a strip; the picture ends before the total of the second one, so that it is no document of its own. */
const torn = `
      惠民便利店
单号:20240305001   收银员:07
日期:2024-03-05 10:21   机号:02
品名      数量   单价   金额
牛奶        2    3.50    7.00
合计:7.00
实收:10.00   找零:3.00
谢谢惠顾
      惠民便利店
单号:20240305002   收银员:08
日期:2024-03-05 10:24   机号:02
品名      数量   单价   金额
面包        1    8.00    8.00`;

async function answerTo(text: string): Promise<object> {
	const sheaf = new Sheaf('receipt');
	await sheaf.addOnly({ page: { ...pageOf(text), number: 1 }, source: 0, number: 1 });
	await sheaf.end();
	return answerOf({
		documents: sheaf.take(),
		pageCount: 1,
		leftOut: { pages: 0, documents: 0, reasons: [] },
		emptyPages: [],
	});
}

it('says so in the answer where a page could not be taken apart', async () => {
	expect(await answerTo(torn)).toHaveProperty('several', true);
});

it('says nothing of it where a page holds one document, or two that it takes apart', async () => {
	const { text } = fixtures.find(({ truth }) => truth.kind === 'receipt')!;
	const next = text.replace(/\d/gu, (digit) => String((Number(digit) + 3) % 10));
	const one = await answerTo(text);
	expect(one).not.toHaveProperty('several');
	expect(one).not.toHaveProperty('documents');
	const two = await answerTo(`${text}\n\n\n${next}`);
	expect(two).not.toHaveProperty('several');
	expect(two).toHaveProperty('documents.length', 2);
});
