import { wordsOf } from '../find.mts';
import { pageWidth, textOf, type Row } from '../layout/rows.mts';
import { multiplies } from '../numbers.mts';
import { hasLetter, isWide } from '../text.mts';
import type { GoodsRow } from './goods-row.mts';
import type { Column } from './header.mts';
import { grade, type Figure } from './tokens.mts';

/** One product as printed on one row or several. */
export interface Goods {
	names: GoodsRow[];
	/** The rows that give the figures. */
	rows: GoodsRow[];
	figures: Figure[];
}

/** The rows of a page's table of goods. */
export interface Region {
	/** The first row of goods and the row behind the last one. */
	from: number;
	to: number;
	columns: readonly Column[] | undefined;
	/** Rows among them that are no goods. */
	others?: ReadonlySet<number>;
}

/** How far a row may be indented against the name that it goes on with. */
const nameIndent = 22;
/** A gap this wide (in full-width characters) parts heads of columns rather than words of a name. */
const cellGap = 1.7;
/** How near (in full-width characters) to the end of its room a name must come to be broken there. */
const breakReach = 0.7;

const articleNumber = /^\d{5,}$/u;

/** Columns in which names break off although there is room are at least this wide, in characters. */
const narrowest = 7;

const rightOf = ({ name }: GoodsRow): number => name.at(-1)?.right ?? 0;
/** How the rest of a name begins that broke off: with a size, a bracket, a small letter. */
const nameEnd = /^[\da-z)\]+*%.,-]/u;
/** A label with its value: no part of a name. */
const labelled = /^\p{L}{2,8}:/u;

