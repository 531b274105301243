import type { ColumnRole } from '../lexicon/columns.mts';
import { textOf } from '../layout/rows.mts';
import { misalignment, type Column } from './header.mts';
import { columnReach } from './text-columns.mts';
import type { Figure, Token } from './tokens.mts';

/** Labels that can stand before a figure within a row of goods. */
export const figureLabels: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'quantity',
	'price',
	'amount',
	'discount',
	'listPrice',
]);

/** Columns of words that can stand behind those of the figures. */
const textRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['extra', 'code', 'unit']);

/** Lets signs between figures say what the figures are: 6 x 2.00, x2, @4.50, = 12.00, 2 份. */
export function applySigns(tokens: readonly Token[]): void {
	tokens.forEach((token, i) => {
		const isMeasured = token.kind === 'times' && tokens[i - 1]?.kind === 'unit';
		const before = tokens[isMeasured ? i - 2 : i - 1];
		const after = tokens[i + 1];
		if (token.kind === 'times') {
			if (before?.kind === 'figure' && after?.kind === 'figure') {
				before.figure.factor = true;
				after.figure.factor = true;
			} else if (after?.kind === 'figure') after.figure.hint ??= 'quantity';
			else if (before?.kind === 'figure') before.figure.hint ??= 'quantity';
		}
		if (token.kind === 'at' && after?.kind === 'figure') {
			// 2 @ 4.50, but also 4.50@2.
			const isSwapped = before?.kind === 'figure' && isMoney(before) && !isMoney(after);
			after.figure.hint ??= isSwapped ? 'quantity' : 'price';
			if (isSwapped) before.figure.hint ??= 'price';
		}
		if (token.kind === 'equals' && after?.kind === 'figure') after.figure.hint ??= 'amount';
		if (token.kind === 'unit' && before?.kind === 'figure') {
			if (token.chars[0].char === '元') before.figure.isMoney = true;
			else if (token.chars[0].char === '折') before.figure.hint = 'discount';
			else before.figure.hint ??= 'quantity';
		}
	});
}

/** Words behind the figures of a row that are no longer than this are a remark on them. */
const longestRemark = 4;

/** Whether a token is an amount by its sign or its cents. */
export const isMoney = (token: Token): boolean =>
	token.kind === 'figure' && (token.figure.isMoney || /\.\d{2}$/u.test(token.figure.value));

/** The tokens of a row without the words behind its figures: a tax mark, the word of a further column. */
export function withoutRemark(
	tokens: readonly Token[],
	columns: readonly Column[] | undefined,
): Token[] {
	const amount = columns?.find(({ role }) => role === 'amount');
	const last = tokens.findLastIndex(({ kind }) => kind !== 'text');
	const [remark] = tokens.slice(last + 1);
	if (last < 1 || remark?.kind !== 'text') return [...tokens];
	const isBeyond =
		amount !== undefined &&
		remark.chars[0].left > amount.right &&
		columns?.some(({ role, left }) => textRoles.has(role) && left > amount.right) === true;
	const length = tokens
		.slice(last + 1)
		.reduce((sum, token) => sum + (token.kind === 'text' ? token.chars.length : 0), 0);
	const figures = tokens.slice(0, last + 1).filter(({ kind }) => kind === 'figure');
	const isShort =
		length <= 1 ||
		textOf(remark.chars) === 'TX' ||
		(tokens[0].kind === 'text' &&
			length <= longestRemark &&
			figures.length > 1 &&
			isMoney(tokens[last]));
	return isBeyond || isShort ? tokens.slice(0, last + 1) : [...tokens];
}

/** The tokens of a row without the words of a further column among those of the figures: who did it, when. */
export function withoutWordsBetween(
	tokens: readonly Token[],
	columns: readonly Column[] | undefined,
): Token[] {
	const first = columns?.findIndex(({ role }) => figureLabels.has(role)) ?? -1;
	const between = first < 0 ? [] : columns!.slice(first + 1).filter(({ role }) => role === 'extra');
	return tokens.filter((token) => {
		if (token.kind !== 'text') return true;
		const place = { left: token.chars[0].left, right: token.chars[token.chars.length - 1].right };
		return !between.some((column) => misalignment(place, column) < columnReach);
	});
}

/** Where the figures at the end of a row begin. A lone sign among them is the end of a stamp. */
export function figuresStart(tokens: readonly Token[]): number {
	const isText = ({ kind }: Token) => kind === 'text';
	const first = tokens.findIndex(isText);
	const isSpeck = (token: Token, i: number) =>
		i > first + 1 && token.kind === 'text' && token.chars.length === 1 && !isText(tokens[i - 1]);
	return tokens.findLastIndex((token, i) => isText(token) && !isSpeck(token, i)) + 1;
}

/** The figures among tokens. */
export const figuresOf = (tokens: readonly Token[]): Figure[] =>
	tokens.flatMap((token) => (token.kind === 'figure' ? [token.figure] : []));

/** Whether a figure is a lone stroke, read as a 1. */
export const isStroke = ({ chars }: Figure): boolean =>
	chars.length === 1 && /[lI|]/u.test(chars[0].char);

/** How many words before the name are those of the figures, where all of them stand left of it. */
export function figuresBefore(
	words: readonly Token[],
	columns: readonly Column[] | undefined,
): number {
	const name = columns?.find(({ role }) => role === 'name');
	const all = columns?.filter(({ role }) => figureLabels.has(role)) ?? [];
	const isLast = name !== undefined && all.length > 0 && all.every(({ left }) => left < name.left);
	const first = words.findIndex(({ kind }) => kind === 'text');
	const isPriced = !columns && first > 1 && words.slice(0, first).some(isMoney);
	return isLast || isPriced ? first : 0;
}
