import { lookUp, type LabelEntry, type Lexicon } from './lexicon/labels.mts';
import { isBeforeCode, isBeforeFigure, valueStart, wordEnd } from './label-end.mts';
import { spelling, type Char } from './layout/rows.mts';
import { isPersonName } from './person-name.mts';
import { spellingOf } from './spelling.mts';
import { hasHan, isWide, withinOneEdit } from './text.mts';
import { columnGap, wordGap } from './layout/gap-widths.mts';

/** A label found in a row, with the place of its value behind it. */
export interface Label<Field extends string> {
	/** Undefined for `something:` that the lexicon does not know. */
	entry: LabelEntry<Field> | undefined;
	/** As printed, without blanks. */
	text: string;
	row: number;
	/** The label is chars[start] to chars[end - 1], its value chars[valueFrom] to chars[valueTo - 1]. */
	start: number;
	end: number;
	valueFrom: number;
	valueTo: number;
}

/** Shorter spellings are too easily one edit away from another word. */
const fuzzyLength = 4;
/** A character read with more confidence than this is not taken for another one. */
const doubtful = 0.93;
const longestUnknown = 10;
/** What it costs a label to be only the end of an unknown one. */
const tailRank = 3;
const isLetter = (char: string): boolean => /[A-Za-z]/u.test(char);
const isDigit = (char: string): boolean => /\d/u.test(char);
const isSign = (char: string): boolean => !/[\p{L}\p{N}]/u.test(char);
const isColon = (char: string | undefined): boolean => char === ':' || char === '=';

/** Words before a known label that make it another thing: 积分合计 is no total. */
const alien =
	/预|原|有效|截止|到期|下次|退|积分|余额|上次|累计|未|赠|税|卡内|数量|件|桌|张|券数|人数|欠|存|押|票数|次数/u;

/** A label of the lexicon in a row, and where it ends. */
interface Known<Field extends string> {
	entry: LabelEntry<Field>;
	end: number;
}

/** Finds the labels of a row. */
export class RowScan<Field extends string> {
	readonly #chars: readonly Char[];
	readonly #spelling: string;
	readonly #row: number;
	readonly #lexicon: Lexicon<Field>;
	/** What was found where, since each place is asked about for each label that can end before it. */
	readonly #known = new Map<number, Known<Field> | undefined>();

	constructor(chars: readonly Char[], row: number, lexicon: Lexicon<Field>) {
		this.#chars = chars;
		this.#spelling = spellingOf(chars);
		this.#row = row;
		this.#lexicon = lexicon;
	}

	labels(): Array<Label<Field>> {
		const found: Array<Label<Field>> = [];
		let at = 0;
		let behindLabel = false;
		while (at < this.#chars.length) {
			const label: Label<Field> | undefined = (behindLabel ? !this.#isCode(at) : this.#canStart(at))
				? this.#labelAt(at)
				: undefined;
			behindLabel = label !== undefined;
			if (label) found.push(label);
			at = label ? Math.max(label.valueFrom, label.end) : at + 1;
		}
		return found;
	}

	/** Whether letters and digits begin here that are one number: `终端:KIOSK-04`. */
	#isCode(at: number): boolean {
		const code = /^(?!NO\d{6})[A-Z]+-?\d/u.exec(this.#spelling.slice(at))?.[0] ?? '';
		return code !== '' && this.#chars.slice(at + 1, at + code.length).every(({ gap }) => gap === 0);
	}

	#canStart(at: number): boolean {
		const { char, gap } = this.#chars[at];
		if (isSign(char) && char !== '#') return false;
		if (at === 0 || gap > 0) return true;
		const before = this.#chars[at - 1].char;
		if (isSign(before)) return before !== '.' || !isDigit(char);
		return isWide(char) !== isWide(before) && !isDigit(char);
	}

