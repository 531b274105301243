import { findLabels, wordsOf } from '../find.mts';
import { textOf, spelling, type Char, type Row } from '../layout/rows.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';
import {
	applySigns,
	figureLabels,
	figuresBefore,
	figuresOf,
	figuresStart,
	isStroke,
	withoutRemark,
	withoutWordsBetween,
} from './figure-place.mts';
import { multiplies } from '../numbers.mts';
import { figureWords } from './figure-words.mts';
import { misalignment, type Column } from './header.mts';
import { withTaxCells, withoutRemnants } from './tax-cells.mts';
import {
	columnAt,
	columnReach,
	columnText,
	splitTexts,
	tailTexts,
	type ColumnTexts,
} from './text-columns.mts';
import { tokensOf, type Figure, type Token } from './tokens.mts';
import { wordGap } from '../layout/gap-widths.mts';

/** A row of the table of goods: words on the left, figures on the right. */
export interface GoodsRow {
	index: number;
	/** What is left of the figures, without the words of other text columns. */
	name: readonly Char[];
	/** From left to right. */
	figures: Figure[];
	/** A small number before the name: an index or a quantity. */
	lead?: Figure;
	/** Words that stand under a text column other than the name's. */
	texts: ColumnTexts;
	/** Whether labels such as 数量: or 规格: stand in the row. */
	isLabelled: boolean;
}

/** A figure with a unit: 3.26g. */
const measureForm = /^\d[\d.]*(?![xX])\p{L}/u;
/** Figures behind signs and no price: 25*4.2, 1/2. Where counts have a column, these are none. */
const sizeForm = /^(?!\d+\.\d{2}[*xX×])\d[\d.]*[*xX×/]\d/u;

/** Whether a size stands left of all columns of figures: 3.26g is a part of the name there. */
function isInName(word: readonly Char[], columns: readonly Column[] | undefined): boolean {
	const name = columns?.find(({ role }) => role === 'name');
	const right = word[word.length - 1].right;
	const printed = spelling(word);
	const isCounted = columns?.some(({ role }) => role === 'quantity') === true;
	return (
		name !== undefined &&
		(measureForm.test(printed) || (isCounted && sizeForm.test(printed))) &&
		columns?.every(({ role, left }) => !figureLabels.has(role) || left > right - columnReach) ===
			true
	);
}

/** Whether a short word stands in the column of units. */
function isUnit(word: readonly Char[], columns: readonly Column[] | undefined): boolean {
	const column = columns?.find(({ role }) => role === 'unit');
	const place = { left: word[0].left, right: word[word.length - 1].right };
	return (
		column !== undefined &&
		word.length <= longestUnit &&
		word.every(({ char }) => /\p{L}/u.test(char)) &&
		misalignment(place, column) < columnReach
	);
}

const longestUnit = 3;
/** A figure, or several, at the end of a name that they are glued to. */
const gluedForm = /(?<=\p{L}\)?|[)\]])-?¥?\d[\d.]*$/u;

/**
 * A word cut where figures glued to its end reach below the heads of their columns. The last word of a
 * row has no other figure behind it: only an amount is cut off there.
 */
function partedByColumns(
	word: Char[],
	isLast: boolean,
	columns: readonly Column[] | undefined,
): Char[][] {
	const [glued] = gluedForm.exec(spelling(word)) ?? [];
	if (glued === undefined || (isLast && !/\.\d{2}$/u.test(glued))) return [word];
	const figure = word.slice(-glued.length);
	const place = { left: figure[0].left, right: figure[figure.length - 1].right };
	const isBelow = columns?.some(
		(column) =>
			figureLabels.has(column.role) &&
			(misalignment(place, column) < columnReach ||
				(place.left < column.left && place.right > column.right)),
	);
	return isBelow ? [word.slice(0, -glued.length), figure] : [word];
}

const isOfTax = ({ role }: Column): boolean => role === 'taxAmount';
/** Whether some characters are all that stands in brackets at the beginning of a row. */
const isBracketedName = (chars: readonly Char[], start: number, end: number): boolean =>
	start === 1 && chars[0].char === '(' && chars[end]?.char === ')';

interface Labelled {
	tokens: Token[];
	texts: GoodsRow['texts'];
	isLabelled: boolean;
}

