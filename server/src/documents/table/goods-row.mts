import { findLabels, wordsOf } from '../find.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';
import { misalignment, type Column } from './header.mts';
import { columnReach, splitTexts, tailTexts, type ColumnTexts } from './text-columns.mts';
import { tokensOf, type Figure, type Token } from './tokens.mts';

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

/** Labels that can stand before a figure within a row of goods. */
const figureLabels: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'quantity',
	'price',
	'amount',
	'discount',
	'listPrice',
]);
/** Whether a word with a unit stands left of all columns of figures: 3.26g is a part of the name there. */
function isInName(word: readonly Char[], columns: readonly Column[] | undefined): boolean {
	const name = columns?.find(({ role }) => role === 'name');
	const right = word[word.length - 1].right;
	return (
		name !== undefined &&
		/^\d[\d.]*(?![xX×])\p{L}/u.test(word.map(({ char }) => char).join('')) &&
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

interface Labelled {
	tokens: Token[];
	texts: GoodsRow['texts'];
	isLabelled: boolean;
}

/** The tokens of a row, with what labels such as 数量: say about the figures behind them. */
function labelledTokens(row: Row, index: number, columns: readonly Column[] | undefined): Labelled {
	const tokensIn = (chars: readonly Char[]) =>
		wordsOf(chars).flatMap((word): Token[] =>
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
		if (start > 0 && row.chars[start].gap === 0 && /\d/u.test(row.chars[start - 1].char))
			return false;
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
		else texts[role] = textOf(value);
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

/** Lets signs between figures say what the figures are: 6 x 2.00, x2, @4.50, = 12.00, 2 份. */
function applySigns(tokens: readonly Token[]): void {
	tokens.forEach((token, i) => {
		const before = tokens[i - 1];
		const after = tokens[i + 1];
		if (token.kind === 'times') {
			if (before?.kind === 'figure' && after?.kind === 'figure') {
				before.figure.factor = true;
				after.figure.factor = true;
			} else if (after?.kind === 'figure') after.figure.hint ??= 'quantity';
			else if (before?.kind === 'figure') before.figure.hint ??= 'quantity';
		}
		if (token.kind === 'at' && after?.kind === 'figure') after.figure.hint ??= 'price';
		if (token.kind === 'equals' && after?.kind === 'figure') after.figure.hint ??= 'amount';
		if (token.kind === 'unit' && before?.kind === 'figure') {
			if (token.chars[0].char === '元') before.figure.isMoney = true;
			else before.figure.hint ??= 'quantity';
		}
	});
}

/** Whether a word stands in the column of the specification: 90枚 and 1800*900 are sizes there. */
function isSize(word: readonly Char[], columns: readonly Column[] | undefined): boolean {
	const column = columns?.find(({ role }) => role === 'specification');
	const place = { left: word[0].left, right: word[word.length - 1].right };
	return (
		column !== undefined &&
		word.some(({ char }) => /\d/u.test(char)) &&
		misalignment(place, column) < columnReach &&
		columns?.every(({ role, left, right }) => {
			return !figureLabels.has(role) || misalignment(place, { left, right }) > columnReach;
		}) === true
	);
}

/** Where the figures at the end of a row begin. A lone sign behind them (a tax mark) is passed over. */
function figuresStart(tokens: readonly Token[]): number {
	let start = tokens.length;
	const isFlag = (token: Token) =>
		token.kind === 'text' && token.chars.length <= 1 && tokens.length > 1;
	while (start > 0 && isFlag(tokens[start - 1])) start--;
	while (start > 0 && tokens[start - 1].kind !== 'text') start--;
	return start;
}

/** A count behind a sign at the end of a name, where nothing but the amount follows: 可乐*1. */
function trailingCount(words: readonly Token[]): { words: Token[]; quantity: Figure } | undefined {
	const last = words[words.length - 1];
	if (last?.kind !== 'text') return undefined;
	const text = last.chars.map(({ char }) => char).join('');
	const [count] = /(?<=[\p{Script=Han})])[*xX×]\d{1,2}$/u.exec(text) ?? [];
	if (count === undefined) return undefined;
	const cut = last.chars.length - count.length;
	const [token] = tokensOf(last.chars.slice(cut + 1));
	if (token?.kind !== 'figure') return undefined;
	return {
		words: [...words.slice(0, -1), { kind: 'text', chars: last.chars.slice(0, cut) }],
		quantity: { ...token.figure, hint: 'quantity' },
	};
}

/** Reads a row as one of the table of goods. */
export function goodsRow(row: Row, index: number, columns?: readonly Column[]): GoodsRow {
	const { tokens, texts, isLabelled } = labelledTokens(row, index, columns);
	applySigns(tokens);
	let start = figuresStart(tokens);
	const figures = tokens
		.slice(start)
		.flatMap((token) => (token.kind === 'figure' ? [token.figure] : []));
	if (figures.length === 0) start = tokens.length;
	let words = tokens.slice(0, start);
	let lead: Figure | undefined;
	const [first, second] = words;
	if (
		words.length > 1 &&
		first.kind === 'figure' &&
		/^\d{1,3}(?:\.0+)?$/u.test(first.figure.value)
	) {
		lead = first.figure;
		words = words.slice(second.kind === 'times' || second.kind === 'unit' ? 2 : 1);
	}
	const counted = columns || figures.length !== 1 ? undefined : trailingCount(words);
	if (counted) {
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
