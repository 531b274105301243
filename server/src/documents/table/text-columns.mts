import { textOf, type Char } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { misalignment, type Column } from './header.mts';
import type { Token } from './tokens.mts';
import { wordGap } from '../layout/gap-widths.mts';

/** Words of a row and the characters that they are. */
export interface ColumnText {
	text: string;
	chars: readonly Char[];
}

/** Words of a row by the text column that they stand under. */
export type ColumnTexts = Partial<Record<ColumnRole, ColumnText>>;

/** Some characters as words of a column, behind those that stand there already. */
export const columnText = (chars: readonly Char[], before?: ColumnText): ColumnText => ({
	text: before ? `${before.text} ${textOf(chars)}` : textOf(chars),
	chars: [...(before?.chars ?? []), ...chars],
});

/** Text columns whose words are no part of a name. */
const leadingRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['code', 'extra', 'index']);
const textRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'specification',
	'unit',
	'extra',
	'code',
]);
/** How far, in the units of the rows, a word may stand from the column it belongs to. */
export const columnReach = 25;
/** A word is no nearer to one of two columns where the difference is less than this. */
const nearTie = 5;
/** How far, in the units of the rows, a size may stand from the column of specifications. */
const sizeReach = 60;

/** How sizes are printed: 10g*20袋, DN20, 4分, 50支. */
const size = /^[\d.]+\p{L}{1,3}(?:[*x×/][\d.]*\p{L}{0,3}){0,2}$/u;

const charsOfToken = (token: Token): readonly Char[] =>
	token.kind === 'figure' ? token.figure.chars : token.chars;

/** The column in whose part of the row a piece stands: columns meet half-way between their heads. */
export function columnAt(
	place: { left: number; right: number },
	columns: readonly Column[],
): Column | undefined {
	const center = (place.left + place.right) / 2;
	return columns.find((column, i) => {
		const [before, after] = [columns[i - 1], columns[i + 1]];
		const from = before ? (before.right + column.left) / 2 : -Infinity;
		const to = after ? (column.right + after.left) / 2 : Infinity;
		return center > from && center <= to;
	});
}

/** The text column (other than the names') that a word before the figures belongs to. */
function textColumn(
	chars: readonly Char[],
	isFirst: boolean,
	columns: readonly Column[],
): Column | undefined {
	const place = { left: chars[0].left, right: chars[chars.length - 1].right };
	const specification = columns.find(({ role }) => role === 'specification');
	const isApart =
		specification && (chars[0].gap > wordGap || misalignment(place, specification) < sizeReach);
	if (!isFirst && isApart && chars[0].gap > 0 && size.test(textOf(chars))) return specification;
	const name = columns.find(({ role }) => role === 'name');
	const distance = name ? misalignment(place, name) : Infinity;
	const aligned = columns.find(
		(column) =>
			textRoles.has(column.role) &&
			misalignment(place, column) < Math.min(columnReach, distance - nearTie),
	);
	if (!aligned && distance < columnReach) return undefined;
	const column =
		aligned ?? (isFirst || chars[0].gap > wordGap ? columnAt(place, columns) : undefined);
	if (!column || !textRoles.has(column.role)) return undefined;
	if (column.role === 'code' && !chars.some(({ char }) => /\d/u.test(char))) return undefined;
	return isFirst && !leadingRoles.has(column.role) ? undefined : column;
}

/** How far right of the names' left side the text of another column begins at least. */
const nameReach = 80;

/** The column of specifications, where a word stands right below it rather than below the names. */
export function continuesSpecification(
	chars: readonly Char[],
	columns: readonly Column[],
): Column | undefined {
	const name = columns.find(({ role }) => role === 'name');
	const specification = columns.find(({ role }) => role === 'specification');
	const place = { left: chars[0].left, right: chars[chars.length - 1].right };
	return name &&
		specification &&
		place.left > Math.max(name.left + nameReach, name.right) &&
		misalignment(place, specification) < columnReach
		? specification
		: undefined;
}

/** The plate of a car. Source: GA 36. */
const plate = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z\d]{5,6}$/u;

const isExtra = ({ role }: Column): boolean => role === 'extra';

/** A word without the plate at its end, and the plate, where a table has columns of other things. */
function partedPlate(token: Token, columns: readonly Column[]): Token[] {
	const chars = charsOfToken(token);
	const at = textOf(chars).search(plate);
	if (at < 1 || token.kind !== 'text' || !columns.some(isExtra)) return [token];
	return [chars.slice(0, at), chars.slice(at)].map((part) => ({ kind: 'text', chars: part }));
}

/** The column of plates and of other things of a car or a journey, where a word is a plate. */
const plateColumn = (chars: readonly Char[], columns: readonly Column[]): Column | undefined =>
	textOf(chars).search(plate) === 0 ? columns.find(isExtra) : undefined;

/** The name and the words of other text columns before the figures. */
export function splitTexts(words: readonly Token[], columns: readonly Column[] = []) {
	const texts: ColumnTexts = {};
	const name: Char[] = [];
	let last: Column | undefined;
	const parted = words.flatMap((token) => partedPlate(token, columns));
	parted.forEach((token, i) => {
		const chars = charsOfToken(token);
		if (!chars.some(({ char }) => /[\p{L}\p{N}]/u.test(char)) && i > 0) return;
		const own = plateColumn(chars, columns);
		const goesOn = !own && last !== undefined && chars[0].gap < wordGap;
		const isLone = i === 0 && parted.length === 1 && !continuesSpecification(chars, columns);
		last = goesOn
			? last
			: isLone
				? undefined
				: (own ?? continuesSpecification(chars, columns) ?? textColumn(chars, i === 0, columns));
		if (last) texts[last.role] = columnText(chars, texts[last.role]);
		else name.push(...chars);
	});
	return { name, texts };
}

/** The unit and the words about tax among the figures. */
export function tailTexts(tokens: readonly Token[]): ColumnTexts {
	const unit = tokens.find(({ kind }) => kind === 'unit');
	const [noTax, noTaxAmount] = tokens.filter(({ kind }) => kind === 'noTax');
	return {
		...(unit && { unit: columnText(charsOfToken(unit)) }),
		...(noTax && { taxRate: columnText(charsOfToken(noTax)) }),
		...(noTaxAmount && { taxAmount: columnText(charsOfToken(noTaxAmount)) }),
	};
}