/** What stands in a row besides figures. */
export const nameOf = (row: GoodsRow): string => textOf(row.name);
/** A bar code, an article number or a number behind its label (IMEI:860…): no name. */
const isCode = (text: string): boolean =>
	/^[\d\s#*.-]*$|^[A-Z]{0,3}\d{4,}$|^(?=(?:[^\d]*\d){3})[A-Z\d][A-Z\d#./-]{5,}$/u.test(text) ||
	/^[\p{L}/]{1,8}:[\dA-Z-]{5,}$/u.test(text);
/** Whether words stand in a row that are a name and no code. */
export const hasName = (row: GoodsRow): boolean =>
	(hasLetter(nameOf(row)) && !isCode(nameOf(row))) || grade.test(nameOf(row));

/** Whether a figure can be a count of goods rather than an amount. */
export const isCount = ({ value, hint, isMoney }: Figure): boolean =>
	!isMoney && (hint === 'quantity' || !value.includes('.'));

/**
 * Whether the figures of a row go with those of the row above: `6 x 2.00` below `12.00`, or an amount
 * below a lone quantity.
 */
function completes(goods: Goods, row: GoodsRow): boolean {
	const isAmount = ({ value, isMoney }: Figure) => isMoney || /\.\d{2}$/u.test(value);
	if (goods.figures.every(isCount) && row.figures.every(isAmount)) return true;
	if (goods.figures.length !== 1 || row.figures.length < 2) return false;
	const amount = Number(goods.figures[0].value);
	const [a, b] = row.figures.map(({ value }) => Number(value));
	return multiplies(a, b, amount) && row.figures.length === 2;
}

/** Puts rows together that show one product. */
export class Grouping {
	readonly #page: readonly Row[];
	readonly #rows: readonly GoodsRow[];
	/** Where the column of the names ends at the latest. */
	readonly #figuresLeft: number;
	/** Whether names can begin above the rows that end them and have their figures. */
	readonly #startsAbove: boolean;
	/** How many texts stand above the figures at least. */
	readonly #fewest: number;
	/** Whether rows of remarks stand below all names; names that break off do so by chance. */
	readonly #hasRemarks: boolean;
	readonly #goods: Goods[] = [];
	#names: GoodsRow[] = [];

	constructor(page: readonly Row[], { columns }: Region, rows: readonly GoodsRow[]) {
		this.#page = page;
		this.#rows = rows;
		const nameLeft = columns?.find(({ role }) => role === 'name')?.left ?? 0;
		const lefts = [
			...(columns ?? []).map(({ left }) => left).filter((left) => left > nameLeft),
			...rows.filter(hasName).flatMap(({ figures }) => figures.slice(0, 1).map(({ left }) => left)),
		];
		this.#figuresLeft = Math.min(pageWidth, ...lefts);
		const [first, second] = rows;
		this.#startsAbove = second !== undefined && first.figures.length === 0 && hasName(second);
		this.#fewest = this.#fewestTexts();
		const priced = rows.flatMap((row, i) => (row.figures.length > 0 ? [i] : []));
		const followed = priced.filter((i) => hasName(rows[i]) && rows[i + 1]?.figures.length === 0);
		this.#hasRemarks = priced.length > 1 && followed.length === priced.length;
		const edge = Math.max(0, ...rows.filter(hasName).map(rightOf));
		const isFull = (row: GoodsRow) =>
			rightOf(row) > edge - page[row.index].em &&
			edge - row.name[0].left > narrowest * page[row.index].em;
		if (followed.length > 1 && !this.#hasRemarks && followed.every((i) => isFull(rows[i]))) {
			this.#figuresLeft = Math.min(this.#figuresLeft, edge);
		}
	}

	goods(): Goods[] {
		for (const row of this.#rows) {
			const last = this.#goods.at(-1);
			if (row.figures.length === 0) this.#names.push(row);
			else if (hasName(row)) {
				const left = this.#startsAbove ? this.#names : this.#continueLast();
				const isEnd = this.#startsAbove || nameEnd.test(nameOf(row));
				const above = isEnd ? this.#beginning(row, left) : [];
				this.#goods.push({ names: [...above, row], rows: [row], figures: row.figures });
				this.#names = [];
			} else if (this.#names.length === 0 && last && completes(last, row)) {
				last.rows.push(row);
				const isBelowAmount = row.figures.length > 1;
				last.figures = isBelowAmount
					? [...row.figures, ...last.figures]
					: [...last.figures, ...row.figures];
			} else if (this.#names.length > 0 || row.figures.length > 1) {
				this.#goods.push({ names: this.#ownNames(), rows: [row], figures: row.figures });
				this.#names = [];
			}
		}
		this.#continueLast();
		return this.#goods;
	}

	/** The rows above a row of a name and figures on which its name began. */
	#beginning(row: GoodsRow, names: readonly GoodsRow[]): GoodsRow[] {
		const first = this.#texts(names).at(-1);
		const above = first?.at(-1);
		return first && above && this.#continues(above, row, this.#figuresLeft) ? first : [];
	}

	/** Rows of names, those together that one name broke over. */
	#texts(names: readonly GoodsRow[]): GoodsRow[][] {
		const texts: GoodsRow[][] = [];
		for (const row of names.filter(hasName)) {
			const above = texts.at(-1)?.at(-1);
			if (above && this.#continues(above, row, pageWidth)) texts[texts.length - 1].push(row);
			else texts.push([row]);
		}
		return texts;
	}

	/** How many texts stand above the figures of every line that has its name there. */
	#fewestTexts(): number {
		let fewest = Infinity;
		let names: GoodsRow[] = [];
		for (const row of this.#rows) {
			if (row.figures.length === 0) names.push(row);
			else {
				const texts = hasName(row) ? [] : this.#texts(names);
				if (texts.length > 0) fewest = Math.min(fewest, texts.length);
				names = [];
			}
		}
		return fewest;
	}

	/**
	 * The rows of a name that has no figures beside it: the first of the texts above the figures. Where
	 * more texts stand there than above other figures, those remark on the line before or head a kind
	 * of goods.
	 */
	#ownNames(): GoodsRow[] {
		const texts = this.#texts(this.#names);
		return texts[Math.max(0, texts.length - this.#fewest)] ?? this.#names.slice(0, 1);
	}

	/**
	 * Gives rows below a product to its name, where the name broke off for lack of room.
	 * @returns the rows that are no part of it
	 */
	#continueLast(): GoodsRow[] {
		const last = this.#hasRemarks ? undefined : this.#goods.at(-1);
		const names = this.#names.filter((row) => !articleNumber.test(nameOf(row)));
		this.#names = [];
		const end = names.findIndex((row) => {
			const above = last?.names.at(-1);
			if (!last || !above || labelled.test(nameOf(row))) return true;
			if (!this.#continues(above, row, this.#figuresLeft)) return true;
			last.names.push(row);
			return false;
		});
		return end < 0 ? [] : names.slice(end);
	}

	/** Whether a row goes on with the name above it: it begins below it, and would not have fitted behind it. */
	#continues(above: GoodsRow, row: GoodsRow, room: number): boolean {
		const end = above.name.at(-1);
		const start = row.name[0];
		if (!end || !start || Math.abs(start.left - above.name[0].left) > nameIndent) return false;
		if (above.name.some(({ gap }, i) => i > 0 && gap > cellGap)) return false;
		const [word] = wordsOf(row.name);
		const unbroken = isWide(word[0].char) ? [word[0]] : word;
		const width = unbroken[unbroken.length - 1].right - unbroken[0].left;
		return end.right + width > room - breakReach * this.#page[row.index].em;
	}
}
