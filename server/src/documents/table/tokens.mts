import { spelling, type Char } from '../layout/rows.mts';
import { asDigits, figure } from '../numbers.mts';
import { hasHan } from '../text.mts';
import type { ColumnRole } from '../lexicon/columns.mts';

/** A figure in a row of goods. */
export interface Figure {
	/** As a plain figure. */
	value: string;
	left: number;
	right: number;
	/** The least confidence of its characters. */
	confidence: number;
	/** Whether a currency sign marks it as an amount. */
	isMoney: boolean;
	/** Whether it is a percentage. */
	isRate: boolean;
	/** What the signs around it say that it is. */
	hint?: ColumnRole;
	/** One side of a multiplication sign whose other side is the next or previous figure. */
	factor?: boolean;
	/** The characters it was read from. */
	chars: readonly Char[];
}

/** Which figure of a line of goods is what. */
export type Roles = Partial<Record<ColumnRole, Figure>>;

export type Token =
	| { kind: 'figure'; figure: Figure; unit: string }
	| { kind: 'times' | 'at' | 'equals' | 'unit' | 'noTax'; chars: readonly Char[] }
	| { kind: 'text'; chars: readonly Char[] };

/** Units in which goods are sold; sizes (ml, cm) belong to a product's name instead. */
export const saleUnits =
	'公斤|千克|市斤|kg|KG|Kg|kq|克|g|斤|两|磅|lb|个|只|件|份|盒|瓶|袋|包|支|条|张|杯|碗|盘|片|块|根|套|双|把|罐|听|桶|箱|提|卷|板|贴|次|人|位|天|晚|间|串|枚|台|辆|本|册|组|对|打|扎|壶|锅|例|项|笔|场|吨|升|L|米|小时|月|年|客|点|PCS|pcs|EA|ea';

