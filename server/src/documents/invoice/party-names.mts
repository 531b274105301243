import { wordsOf } from '../find.mts';
import type { Char } from '../layout/rows.mts';

/** Words after a name that are no part of it. */
export const nameEnd = /\(?(?:盖章|公章|签章|发票专用章|章)\)?$/u;

/** Words before a name that lost the blank or colon behind them; no name begins so. */
export const nameStart = /^(?:单位名称|单位|名称)(?=\p{Script=Han}{4})/u;

/** The word for the place of the seal, in brackets or alone. */
export const sealPlace = /^(?:\(?盖?章(?:\)|$)|\(?盖章)/u;

/** A sign of 销售方 or 购买方, written downwards, beside the name of the other party. */
const besideSign = /^[购买销售方信息]$/u;

/** A cell without the sign at its end that belongs to the block beside it. */
export function withoutSign(cell: readonly Char[]): readonly Char[] {
	const last = cell[cell.length - 1];
	return cell.length > 1 && last.gap > 0 && besideSign.test(last.char) ? cell.slice(0, -1) : cell;
}

/** What stands below a label without lone signs of a party, which are written downwards beside its lines. */
export const withoutSigns = (chars: readonly Char[]): Char[] =>
	wordsOf(chars)
		.filter((word) => word.length > 1 || !besideSign.test(word[0].char))
		.flat();

/** How the names of companies end. */
const companyEnd =
	/(?:公司|企业|厂|店|部|行|社|所|院|校|局|会|中心|集团|合作社|超市|酒店|餐厅|个人|分公司|馆|站|场|处|学|铺|室|户|园|吧|城|房|庄|楼|堂|屋|坊|厅|科|队|厦|\))$/u;

/** The shortest name of a company with the words for its kind. */
const companyLength = 7;

/** Whether a name ends as those of companies and shops do. */
export const endsAsCompany = (name: string): boolean => companyEnd.test(name);

/** Whether a name is that of a company rather than of a person. */
export const isCompany = (name: string): boolean =>
	name.length >= companyLength && companyEnd.test(name);