	/** Whether the characters from `at` on can be a value, or nothing, behind a label. */
	#endsAt(at: number, entry: LabelEntry<Field>): boolean {
		const next = this.#chars[at];
		if (isColon(next?.char)) return true;
		if (entry.needsColon) return entry.kind === 'code' && this.#isLongNumber(at);
		if (!next || next.gap > 0) return true;
		const latin = isLetter(this.#spelling[at - 1]);
		if (isDigit(next.char)) return true;
		if (isSign(next.char)) return next.char !== '%' && next.char !== '、';
		if (isLetter(next.char)) {
			return (
				!latin &&
				(entry.kind !== 'amount' || this.#exact(at) !== undefined || /^[RCYHMU]/u.test(next.char))
			);
		}
		if (this.#exact(at) !== undefined) return true;
		if (latin) return true;
		if (entry.kind === 'person' && isPersonName(this.#hanFrom(at))) return true;
		if (entry.kind === 'capital' || entry.kind === 'taxId') return true;
		if (entry.kind === 'amount')
			return /[零壹贰叁肆伍陆柒捌玖拾佰仟万人]/u.test(next.char) && at >= 2;
		return (entry.kind === 'text' || entry.kind === 'person') && entry.label.length >= 3;
	}

	/** Whether so many digits stand at `at` that they are a number even with the colon before them lost. */
	#isLongNumber(at: number): boolean {
		return /^\d{5}/u.test(this.#spelling.slice(at));
	}

	/** The Chinese characters from `at` up to a blank or another character. */
	#hanFrom(at: number): string {
		let end = at;
		while (hasHan(this.#chars[end]?.char ?? '') && this.#chars[end].gap === 0) end++;
		return this.#spelling.slice(at, end);
	}

	/** The longest spelling from `at` on that the lexicon knows. */
	#exact(at: number): Known<Field> | undefined {
		if (!this.#known.has(at)) this.#known.set(at, this.#longestAt(at));
		return this.#known.get(at);
	}

	#longestAt(at: number): Known<Field> | undefined {
		const most = Math.min(this.#lexicon.longest, this.#chars.length - at);
		for (let length = most; length > 0; length--) {
			const entry = lookUp(this.#lexicon, this.#spelling.slice(at, at + length));
			if (entry?.needsColon && !this.#canStart(at)) continue;
			if (entry && this.#holds(at, at + length) && this.#endsAt(at + length, entry)) {
				return { entry, end: at + length };
			}
		}
		return undefined;
	}

	/**
	 * Whether the characters stand together or are spaced evenly (`合　计`): two column heads side by
	 * side are not one label, nor are two letters of different columns a word.
	 */
	#holds(from: number, to: number): boolean {
		const gaps = this.#chars.slice(from + 1, to).map(({ gap }) => gap);
		const widest = Math.max(0, ...gaps);
		if (widest < wordGap) return true;
		return !isLetter(this.#spelling[from]) && widest - Math.min(...gaps) < 1;
	}

	#labelAt(at: number): Label<Field> | undefined {
		const known = this.#exact(at) ?? this.#fuzzy(at);
		if (known) return this.#label(at, known.end, known.entry);
		return this.#isValue(at) ? undefined : this.#unknown(at);
	}

	#label(start: number, end: number, entry: LabelEntry<Field> | undefined): Label<Field> {
		const valueFrom = valueStart(this.#chars, this.#spelling, end);
		return {
			entry,
			text: spelling(this.#chars.slice(start, end)),
			row: this.#row,
			start,
			end,
			valueFrom,
			valueTo: this.#chars.length,
		};
	}

	/** A label with one character misread, lost or doubled. */
	#fuzzy(at: number): Known<Field> | undefined {
		const end = wordEnd(this.#chars, at, this.#lexicon.longest, columnGap);
		const spelling = this.#spelling.slice(at, end);
		const isEnd = end === this.#chars.length || !hasHan(this.#chars[end].char);
		const isLast = end === this.#chars.length;
		if (!isEnd || spelling.length < fuzzyLength - 1 || !hasHan(spelling)) return undefined;
		const near: Array<LabelEntry<Field>> = [];
		for (const entry of this.#lexicon.aboutAsLong.get(spelling.length) ?? []) {
			const { label } = entry;
			if (label.length < fuzzyLength || !withinOneEdit(label, spelling)) continue;
			// A word at the end of a row, with nothing behind it, is a value rather than a label cut short.
			if (isLast && spelling.length < label.length) continue;
			if (this.#isDoubtful(at, spelling, label)) near.push(entry);
		}
		const agreed = near.length > 0 && near.every(({ field }) => field === near[0].field);
		return agreed ? { entry: near[0], end } : undefined;
	}

	#isDoubtful(at: number, spelling: string, label: string): boolean {
		if (spelling.length < label.length) return label.length > fuzzyLength;
		const wrong = Array.from(spelling).findIndex((char, i) => char !== label[i]);
		return wrong >= 0 && this.#chars[at + wrong].confidence < doubtful;
	}

	/** Whether words up to a colon are a value, and a label: 店员:林 序号:0091, 03号机 收银员:陈静. */
	#isValue(at: number): boolean {
		const end = wordEnd(this.#chars, at, longestUnknown, wordGap);
		const apart = this.#chars.findIndex(({ gap }, i) => i > at && gap > 0);
		if (apart < 0 || apart >= end || this.#chars[end]?.char !== ':') return false;
		const known = this.#exact(apart);
		return known?.end === end && hasHan(known.entry.label);
	}

	/** `something:` ends the value before it, even if nobody knows what it is. */
	#unknown(at: number): Label<Field> | undefined {
		const end = wordEnd(this.#chars, at, longestUnknown, wordGap);
		const hasColon = this.#chars[end]?.char === ':';
		if (end - at < 2 && !(hasColon && isWide(this.#chars[at].char))) return undefined;
		if (hasColon) return this.#label(at, end, this.#tail(at, end));
		if (at > 0) return undefined;
		const entry = this.#tail(at, end);
		const isSure =
			(entry?.kind === 'code' && isBeforeCode(this.#chars, this.#spelling, end)) ||
			(entry?.kind === 'amount' &&
				(entry.rank === 1 || entry.endsLabels) &&
				isBeforeFigure(this.#chars, this.#spelling, end));
		return isSure ? this.#label(at, end, entry) : undefined;
	}

	/** The known label at the end of an unknown one: 外卖订单号 is an 订单号. */
	#tail(at: number, end: number): LabelEntry<Field> | undefined {
		for (let start = at + 1; start <= end - 2; start++) {
			const entry = this.#lexicon.entries.get(this.#spelling.slice(start, end));
			if (entry && hasHan(entry.label) && !entry.standsAlone) {
				if (alien.test(this.#spelling.slice(at, start))) return undefined;
				return { ...entry, rank: entry.kind === 'amount' ? entry.rank : entry.rank + tailRank };
			}
		}
		return undefined;
	}
}
