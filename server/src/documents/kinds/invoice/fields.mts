import { findDate } from '../../dates.mts';
import { wordsOf } from '../../find.mts';
import type { Sheet } from '../../invoice/sheet.mts';
import type { Reading } from '../../lex/reading.mts';
import {
	checkCodeReadings,
	clerkReadings,
	dateReadings,
	digitReadings,
	plainReadings,
	timeReadings,
} from './lexers.mts';
import type { Alone, Field } from './kind.mts';
import { spelling } from '../../layout/rows.mts';

/** Rows from the top on which a number can stand without a label. */
const topRows = 6;
/** The numbers and codes that invoices have, alone in a word, be it behind the word for a number. */
const loneNumber = /^(?:NO|N0|№)?[.:]?[\dOolI]{8,20}$/iu;

/** The lengths of codes and numbers. Source: the State Taxation Administration's numbering of invoices. */
export const codeLengths: Readonly<Record<string, readonly number[]>> = {
	发票代码: [10, 12],
	发票号码: [8, 20],
	校验码: [5, 6, 8, 16, 20],
};
const loneLengths: readonly number[] = [...codeLengths.发票代码, ...codeLengths.发票号码];

/** Numbers that stand alone in the upper rows, before the first label. */
function loneNumbers({ rows, labels }: Sheet): Alone[] {
	return rows.slice(0, topRows).flatMap(({ chars }, row) =>
		wordsOf(chars.slice(0, labels[row][0]?.start ?? chars.length)).flatMap((word) =>
			loneNumber.test(spelling(word))
				? digitReadings(word)
						.filter(({ text }) => loneLengths.includes(text.length))
						.map((reading) => ({ reading, row, signs: ['alone'] }))
				: [],
		),
	);
}

/** Dates that no label tells. */
const loneDates = ({ rows }: Sheet): Alone[] => {
	let before = 0;
	return rows.flatMap(({ chars, text }, row) => {
		if (!findDate(text)) return [];
		const sign = before++ === 0 ? 'alone' : 'later alone';
		return dateReadings(chars).map((reading) => ({ reading, row, signs: [sign] }));
	});
};

/** What the same number printed again says, and that of a fully digital invoice, which has no code. */
function numberSigns(reading: Reading, others: readonly Reading[]): string[] {
	const isAgain = others.some(
		({ chars, text }) => chars[0] !== reading.chars[0] && text === reading.text,
	);
	return [
		...(isAgain ? ['printed again'] : []),
		...(others.some(({ text }) => text.length === 20) ? ['beside a number of 20'] : []),
	];
}

const text = (name: string, label: Field['labels'][number]): Field => ({
	name,
	labels: [label],
	lex: plainReadings,
	reach: 'field',
});

/** Fields that identify an invoice. */
export const codeFields: readonly Field[] = [
	{
		name: '发票代码',
		labels: ['code'],
		lex: digitReadings,
		lengths: codeLengths.发票代码,
		alone: loneNumbers,
		signs: numberSigns,
	},
	{
		name: '发票号码',
		labels: ['number'],
		lex: digitReadings,
		lengths: codeLengths.发票号码,
		alone: loneNumbers,
		signs: numberSigns,
	},
	{ name: '日期', labels: ['date'], lex: dateReadings, alone: loneDates },
	{ name: '校验码', labels: ['checkCode'], lex: checkCodeReadings, lengths: codeLengths.校验码 },
];

/** When an invoice was issued, to the minute. */
export const timeField: Field = { name: '时间', labels: ['time', 'date'], lex: timeReadings };

/** Fields of texts and of clerks. */
export const textFields: readonly Field[] = [
	text('行业分类', 'industry'),
	text('发票消费类型', 'consumption'),
	text('经办人取票用户', 'ticketUser'),
	text('经办人支付信息', 'paymentInfo'),
	text('经办人商户号', 'merchantNumber'),
	text('经办人订单号', 'orderNumber'),
	{ name: '收款人', labels: ['payee'], lex: clerkReadings },
	{ name: '复核', labels: ['reviewer'], lex: clerkReadings },
	{ name: '开票人', labels: ['issuer'], lex: clerkReadings },
];