/** The tokens of a row, with what labels such as 数量: say about the figures behind them. */
function labelledTokens(row: Row, index: number, columns: readonly Column[] | undefined): Labelled {
	const tokensIn = (chars: readonly Char[]) =>
		figureWords(chars, columns)
			.flatMap((word, i, all) => partedByColumns(word, i === all.length - 1, columns))
			.flatMap((word): Token[] =>
				isSize(word, columns) || isInName(word, columns)
					? [{ kind: 'text', chars: word }]
					: isUnit(word, columns)
						? [{ kind: 'unit', chars: word }]
						: tokensOf(word),
			);
	const texts: GoodsRow['texts'] = {};
	const all = findLabels(row, index, columnLexicon);
	const labels = all.filter(({ entry, start, end, valueFrom, valueTo }) => {
		// The sign behind a figure (8折) is no label of the next one.
		const isBehind = row.chars[start].gap === 0 || row.chars[start].char === '折';
		if (start > 0 && isBehind && /\d/u.test(row.chars[start - 1].char)) return false;
		// (折扣) alone is the name of a line of an invoice.
		if (isBracketedName(row.chars, start, end) && columns?.some(isOfTax)) return false;
		const next = row.chars[valueFrom];
		const hasSign = valueFrom > end;
		const isFigure = next !== undefined && valueFrom < valueTo && /[\d¥.-]/u.test(next.char);
		// An unknown label is one only beside known ones: a name can have a colon too.
		if (!entry) return all.some((other) => other.entry);
		if (figureLabels.has(entry.field)) return isFigure && (hasSign || next.gap < 1.5);
		return hasSign && next !== undefined;
	});
	const tokens: Token[] = [];
	let at = 0;
	for (const { entry, start, valueFrom, valueTo } of labels) {
		tokens.push(...tokensIn(row.chars.slice(at, start)));
		at = valueTo;
		const value = row.chars.slice(valueFrom, valueTo);
		const role = entry?.field ?? 'extra';
		if (role === 'name') tokens.push(...wordsOf(value).flatMap(tokensOf));
		else if (figureLabels.has(role)) tokens.push(...hinted(value, role));
		else {
			const [text = [], ...further] = wordsOf(value, wordGap);
			texts[role] = columnText(text);
			tokens.push(...tokensIn(further.flat()));
		}
	}
	tokens.push(...tokensIn(row.chars.slice(at)));
	return { tokens, texts, isLabelled: labels.length > 0 };
}

function hinted(value: readonly Char[], role: ColumnRole): Token[] {
	const tokens = wordsOf(value).flatMap(tokensOf);
	const first = tokens.find((token) => token.kind === 'figure');
	if (first) first.figure.hint = role;
	return tokens;
}

/** Whether a word stands in the column of the specification: 90枚, 1800*900 and XL are sizes there. */
function isSize(word: readonly Char[], columns: readonly Column[] | undefined): boolean {
	const column = columns?.find(({ role }) => role === 'specification');
	const place = { left: word[0].left, right: word[word.length - 1].right };
	// No figures stand between the specifications and the units behind them.
	const isBeforeUnits =
		column !== undefined &&
		columns?.[columns.indexOf(column) + 1]?.role === 'unit' &&
		columnAt(place, columns) === column;
	return (
		column !== undefined &&
		(word.some(({ char }) => /\d/u.test(char)) ||
			(isBeforeUnits && /^[A-Z]+$/u.test(textOf(word)))) &&
		(isBeforeUnits || misalignment(place, column) < columnReach) &&
		columns?.every(({ role, left, right }) => {
			return !figureLabels.has(role) || misalignment(place, { left, right }) > columnReach;
		}) === true
	);
}

/** A count behind a sign at the end of a name, where nothing but the amount follows: 可乐*1. */
function trailingCount(words: readonly Token[]): { words: Token[]; quantity: Figure } | undefined {
	const last = words[words.length - 1];
	if (last?.kind !== 'text') return undefined;
	const text = spelling(last.chars);
	const [count] = /(?<=[\p{Script=Han})])[*xX×"](?:\d{1,2}|[lI|])$/u.exec(text) ?? [];
	if (count === undefined) return undefined;
	const cut = last.chars.length - count.length;
	const [token] = tokensOf(last.chars.slice(cut + 1));
	if (token?.kind !== 'figure') return undefined;
	return {
		words: [...words.slice(0, -1), { kind: 'text', chars: last.chars.slice(0, cut) }],
		quantity: { ...token.figure, hint: 'quantity' },
	};
}

/** Whether nothing but an amount follows a count, or a price that the count multiplies to the amount. */
function fitsCount(count: Figure, figures: readonly Figure[]): boolean {
	if (figures.length === 1) return true;
	const [quantity, price, amount] = [count, ...figures].map(({ value }) => Number(value));
	return figures.length === 2 && multiplies(quantity, price, amount);
}

/** Reads a row as one of the table of goods. */
export function goodsRow(row: Row, index: number, columns?: readonly Column[]): GoodsRow {
	const { tokens: printed, texts, isLabelled } = labelledTokens(row, index, columns);
	const ofColumns = withoutWordsBetween(withoutRemnants(printed), columns);
	const tokens = withoutRemark(withTaxCells(ofColumns, columns), columns);
	applySigns(tokens);
	let start = figuresStart(tokens);
	const all = figuresOf(tokens.slice(start));
	// A lone stroke behind words is a speck rather than a 1.
	const figures = start > 0 && all.length === 1 && isStroke(all[0]) ? [] : all;
	if (figures.length === 0) start = tokens.length;
	let words = tokens.slice(0, start);
	const before = figures.length === 0 ? figuresBefore(words, columns) : 0;
	figures.push(...figuresOf(words.slice(0, before)));
	words = words.slice(before);
	let lead: Figure | undefined;
	const [first, second] = words;
	if (
		words.length > 1 &&
		first.kind === 'figure' &&
		/^-?\d{1,4}(?:\.0+)?$/u.test(first.figure.value)
	) {
		lead = first.figure;
		words = words.slice(second.kind === 'times' || second.kind === 'unit' ? 2 : 1);
	}
	const counted = columns || figures.length > 2 ? undefined : trailingCount(words);
	if (counted && fitsCount(counted.quantity, figures)) {
		words = counted.words;
		figures.unshift(counted.quantity);
	}
	const split = splitTexts(words, columns);
	const tail = tailTexts(tokens.slice(start));
	return {
		index,
		name: split.name,
		figures,
		lead,
		texts: { ...tail, ...split.texts, ...texts },
		isLabelled,
	};
}
