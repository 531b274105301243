import { editDistance, isPartOf, withinOneEdit } from '../text.mts';
import { words } from '../lexicon/labels.mts';
import { bureauNames } from './vat-code.mts';

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

const provinces = words(`
	河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南
	陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 北京 天津 上海 重庆
`);
/** Cities with a tax bureau of their own, and any other whose name ends in 市. */
const city = /(?:大连|青岛|宁波|厦门|深圳)市?|[\p{Script=Han}]{2,4}市/u;
const provincePrefix = new RegExp(
	`^(?:国家税务总局)?(?:${provinces.join('|')})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?`,
	'u',
);

/** Kinds of invoices, the longer names first. */
export const kinds = words(`
	增值税电子普通发票 增值税电子专用发票 增值税专用发票 增值税普通发票 电子发票(普通发票)
	电子发票(增值税专用发票) 通用机打发票 通用机打平推式发票 通用机打卷式发票 通用(电子)发票
	通用电子发票 机动车销售统一发票 二手车销售统一发票 出租汽车统一发票 出租汽车统一车票 出租车发票
	通用定额发票 通用手工发票 客运统一发票 机打发票 电子发票 通用发票
`);
/** The headings of fully digital invoices. */
export const digitalHeadings = words(`
	电子发票(普通发票) 电子发票(增值税专用发票) 电子发票(铁路电子客票)
	电子发票(航空运输电子客票行程单) 电子发票(机动车销售统一发票) 电子发票(二手车销售统一发票)
`);

/** A heading stands on one of so many rows from the top. */
export const titleRows = 8;
/** Those rows have no more cells than these; each is held against a thousand headings. */
export const mostTexts = 60;
/** A heading up to its first 发票, with a remark in brackets behind it. */
export const heading = /^([^:\d]{2,30}?(?:发票|车票|客票)(?:\([^)]*\)|\))?)(?![联代号监专])/u;
/** The share of a heading's signs that a seal over it can hide. */
export const hiddenShare = 0.45;

/** The words of the bureau's stamp, which lies beside or over the heading. */
export const stamp = /^.{0,3}统.发|监制/u;

/** A kind with one sign misread, lost or doubled at the end of a heading, put right. */
export function repaired(title: string): string {
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

/** How far a text is from a heading, as a share of its signs; 0 where it has it. */
export const distanceOf = (text: string, form: string): number =>
	text.includes(form) ? 0 : editDistance(text, form) / form.length;

/** How headings begin: the place, its bureau, or nothing. */
const places = [...new Set([...provinces, ...bureauNames])].flatMap((name) => [
	name,
	...(/^(?:北京|天津|上海|重庆|大连|青岛|宁波|厦门|深圳)$/u.test(name)
		? [`${name}市`]
		: [`${name}省`, `${name}自治区`, `${name}壮族自治区`, `${name}回族自治区`]),
]);
const bureauPrefixes = places.flatMap((place) => [
	place,
	`${place}国家税务局`,
	`${place}地方税务局`,
	`国家税务总局${place}税务局`,
]);
const machineKinds = words(`
	通用机打发票 通用机打平推式发票 通用机打卷式发票 机打发票 通用电子发票 通用(电子)发票 电子普通发票
`);
const vatKinds = kinds.filter((kind) => kind.startsWith('增值税'));
/** The usual headings. */
const headings: ReadonlySet<string> = new Set([
	...bureauPrefixes.flatMap((prefix) => machineKinds.map((kind) => prefix + kind)),
	...bureauNames.flatMap((bureau) => vatKinds.map((kind) => bureau + kind)),
	...digitalHeadings,
]);
/** Whether a text is one of the usual headings. */
export const isUsualHeading = (text: string): boolean => headings.has(text);

/** The share of a heading's signs that may be misread where its numbers do not tell it. */
const misreadShare = 0.34;
/** What it costs a heading, in signs, that the text has signs that are not its own. */
const notPart = 0.5;
/** How many signs before a kind of invoice may be misread. */
const mostSigns = 2;

/**
 * The usual heading that a text is nearest to, where one is nearer than all others: a seal hides some
 * signs of many. A text that ends in a kind of invoice is left alone unless little is wrong with it.
 */
export function nearest(text: string): { form: string; distance: number } | undefined {
	const isKind = kinds.some((kind) => text.replace(/\([^)]*\)$/u, '').endsWith(kind));
	const most = Math.min(misreadShare * text.length, isKind ? mostSigns : Infinity);
	const signs = new Set(text);
	let best: { form: string; distance: number } | undefined;
	let isUnique = false;
	for (const form of headings) {
		if (Math.abs(form.length - text.length) > most) continue;
		const farthest = best?.distance ?? most + notPart;
		// Each sign that the text has nowhere is an edit at least.
		if (countOthers(form, signs) > farthest) continue;
		const edits = editDistance(text, form, farthest);
		// A heading that only lost signs is nearer than one in which others stand.
		const distance = edits > farthest || isPartOf(text, form) ? edits : edits + notPart;
		if (distance > farthest) continue;
		isUnique = distance !== best?.distance;
		best = { form, distance };
	}
	return isUnique ? best : undefined;
}

function countOthers(text: string, signs: ReadonlySet<string>): number {
	let count = 0;
	for (const sign of text) if (!signs.has(sign)) count++;
	return count;
}

/** What a repair can start from: a text with some sign of a heading and without those of other fields. */
export const canBeHeading = (text: string): boolean =>
	text.length >= 5 &&
	/[增值税普通发票机打电子]/u.test(text) &&
	!/[:\d]/u.test(text) &&
	!stamp.test(text);

/** What a heading is about, in brackets below it; words of copies, seals and limits are none of it. */
export const subtitle = /^\((?!.*[联章效监限])\p{Script=Han}{2,6}\)$/u;

/** What a heading tells. */
export function factsOf(title: string): Title {
	const place = title.replace(/^国家税务总局/u, '');
	return {
		title,
		kind: kinds.find((kind) => title.includes(kind)),
		province: provinces.find((name) => place.startsWith(name)),
		city: city.exec(title.replace(provincePrefix, ''))?.[0],
	};
}
