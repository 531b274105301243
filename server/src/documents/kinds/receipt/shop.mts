import { findDate } from '../../dates.mts';
import { textOf, type Row } from '../../layout/rows.mts';
import { columnLexicon } from '../../lexicon/columns.mts';
import { lookUp } from '../../lexicon/labels.mts';
import {
	address,
	branch,
	cityBranch,
	courtesy,
	documentWord,
	phone,
	promotion,
	shopEnd,
	shopWord,
	title,
} from '../../lexicon/receipt-words.mts';
import type { Reading } from '../../lex/reading.mts';
import { textReadings } from '../../lex/texts.mts';
import { charsIn, runOf } from '../../lex/run.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { Weights } from '../../score/weights.mts';
import { simplify } from '../../spelling.mts';
import { compact, hasHan, hasLetter, joinSpaced, trimSigns } from '../../text.mts';
import { headerColumns } from '../../table/header.mts';
import { partSign, type ReadSlip } from './page.mts';

/** No name of a shop, with what the slip calls itself behind it, is longer. */
const longestName = 100;
/** What greets before the name: 欢迎光临 永辉超市. */
const greeting = /^(?:欢迎您?(?:光临|来到|惠顾)?|WELCOME(?: TO)?|谢谢惠顾)[\s!,、:]*(?=.{2})/iu;
/** The number of the day in front of a guest's name for the order, or of a screen or table. */
const dayNumber =
	/^\d{1,4}[号號](?:显示|顯示|屏|台|檯|桌|窗)|^[*=~-]*#\s?\d+|^[A-Z]{0,2}-?\d{1,5}号?$|^[\[(][^\])]{2,4}[\])].*\d$/u;
/** The number of a shop before or behind its name: [3017]南园, 南园(1203). */
const shopNumber = /^[[(]\d+[\])]\s?(?=\p{L})|(?<=\p{L})\s?[[(]\d+[\])]$/gu;
/** A name with its branch in brackets behind it. */
const withBranch = /^[^([]{2,}[([]/u;

/** The name in a row, without what the slip calls itself behind it: `永兴五金 销货清单`. */
function nameIn(row: Row): string {
	const whole = row.text.replace(/^[*=~#-]+|(?<![*=~#-])[*=~#-]+$/gu, '').trim();
	const text = whole.slice(greeting.exec(simplify(whole))?.[0].length ?? 0);
	const last = text.length > longestName ? -1 : text.length - 2;
	for (let at = 3; at <= last; at++) {
		const isApart = text[at - 1] === ' ' || shopEnd.test(text.slice(0, at));
		if (isApart && title.test(text.slice(at))) return joinSpaced(trimSigns(text.slice(0, at)));
	}
	return joinSpaced(trimSigns(text));
}

function isHead(row: Row): boolean {
	const [first] = compact(row.text).split('/');
	return headerColumns(row, 0) !== undefined || !!lookUp(columnLexicon, simplify(first));
}

/** Whether a row is the Chinese name of a shop, by its words. */
function isNamed({ text }: Row): boolean {
	const plain = compact(text);
	return hasHan(plain) && shopWord.test(plain) && !title.test(plain) && !courtesy.test(plain);
}

/** What tells a row with a name from others. */
function signsOf(row: Row, text: string, usualHeight: number, top: readonly Row[]): string[] {
	const plain = compact(text);
	const isBranch = branch.test(plain) && !withBranch.test(plain);
	return [
		...(dayNumber.test(compact(row.text)) ? ['number of the day'] : []),
		...(isHead(row) ? ['heads'] : []),
		...(title.test(plain) ? ['title'] : []),
		...(documentWord.test(plain) ? ['word of a slip'] : []),
		...(courtesy.test(plain) ? ['courtesy'] : []),
		...(promotion.test(plain) && !shopWord.test(plain) ? ['promotion'] : []),
		...(phone.test(plain) ? ['phone'] : []),
		...(address.test(plain.replace(/(?<=^.{2,})[([].*$/u, '')) ? ['address'] : []),
		...(findDate(plain) ? ['date'] : []),
		...(/^[^:]{2,8}:./u.test(plain) ? ['colon'] : []),
		...(shopWord.test(plain) ? [isBranch ? 'word of a branch' : 'word of a shop'] : []),
		...(isBranch ? ['branch'] : []),
		...(cityBranch.test(plain) ? ['branch of a city'] : []),
		...(!hasHan(plain) ? ['no Chinese'] : []),
		...(!hasHan(plain) && top.some((other) => isNamed(other)) ? ['no Chinese as others'] : []),
		...(top.every(({ height }) => height <= row.height) ? ['largest'] : []),
		...(/^\W*[*=~#-]{2}/u.test(row.text) ? ['between signs'] : []),
		...(plain.length > 18 ? ['long'] : []),
		...(plain.length <= 2 ? ['short'] : []),
		...(/\d{4}/u.test(plain) ? ['number'] : []),
		...(row.height > 1.3 * usualHeight
			? ['large']
			: row.height > 1.12 * usualHeight
				? ['rather large']
				: []),
	];
}

/** Rows from the top that can hold the name. */
const topRows = 7;

/** What can be the name of the shop: a row at the top or the foot, or what a label says. */
export function shopCandidates(read: ReadSlip, weights: Weights): Candidate[] {
	const { slip, table, values } = read;
	const heights = slip.rows.map(({ height }) => height).sort((a, b) => a - b);
	const usual = heights[Math.floor(heights.length / 2)];
	const labelledOnes = values
		.filter(({ label }) => label.entry?.field === 'shop')
		.flatMap(({ label, chars, signs }) =>
			textReadings(chars).map((reading) =>
				candidateOf(
					'shop_name',
					{ ...reading, text: reading.text.replace(shopNumber, '') },
					label.row,
					[...signs, partSign(read, label.row)],
					weights,
				),
			),
		);
	let names = 0;
	const placed = slip.rows.flatMap((row, i) => {
		const leads = (start: number) => !hasLetter(textOf(row.chars.slice(0, start)));
		const isLabelled = slip.labels[i].some(
			({ start, entry }) => leads(start) && entry?.field !== 'shop',
		);
		const text = nameIn(row);
		if (isLabelled || !hasLetter(text) || compact(text).length < 2 || table.parts[i] === 'line')
			return [];
		const isTop = i < topRows && table.parts[i] === 'before';
		if (!isTop && !(table.parts[i] === 'after' && shopWord.test(text))) return [];
		const run = runOf(row.chars);
		const at = Math.max(0, run.text.indexOf(text));
		const reading: Reading = {
			text,
			chars: charsIn(run, at, at + text.length),
			signs: signsOf(row, text, usual, slip.rows.slice(0, topRows)),
		};
		const isName = !reading.signs.some((sign) =>
			/title|heads|courtesy|phone|address|date|colon|promotion|word of a slip|number of the day/u.test(
				sign,
			),
		);
		const place = isTop ? `name ${Math.min(isName ? names : 4, 4)} from the top` : 'at the foot';
		if (isName && isTop) names++;
		return [
			candidateOf(
				'shop_name',
				reading,
				i,
				['without a label', place, `row ${Math.min(i, 5)}`],
				weights,
			),
		];
	});
	return [...labelledOnes, ...placed];
}
