import { parseCapital } from '../invoice/capital.mts';
import type { LineItem, PlacedItem } from '../invoice/line-item.mts';
import { productHolds } from '../invoice/line-arithmetic.mts';
import { endsAsCompany } from '../invoice/party-names.mts';
import { hasValidCheckDigit } from '../invoice/tax-id.mts';
import { isUsualHeading } from '../invoice/headings.mts';
import { codeLengths } from '../kinds/invoice/fields.mts';
import type { InvoiceDocument } from '../kinds/invoice/read.mts';
import { spelling, type Char } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { sameAmount, toNumber } from '../numbers.mts';
import type { Evidence } from '../score/sureness.mts';
import { compact, editDistance, normalize } from '../text.mts';

type Values = ReadonlyMap<string, string>;

/** Whether figures hold; undefined where one of them is not printed. */
const holds = (figures: readonly number[], test: () => boolean): boolean | undefined =>
	figures.some(isNaN) ? undefined : test();

const told = (what: string, holding: boolean | undefined): string =>
	`${what} ${holding === undefined ? 'unknown' : holding ? 'holds' : 'fails'}`;

/** No value is surer than this of which another one says that it is wrong. */
const contradicted = 0.6;
/** What says that a value is wrong. */
const contradictions: ReadonlySet<string> = new Set([
	'words fails',
	'tax fails',
	'fails its check',
	'of no length',
	'both parties',
	'no four lines',
]);

/** The evidence for a value: no surer than it may be where something says that it is wrong. */
const limited = (evidence: Evidence): Evidence =>
	evidence.signs.some((sign) => contradictions.has(sign))
		? { ...evidence, most: contradicted }
		: evidence;

/** What the sums of an invoice say of one another. */
function sumSigns(values: Values, lines: boolean | undefined): string[] {
	const [total, before, tax] = ['合计金额(小写)', '合计金额', '合计税额'].map((name) =>
		toNumber(values.get(name)),
	);
	const words = (parseCapital(values.get('合计金额(大写)') ?? '') ?? NaN) / 100;
	return [
		told(
			'words',
			holds([total, words], () => sameAmount(total, words)),
		),
		told(
			'tax',
			holds([total, before, tax], () => sameAmount(before + tax, total)),
		),
		told('lines', lines),
	];
}

/** Names of persons are shorter than this. */
const longestPerson = 5;
/** Tax numbers without a check digit: the old ones, and those of persons with the number of their identity card. */
const uncheckedLengths: readonly number[] = [15, 17, 20];

function taxIdSigns(value: string): string[] {
	if (value.length === 18) return [hasValidCheckDigit(value) ? 'checked' : 'fails its check'];
	return [uncheckedLengths.includes(value.length) ? 'unchecked' : 'of no length'];
}

/** What a party's value says of itself, and beside that of the other party. */
function partySigns(name: string, value: string, values: Values): string[] {
	const other = name.startsWith('购买方')
		? name.replace('购买方', '销售方')
		: name.replace('销售方', '购买方');
	const own = name.endsWith('识别号')
		? taxIdSigns(value)
		: name.endsWith('名称')
			? [
					endsAsCompany(value)
						? 'company'
						: value.length < longestPerson
							? 'short name'
							: 'no company',
				]
			: [];
	return values.get(other) === value ? [...own, 'both parties'] : own;
}

const sumNames: ReadonlySet<string> = new Set([
	'合计金额(小写)',
	'合计金额(大写)',
	'合计金额',
	'合计税额',
]);

/** What is served of the heading. */
const ofHeading: ReadonlySet<string> = new Set(['发票名称', '种类', '省', '市']);

/** What the other fields and the value itself say of it. */
function signsOf(
	name: string,
	value: string,
	values: Values,
	lines: boolean | undefined,
): readonly string[] {
	if (sumNames.has(name)) return sumSigns(values, lines);
	if (/^(?:购买方|销售方)/u.test(name)) return partySigns(name, value, values);
	const lengths = codeLengths[name];
	if (lengths) return lengths.includes(value.length) ? [] : ['of no length'];
	if (ofHeading.has(name))
		return isUsualHeading(values.get('发票名称') ?? '') ? ['usual heading'] : [];
	// Four lines of the same length.
	if (name === '密码区') return value.length % 4 === 0 ? [] : ['no four lines'];
	return [];
}

/** A value longer than this is compared with its characters in its beginning. */
const longestCompared = 200;

