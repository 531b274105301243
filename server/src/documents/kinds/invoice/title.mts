import { wordsOf } from '../../find.mts';
import type { Sheet } from '../../invoice/sheet.mts';
import {
	canBeHeading,
	digitalHeadings,
	distanceOf,
	heading,
	hiddenShare,
	isUsualHeading,
	kinds,
	mostTexts,
	nearest,
	repaired,
	stamp,
	subtitle,
	titleRows,
} from '../../invoice/headings.mts';
import { headingOf } from '../../invoice/vat-code.mts';
import { textOf, type Char } from '../../layout/rows.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { Weights } from '../../score/weights.mts';
import { compact, isPartOf } from '../../text.mts';
import { columnGap } from '../../layout/gap-widths.mts';

/** A text of the upper rows. */
interface Cell {
	text: string;
	chars: readonly Char[];
	row: number;
	/** Whether it is a whole row of several cells. */
	isRow: boolean;
}

function cellsOf({ rows }: Sheet): Cell[] {
	const cells = rows.slice(0, titleRows).flatMap(({ chars }, row): Cell[] => {
		const parts = wordsOf(chars, columnGap);
		const all = parts.length > 1 ? [...parts, chars] : parts;
		return all.map((one) => ({
			text: compact(textOf(one)),
			chars: one,
			row,
			isRow: one === chars && parts.length > 1,
		}));
	});
	return cells.slice(0, mostTexts);
}

/** What an invoice can be called, by what was read. */
interface Name {
	text: string;
	cell: Cell;
	signs: readonly string[];
	/** The bureau above the heading, which is a part of it. */
	above?: readonly Char[];
}

const bucket = (distance: number): string =>
	distance === 0 ? 'whole' : distance < 0.1 ? 'near' : distance < 0.25 ? 'damaged' : 'hardly read';

/** The headings in the cells, as they are printed, below the name of a bureau as well. */
function printed(cells: readonly Cell[]): Name[] {
	let before = 0;
	return cells.flatMap((cell, i): Name[] => {
		const [, found] = heading.exec(cell.text) ?? [];
		if (found === undefined || stamp.test(found)) return [];
		const text = repaired(found);
		const signs = [
			'printed',
			before++ === 0 ? 'first' : 'later',
			...(text === found ? [] : ['repaired']),
			...(found === cell.text ? [] : ['more behind it']),
			...(cell.isRow ? ['of a whole row'] : []),
		];
		const plain = { text, cell, signs };
		const above = cells[i - 1];
		if (!above || !/税务局$/u.test(above.text)) return [plain];
		const whole = { text: above.text + text, cell, above: above.chars };
		return [plain, { ...whole, signs: [...signs, 'below a bureau'] }];
	});
}

/** The cell that a form is nearest to. */
function nearestCell(cells: readonly Cell[], form: string): Name[] {
	const [best] = cells
		.filter(({ text }) => /[发票]/u.test(text) && !stamp.test(text))
		.map((cell) => ({ cell, distance: distanceOf(cell.text, form) }))
		.sort((a, b) => a.distance - b.distance);
	if (!best || best.distance > hiddenShare) return [];
	return [
		{ text: form, cell: best.cell, signs: ['by numbers', `${bucket(best.distance)} by numbers`] },
	];
}

/** The usual headings that cells are nearest to: a seal hides signs of many. */
const near = (cells: readonly Cell[]): Name[] =>
	cells.flatMap((cell): Name[] => {
		const found = canBeHeading(cell.text) ? nearest(cell.text) : undefined;
		if (!found) return [];
		const distance = bucket(found.distance / found.form.length);
		return [{ text: found.form, cell, signs: ['usual', `${distance} of the usual`] }];
	});

/** How a name stands to what the numbers of the invoice say. */
function relation(text: string, forms: readonly string[]): string[] {
	if (forms.length === 0) return [];
	if (forms.includes(text)) return ['as the numbers say'];
	if (forms.some((form) => form.startsWith(text) || text.startsWith(form)))
		return ['begins as the numbers say'];
	const [part] = forms.filter((form) => isPartOf(text, form.replace(/\(.*\)$/u, '')));
	if (part !== undefined)
		return [
			part[0] === text[0]
				? 'lacks signs of what the numbers say'
				: 'the end of what the numbers say',
		];
	return ['not as the numbers say'];
}

const signsOf = (text: string, forms: readonly string[]): string[] => [
	...relation(text, forms),
	...(isUsualHeading(text) ? ['a usual heading'] : []),
	...(kinds.includes(text) ? ['a kind alone'] : []),
	...(kinds.some((kind) => text.includes(kind)) ? ['has a kind'] : []),
	...(/^\p{Script=Han}{2,}(?:市|省)/u.test(text) ? ['begins with a place'] : []),
];

/** The words in brackets behind a heading or on the row below it: (卷式), (通行费). */
function bracketsOf(cells: readonly Cell[], { cell, text }: Name): Cell | undefined {
	if (text.endsWith(')')) return undefined;
	return cells.find(
		(other) =>
			(other.row === cell.row || other.row === cell.row + 1) &&
			!other.isRow &&
			subtitle.test(other.text),
	);
}

/**
 * What an invoice can be called: as its upper rows say, as its numbers say where a seal hides a part of that, as
 * invoices are usually called.
 */
export function titleCandidates(
	sheet: Sheet,
	{ code, number }: { code: string | undefined; number: string | undefined },
	weights: Weights,
): Candidate[] {
	const cells = cellsOf(sheet);
	const byCode = code === undefined ? undefined : headingOf(code);
	const forms = number?.length === 20 ? digitalHeadings : byCode === undefined ? [] : [byCode];
	const names = [
		...printed(cells),
		...forms.flatMap((form) => nearestCell(cells, form)),
		...near(cells),
	];
	return names.flatMap((name) => {
		const { text, cell, above = [], signs } = name;
		const shared = [...signs, ...signsOf(text, forms)];
		const plain = { text, chars: [...above, ...cell.chars], signs: [] };
		const below = bracketsOf(cells, name);
		const one = (reading: typeof plain, own: readonly string[]) =>
			candidateOf('发票名称', reading, cell.row, [...shared, ...own], weights);
		if (!below) return [one(plain, [])];
		const whole = {
			text: text + below.text,
			chars: [...plain.chars, ...below.chars],
			signs: [],
		};
		return [one(plain, ['without its brackets']), one(whole, ['with its brackets'])];
	});
}
