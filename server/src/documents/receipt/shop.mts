import {
	address,
	branch,
	cityBranch,
	courtesy,
	documentWord,
	phone,
	promotion,
	shopWord,
	title,
} from '../lexicon/receipt-words.mts';
import { findDate } from '../dates.mts';
import { headerColumns } from '../table/header.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';
import { columnLexicon } from '../lexicon/columns.mts';
import { lookUp } from '../lexicon/labels.mts';
import { compact, hasHan, hasLetter, joinSpaced, trimSigns } from '../text.mts';
import { readText } from '../values.mts';
import type { SlipFields } from './fields.mts';
import type { SlipTable } from './region.mts';

/** How many rows from the top can hold the name. */
const topRows = 7;

/** The rows above the first label or the goods. */
function topOf({ slip }: SlipFields, region: SlipTable | undefined): Row[] {
	const end = Math.min(topRows, region ? region.from - region.heads.length : topRows);
	return slip.rows.slice(0, Math.max(end, 1)).filter((row, i) => {
		const leads = (start: number) => !hasLetter(textOf(row.chars.slice(0, start)));
		return !slip.labels[i].some(({ start, entry }) => leads(start) && entry?.field !== 'shop');
	});
}

/** A name with its branch in brackets behind it. */
const withBranch = /^[^([]{2,}[([]/u;

/** The end of a shop's name that says what it sells or is. */
const shopEnd = new RegExp(`(?:${shopWord.source})$`, 'iu');

/** No name of a shop, with what the slip calls itself behind it, is longer. */
const longestName = 100;

/** The name in a row, without what the slip calls itself behind it: `永兴五金 销货清单`. */
function nameIn(row: Row): string {
	const text = row.text.replace(/^[*=~#-]+|(?<![*=~#-])[*=~#-]+$/gu, '').trim();
	const last = text.length > longestName ? -1 : text.length - 2;
	for (let at = 3; at <= last; at++) {
		const isApart = text[at - 1] === ' ' || shopEnd.test(text.slice(0, at));
		if (isApart && title.test(text.slice(at))) return joinSpaced(trimSigns(text.slice(0, at)));
	}
	return joinSpaced(trimSigns(text));
}

/** The number of the day in front of a guest's name for the order (`A037`, `#17 外卖`), or of a screen or table. */
const dayNumber =
	/^\d{1,4}[号號](?:显示|顯示|屏|台|檯|桌|窗)|^[*=~-]*#\s?\d+|^[A-Z]{0,2}-?\d{1,5}号?$|^[\[(][^\])]{2,4}[\])].*\d$/u;

/** Whether a row is of the heads of the goods: its columns, or names for what stands in one (`品名/规格`). */
function isHead(row: Row): boolean {
	const [first, ...more] = compact(row.text).split('/');
	return headerColumns(row, 0) !== undefined || (more.length > 0 && !!lookUp(columnLexicon, first));
}

function isName(row: Row): boolean {
	const text = compact(nameIn(row));
	return (
		!dayNumber.test(compact(row.text)) &&
		!isHead(row) &&
		hasLetter(text) &&
		text.length >= 2 &&
		!title.test(text) &&
		!documentWord.test(text) &&
		!courtesy.test(text) &&
		!(promotion.test(text) && !shopWord.test(text)) &&
		!phone.test(text) &&
		!address.test(text.replace(/(?<=^.{2,})[([].*$/u, '')) &&
		!findDate(text) &&
		!/^[^:]{2,8}:./u.test(text)
	);
}

/** How much a row looks like the brand line: high up, large, with a word for a shop, no branch. */
function score(row: Row, position: number, usualHeight: number): number {
	const text = compact(nameIn(row));
	let points = -position;
	points += 3 * Math.min(2, row.height / usualHeight - 1);
	const isBranch =
		(branch.test(text) && !withBranch.test(text)) || (position > 0 && cityBranch.test(text));
	if (shopWord.test(text) && !isBranch) points += 0.9;
	if (isBranch) points -= 2;
	if (!hasHan(text)) points -= 1.5;
	if (text.length > 18) points -= 1;
	return points;
}

/** The number of a shop before or behind its name: [3017]南园, 南园(1203). */
const shopNumber = /^[[(]\d+[\])]\s?(?=\p{L})|(?<=\p{L})\s?[[(]\d+[\])]$/gu;

const readShopName = (chars: readonly Char[]): string | undefined =>
	readText(chars)?.replace(shopNumber, '');

/** The name in a row below the sums that looks like a shop's, where none stands at the top. */
function nameAtFoot({ slip, rowsOutside }: SlipFields): string | undefined {
	const row = rowsOutside.findLast(
		(at) =>
			slip.labels[at].length === 0 && isName(slip.rows[at]) && shopWord.test(nameIn(slip.rows[at])),
	);
	return row === undefined ? undefined : nameIn(slip.rows[row]);
}

/** The name of the shop: the brand line at the top, or what a label says. */
export function readShop(fields: SlipFields, region: SlipTable | undefined): string {
	const labelled = fields.all('shop', readShopName);
	const strong = labelled.find(({ rank }) => rank === 1);
	if (strong) return strong.value;
	const heights = fields.slip.rows.map(({ height }) => height).sort((a, b) => a - b);
	const usual = heights[Math.floor(heights.length / 2)];
	const names = topOf(fields, region)
		.filter(isName)
		.map((row, i) => ({ text: nameIn(row), score: score(row, i, usual) }))
		.sort((a, b) => b.score - a.score);
	return names[0]?.text ?? labelled[0]?.value ?? nameAtFoot(fields) ?? '';
}