/** What was repaired of a value, and whether it was put together from several rows. */
function editSigns(value: string, chars: readonly Char[]): string[] {
	const plain = (text: string) =>
		compact(normalize(text))
			.toUpperCase()
			.replace(/[^\p{L}\p{N}]/gu, '')
			.slice(0, longestCompared);
	const [served, printed] = [value, spelling(chars)].map(plain);
	const differing = printed.includes(served) ? 0 : editDistance(served, printed);
	const rows = chars.filter(
		({ area }, i) => i > 0 && area.top > chars[i - 1].area.bottom - 1,
	).length;
	return [
		...(differing > 0 ? ['edited'] : []),
		...(differing > served.length / 4 ? ['edited much'] : []),
		...(rows > 0 ? ['on some rows'] : []),
	];
}

/** Whether the amounts of the goods make up a sum of the invoice; undefined where it has none. */
function addsUp({ items }: InvoiceDocument, values: Values): boolean | undefined {
	const sum = items.reduce((total, { cells }) => total + (toNumber(cells.amount) || 0), 0);
	const totals = ['合计金额', '合计金额(小写)'].map((name) => toNumber(values.get(name)));
	if (items.length === 0 || totals.every(isNaN)) return undefined;
	return totals.some((total) => sameAmount(total, sum));
}

const valuesOf = ({ fields }: InvoiceDocument): Values =>
	new Map(Array.from(fields, ([name, { text }]) => [name, text]));

/** Fields of the two parties, and texts that are served as they stand, are judged alike; what a heading tells, as it. */
const kindOf = (name: string): string =>
	ofHeading.has(name)
		? '发票名称'
		: name
				.replace(/^(?:购买方|销售方)/u, '')
				.replace(/^经办人.*$|^行业分类$|^发票消费类型$/u, '文本');

/** What is known of each field of an invoice that was read. */
export function fieldEvidence(document: InvoiceDocument): Map<string, Evidence> {
	const values = valuesOf(document);
	const lines = addsUp(document, values);
	return new Map(
		Array.from(document.fields, ([name, { text, chars, margin, signs }]) => [
			name,
			limited({
				kind: kindOf(name),
				chars,
				margin,
				signs: [
					...new Set([...signs, ...signsOf(name, text, values, lines), ...editSigns(text, chars)]),
				],
			}),
		]),
	);
}

/** Whether the rate gives the tax; undefined where one of them is not printed. */
function taxHolds({ amount, taxRate, taxAmount }: LineItem): boolean | undefined {
	const rate = Number.parseFloat(taxRate ?? '') / 100;
	const [base, tax] = [amount, taxAmount].map((value) => toNumber(value || undefined));
	return holds([rate, base, tax], () => Math.abs(base * rate - tax) < 0.02);
}

const factors: readonly ColumnRole[] = ['quantity', 'price', 'amount'];
const taxed: readonly ColumnRole[] = ['taxRate', 'taxAmount'];

/** Whether the line says that a figure is wrong; of an amount its tax or the sum of all lines may say that it is right. */
function isContradicted(
	role: ColumnRole,
	{ product, tax, lines }: Record<'product' | 'tax' | 'lines', boolean | undefined>,
): boolean {
	if (role === 'amount') return product === false && !tax && !lines;
	if (factors.includes(role)) return product === false;
	return taxed.includes(role) && tax === false;
}

type CellEvidence = Partial<Record<ColumnRole, Evidence>>;

function evidenceOfCells({ cells, chars }: PlacedItem, lines: boolean | undefined): CellEvidence {
	const equations = { product: productHolds(cells), tax: taxHolds(cells), lines };
	const signs = Object.entries(equations).map(([what, holding]) => told(what, holding));
	const ofFigures = [...signs, signs.join(' ')];
	const evidenceOf = (role: ColumnRole, value: string): Evidence => ({
		kind: role,
		chars: chars[role] ?? [],
		margin: Infinity,
		signs: [
			...(factors.includes(role) || taxed.includes(role) ? ofFigures : [told('lines', lines)]),
			...editSigns(value, chars[role] ?? []),
		],
		...(isContradicted(role, equations) ? { most: contradicted } : {}),
	});
	return Object.fromEntries(
		(Object.entries(cells) as Array<[ColumnRole, string]>)
			.filter(([, value]) => value !== '')
			.map(([role, value]) => [role, evidenceOf(role, value)]),
	);
}

/** What is known of each cell of the goods that was read. */
export function cellEvidence(document: InvoiceDocument): CellEvidence[] {
	const lines = addsUp(document, valuesOf(document));
	return document.items.map((item) => evidenceOfCells(item, lines));
}