const number = String.raw`[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:[.,]\d+)*|[-+]?\.\d+`;
const tokenForm = new RegExp(
	[
		String.raw`(?<money>-?(?:RMB|CNY|¥|\$)-?)?(?<number>${number})(?<percent>%)?(?<per>元?\/(?:${saleUnits})|元|圆)?(?<fold>折)?(?<unit>${saleUnits})?(?!(?![xX](?:-?\d|$))[A-Za-z])(?<flag>[*#]$)?`,
		String.raw`(?<times>[xX×*])`,
		'(?<at>@)',
		'(?<equals>=)',
	].join('|'),
	'uy',
);
const loneUnit = new RegExp(String.raw`^\(?(?:${saleUnits}|元|折)\)?$`, 'u');
/** What stands in a tax column instead of a rate or an amount. */
const noTax = /^(?:免税|不征税|普通零税率|零税率|出口零税|\*{2,})$/u;
const dateForm = /^(?:\d{4}|\d{2})([-/.])\d{1,2}\1\d{1,2}$/u;
/** An article number in groups (204.499.08), a day of a month (07-14). */
const groupedForm = /^(?:\d{3}\.\d{3}\.\d{2}|(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/u;
/** A count with a measure word that is in no list; what these signs follow is no count. */
const measured =
	/^(\d{1,3}(?:\.\d+)?)(?![号年月日元角分折层楼期度寸型代级段点时秒厘毫色省])(\p{Script=Han})$/u;
/** The letters of a tax rate behind an amount. */
const taxFlag = /(?<=^-?¥?[\d,]+\.\d{2})[A-HT]$|(?<=^-?¥?[\d,]+(?:\.\d{2})?)TX$/u;
/** A figure per unit, or one with cents, with a speck behind it: 1.00/件. or 318.85. */
const speckled = /^[-¥]?\d[\d,.]*(?:\/\p{Script=Han}{1,2}|\.\d{2})[.,·'、]$/u;
const lookAlikeFigure = /^[-¥]?[\dOolISBZ|.,]*\d[\dOolISBZ|]*[.,][\dOolISBZ|]{2}$/u;
/** A quantity glued to the name behind it: 2x麦辣鸡翅. */
const leadingCount = /^\d{1,2}[xX×*](?=\p{Script=Han})/u;
/** A grade of fuel: 92#, 0#. */
export const grade = /^(?:0|-10|-20|-35|89|9[0-8])#$/u;
/** A figure with its sign behind it, as tills print returns. */
const negativeBehind = /^¥?\d[\d,]*(?:\.\d+)?-$/u;
const measuredCount = String.raw`\d{1,3}(?:\.\d{3})?(?:${saleUnits})?`;
const gluedPrice = String.raw`(?:¥\d{1,5}(?:\.\d{1,2})?|\d{1,5}\.\d{2})元?(?:\/(?:${saleUnits}))?`;
/** A price x count glued to the name before it: 成人¥138x2位, 矿泉水5.00×2=10.00; a price has its sign or cents. */
const trailingFactors = new RegExp(
	String.raw`(?<=\p{Script=Han}[):]?|\d(?:ml|ML|g|kg|KG|L))(?:${gluedPrice}[xX×*]${measuredCount}|${measuredCount}[xX×*@]${gluedPrice})\p{Script=Han}?(?:=\d{1,6}\.\d{2})?$`,
	'u',
);
/** A count whose star was read as quotation marks. */
const starredCount = /^["'][1-9]\d?$/u;
/** A lone 1, be it behind a sign. */
const loneOne = /^[xX×*]?[lI|]$/u;

/** Splits a word (characters without a gap) into tokens; a word with anything else in it is text. */
export function tokensOf(word: readonly Char[]): Token[] {
	const printed = spelling(word);
	if (noTax.test(printed)) return [{ kind: 'noTax', chars: word }];
	if (loneUnit.test(printed)) return [{ kind: 'unit', chars: word }];
	if (starredCount.test(printed)) return tokensOf([{ ...word[0], char: '*' }, ...word.slice(1)]);
	if (dateForm.test(printed) || groupedForm.test(printed)) return [{ kind: 'text', chars: word }];
	const [flag] = taxFlag.exec(printed) ?? [];
	if (flag) return tokensOf(word.slice(0, -flag.length));
	if (speckled.test(printed)) return tokensOf(word.slice(0, -1));
	const counted = measured.exec(printed);
	if (counted) {
		const token = tokenFrom({ number: counted[1], unit: counted[2] }, word);
		if (token) return [token];
	}
	if (grade.test(printed)) return [{ kind: 'text', chars: word }];
	const signed = negativeBehind.test(printed)
		? `-${printed.slice(0, -1)}`
		: lookAlikeFigure.test(printed) || loneOne.test(printed)
			? asDigits(printed)
			: printed;
	const tokens: Token[] = [];
	tokenForm.lastIndex = 0;
	while (tokenForm.lastIndex < signed.length) {
		const from = tokenForm.lastIndex;
		const match = tokenForm.exec(signed);
		if (!match) return textAndFigure(word, printed);
		const chars = word.slice(from, from + match[0].length);
		const token = tokenFrom(match.groups ?? {}, chars);
		if (!token) return textAndFigure(word, printed);
		tokens.push(token);
	}
	if (isSize(tokens)) return [{ kind: 'text', chars: word }];
	return tokens;
}

const sizeUnit = /^(?:g|kg|KG|Kg|kq|克|公斤|千克|斤|L|升)$/u;

/** A size such as 10g*9袋 or 1.5kg*2: a price behind the sign would have cents and no unit. */
function isSize([first, sign, second]: readonly Token[]): boolean {
	if (first?.kind !== 'figure' || sign?.kind !== 'times' || second?.kind !== 'figure') return false;
	if (!sizeUnit.test(first.unit)) return false;
	return second.unit !== '' || !(second.figure.isMoney || /\.\d{1,2}$/u.test(second.figure.value));
}

function tokenFrom(
	groups: Record<string, string | undefined>,
	chars: readonly Char[],
): Token | undefined {
	if (groups.times) return { kind: 'times', chars };
	if (groups.at) return { kind: 'at', chars };
	if (groups.equals) return { kind: 'equals', chars };
	const printed = groups.number ?? '';
	const value = figure(printed) ?? (/^[\d.,-]+$/u.test(printed) ? printed : undefined);
	if (value === undefined) return undefined;
	const negative = groups.money?.includes('-') && !value.startsWith('-');
	return {
		kind: 'figure',
		unit: groups.unit ?? '',
		figure: {
			value: negative ? `-${value}` : value,
			left: chars[0].left,
			right: chars[chars.length - 1].right,
			confidence: Math.min(...chars.map(({ confidence }) => confidence)),
			isMoney: groups.money !== undefined || groups.per !== undefined,
			isRate: groups.percent !== undefined,
			hint: groups.fold
				? 'discount'
				: groups.per?.includes('/')
					? 'price'
					: groups.unit
						? 'quantity'
						: undefined,
			chars,
		},
	};
}

/** A word that is no figure: where a name has an amount glued to its end, the two are parted. */
function textAndFigure(word: readonly Char[], printed: string): Token[] {
	const glued =
		/^(.*(?:\p{Script=Han}\)?|\d(?:ml|ML|g|kg|KG|L)))(-?¥\d{1,6}|-?¥?\d{1,6}\.\d{2})$/u.exec(
			printed,
		);
	if (glued && hasHan(glued[1])) {
		const cut = word.length - glued[2].length;
		return [{ kind: 'text', chars: word.slice(0, cut) }, ...tokensOf(word.slice(cut))];
	}
	const [factors] = trailingFactors.exec(printed) ?? [];
	if (factors !== undefined) {
		const cut = word.length - factors.length;
		return [{ kind: 'text', chars: word.slice(0, cut) }, ...tokensOf(word.slice(cut))];
	}
	const [count] = leadingCount.exec(printed) ?? [];
	if (count !== undefined) {
		const rest: Token = { kind: 'text', chars: word.slice(count.length) };
		return [...tokensOf(word.slice(0, count.length)), rest];
	}
	return [{ kind: 'text', chars: word }];
}
