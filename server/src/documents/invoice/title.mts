import { wordsOf } from '../find.mts';
import { textOf } from '../layout/rows.mts';
import { compact, editDistance, withinOneEdit } from '../text.mts';
import { words } from '../lexicon/labels.mts';
import type { Codes } from './codes.mts';
import type { Sheet } from './sheet.mts';
import { bureauNames, headingOf } from './vat-code.mts';

/** The heading of an invoice and what it tells. */
export interface Title {
	/** 发票名称, as printed. */
	title?: string;
	/** 种类. */
	kind?: string;
	/** 省, 市: where the tax bureau is that issued the form. */
	province?: string;
	city?: string;
}

const provinces = words(
	'河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 北京 天津 上海 重庆',
);
/** Cities with a tax bureau of their own, and any other whose name ends in 市. */
const city = /(?:大连|青岛|宁波|厦门|深圳)市?|[\p{Script=Han}]{2,4}市/u;
const provincePrefix = new RegExp(
	`^(?:国家税务总局)?(?:${provinces.join('|')})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?`,
	'u',
);

/** Kinds of invoices, the longer names first. */
const kinds = words(
	'增值税电子普通发票 增值税电子专用发票 增值税专用发票 增值税普通发票 电子发票(普通发票) 电子发票(增值税专用发票) 通用机打发票 通用机打平推式发票 通用机打卷式发票 通用电子发票 机动车销售统一发票 二手车销售统一发票 出租汽车统一发票 出租车发票 通用定额发票 通用手工发票 客运统一发票 机打发票 电子发票 通用发票',
);
const escaped = (text: string): string => text.replace(/[()]/gu, '\\$&');
const digitalHeadings = words(
	'电子发票(普通发票) 电子发票(增值税专用发票) 电子发票(铁路电子客票) 电子发票(航空运输电子客票行程单) 电子发票(机动车销售统一发票) 电子发票(二手车销售统一发票)',
);

const titleRows = 8;
/** A gap this wide (in full-width characters) parts the heading from a stamp beside it. */
const columnGap = 2.2;
/** A heading up to its first 发票, with a remark in brackets behind it. */
const heading = /^([^:\d]{2,30}?发票(?:\([^)]*\))?)(?![联代号监专])/u;
/** The share of a heading's signs that a seal over it can hide. */
const hiddenShare = 0.45;

/** The words of the bureau's stamp, which lies beside or over the heading. */
const stamp = /^.{0,3}统.发|监制/u;

/** A kind with one sign misread, lost or doubled at the end of a heading, put right. */
function repaired(title: string): string {
	for (const kind of kinds) {
		if (title.endsWith(kind)) return title;
	}
	for (const kind of kinds) {
		for (const length of [kind.length, kind.length + 1, kind.length - 1]) {
			const end = title.slice(-length);
			if (kind.length > 5 && withinOneEdit(end, kind)) return title.slice(0, -length) + kind;
		}
	}
	return title;
}

/** The texts that can be a heading: cells of the upper rows, and those rows without their gaps. */
function candidates({ rows }: Sheet): string[] {
	return rows.slice(0, titleRows).flatMap(({ chars }) => {
		const cells = wordsOf(chars, columnGap).map((cell) => compact(textOf(cell)));
		return cells.length > 1 ? [...cells, cells.join('')] : cells;
	});
}

/**
 * The heading that an invoice of these numbers has, where enough of it can be read: a seal lies over
 * that of VAT invoices.
 */
function expected(texts: readonly string[], { code, number }: Codes): string | undefined {
	const isDigital = number?.length === 20;
	const forms = isDigital ? digitalHeadings : [code ? headingOf(code) : undefined];
	const near = forms.flatMap((form) =>
		form === undefined
			? []
			: texts
					.filter((text) => /[发票]/u.test(text) && !stamp.test(text))
					.map((text) => ({ form, distance: distanceOf(text, form) })),
	);
	near.sort((a, b) => a.distance - b.distance);
	const [best] = near;
	const rival = near.find(({ form }) => form !== best?.form);
	if (!best || best.distance > hiddenShare || rival?.distance === best.distance) return undefined;
	return best.form;
}

/** How far a text is from a heading, as a share of its signs; 0 where it has it. */
const distanceOf = (text: string, form: string): number =>
	text.includes(form) ? 0 : editDistance(text, form) / form.length;

/** Reads the heading: the first cell of the upper rows that is one, with the bureau's row above it. */
function printed(texts: readonly string[]): string | undefined {
	const titleOf = (cell: string) => {
		const text = heading.exec(cell)?.[1];
		return text !== undefined && !stamp.test(text) ? repaired(text) : undefined;
	};
	const at = texts.findIndex((cell) => titleOf(cell) !== undefined);
	if (at < 0) return undefined;
	const bureau = at > 0 && /税务局$/u.test(texts[at - 1]) ? texts[at - 1] : '';
	return bureau + (titleOf(texts[at]) ?? '');
}

/** Whether a text is another one without some of its signs. */
function isPartOf(text: string, whole: string): boolean {
	let at = 0;
	for (const char of whole) if (char === text[at]) at++;
	return at === text.length;
}

/** A bureau and a kind, nothing else. */
const wellFormed = new RegExp(
	`^(?:${bureauNames.join('|')})(?:${kinds.map(escaped).join('|')})$`,
	'u',
);

/** What was read, where it is a heading; what the numbers say, where a seal hid a part of it. */
function choose(read: string | undefined, byNumbers: string | undefined): string | undefined {
	if (read === undefined || byNumbers === undefined) return read ?? byNumbers;
	if (read.endsWith(byNumbers)) return byNumbers;
	const isWhole = wellFormed.test(read) || byNumbers.startsWith(read);
	const lostSome = isPartOf(read, byNumbers) && read.length < byNumbers.length;
	return isWhole && !(lostSome && !byNumbers.startsWith(read)) ? read : byNumbers;
}

/** Reads the heading and tells the kind of the invoice and where its bureau is. */
export function readTitle(sheet: Sheet, codes: Codes): Title {
	const texts = candidates(sheet);
	const title = choose(printed(texts), expected(texts, codes));
	if (title === undefined) return {};
	const place = title.replace(/^国家税务总局/u, '');
	return {
		title,
		kind: kinds.find((kind) => title.includes(kind)),
		province: provinces.find((name) => place.startsWith(name)),
		city: city.exec(title.replace(provincePrefix, ''))?.[0],
	};
}
