import {
	lineColumns,
	type StructuredInvoice,
	type StructuredValue,
} from '../files/invoice/structured.mts';
import type { Page } from '../page/types.mts';
import type { InvoiceField } from './invoice.mts';
import { alwaysServed, furtherServed } from './invoice/api-names.mts';
import { parseCapital } from './invoice/capital.mts';
import type { Location } from './location.mts';
import { multiplies, sameAmount, toNumber } from './numbers.mts';
import { compact, normalize } from './text.mts';

/** The confidence in a value that another one contradicts. */
const contradicted = 0.6;

/** Names that have their place in the answer. */
const ordered: ReadonlySet<string> = new Set([...alwaysServed, ...furtherServed]);
const columns: ReadonlySet<string> = new Set(lineColumns);
/** What names an invoice for whoever books and pays it: a page that prints another is not that of the data. */
const identifying = ['发票代码', '发票号码', '合计金额(小写)'];

type Values = ReadonlyMap<string, string>;
type Line = Record<(typeof lineColumns)[number], string>;

/** Whether some figures agree; those of which one is not known or no figure (***, 免税) do. */
const agree = (figures: readonly number[], test: () => boolean): boolean =>
	figures.some(isNaN) || test();

/** The fields that contradict each other: total and words, sums before tax and of tax, the lines and their sums. */
function contradictions(values: Values, lines: readonly Line[]): Set<string> {
	const amount = (name: string) => toNumber(values.get(name));
	const [total, before, tax] = ['合计金额(小写)', '合计金额', '合计税额'].map(amount);
	const words = (parseCapital(compact(normalize(values.get('合计金额(大写)') ?? ''))) ?? NaN) / 100;
	const sum = (column: '金额' | '税额') =>
		lines.length === 0 ? NaN : lines.reduce((all, line) => all + toNumber(line[column]), 0);
	const names = new Set<string>();
	const hold = (holds: boolean, ...doubted: string[]) => {
		if (!holds) for (const name of doubted) names.add(name);
	};
	hold(
		agree([total, words], () => sameAmount(total, words)),
		'合计金额(小写)',
		'合计金额(大写)',
	);
	hold(
		agree([total, before, tax], () => sameAmount(before + tax, total)),
		'合计金额(小写)',
		'合计金额',
		'合计税额',
	);
	const [amounts, taxes] = [sum('金额'), sum('税额')];
	hold(
		agree([amounts, before], () => sameAmount(amounts, before)),
		'合计金额',
		'金额',
	);
	hold(
		agree([taxes, tax], () => sameAmount(taxes, tax)),
		'合计税额',
		'税额',
	);
	return names;
}

/** The cells of a line that contradict each other: quantity x price is the amount. */
function lineContradictions(line: Line): readonly string[] {
	const [quantity, price, amount] = [line.数量, line.单价, line.金额].map(toNumber);
	const holds = agree([quantity, price, amount], () => multiplies(quantity, price, amount));
	return holds ? [] : ['数量', '单价', '金额'];
}

/** Fields that the page prints otherwise: a reading of it says another value, and theirs stands nowhere on it. */
function misprinted(values: Values, reading: Values, page: Page | undefined): string[] {
	const printed = (page?.boxes ?? [])
		.map(({ text }) => compact(normalize(text)).replace(/(?<=\d),(?=\d{3})/gu, ''))
		.join('\n');
	return identifying.filter((name) => {
		const [value, read] = [values.get(name), reading.get(name)];
		return value && read && value !== read && !printed.includes(value);
	});
}

/** Where a value was read on the page that the data give no place. */
const placeOf = ({ value }: InvoiceField, read: readonly InvoiceField[]): Location | null =>
	read.find((one) => one.value === value)?.location ?? null;

const valuesOf = (fields: ReadonlyArray<{ name: string; value: string }>): Map<string, string> =>
	new Map(fields.map(({ name, value }) => [name, value]));

const toLine = (cells: readonly StructuredValue[]): Line =>
	Object.fromEntries(cells.map(({ name, value }) => [name, value])) as Line;

/**
 * An invoice from a file's own data under the names of the API, in its order: as sure as can be, but for values that
 * contradict each other or what the page prints (0.6). What the data do not speak of is taken from the page.
 * @param fromPage what the rules read from the page, if there is one
 */
export function structuredFields(
	invoice: StructuredInvoice,
	fromPage: readonly InvoiceField[] = [],
	page?: Page,
): InvoiceField[] {
	const known = new Map(invoice.fields.map((field) => [field.name, field]));
	const reading = valuesOf(fromPage);
	const values = new Map([...reading, ...valuesOf(invoice.fields)]);
	const lines = (invoice.lines ?? []).map(toLine);
	const doubted = contradictions(values, lines);
	for (const name of misprinted(values, reading, page)) doubted.add(name);

	const sure = (
		{ name, value, place, isDisputed }: StructuredValue,
		isDoubted: boolean,
	): InvoiceField => ({
		name,
		value,
		confidence: value === '' ? 0 : isDisputed || isDoubted ? contradicted : 1,
		location: place && { ...place, page: place.page + (page?.number ?? 1) - 1 },
	});
	const field = (name: string): InvoiceField[] => {
		const own = known.get(name);
		const read = fromPage.filter((one) => one.name === name && !columns.has(name)).slice(0, 1);
		if (!own) return read;
		const found = sure(own, doubted.has(name));
		return [{ ...found, location: found.location ?? placeOf(found, read) }];
	};
	const others = [...known.keys(), ...reading.keys()].filter(
		(name) => !ordered.has(name) && !columns.has(name),
	);
	const head = alwaysServed.flatMap((name) => {
		const [found = { name, value: '', confidence: 0, location: null }] = field(name);
		return [found];
	});
	const rest = [...furtherServed, ...new Set(others)]
		.flatMap(field)
		.filter(({ value }) => value !== '');
	const cells = invoice.lines?.flatMap((line, i) => {
		const inLine = lineContradictions(lines[i]);
		return line.map((cell) => sure(cell, doubted.has(cell.name) || inLine.includes(cell.name)));
	});
	return [...head, ...rest, ...(cells ?? fromPage.filter(({ name }) => columns.has(name)))];
}
