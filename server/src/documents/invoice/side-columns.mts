import { withChars, type Char, type Row } from '../layout/rows.mts';
import { withoutCipher, type SideText } from './cipher.mts';
import { withoutMargin } from './margin.mts';
import { withoutRemarks } from './remarks.mts';

/** The rows of a sheet without its columns at the side, and what stood in those. */
export interface Parted {
	rows: Row[];
	/** 备注. */
	remarks?: SideText;
	/** 密码区. */
	cipher?: SideText;
}

/** A sign of 购买方 or 销售方, written downwards, glued to the label beside it. */
const gluedSign = /^[购买销售方信息](?=名称|纳税人?识别|地址|开户|统一社会)/u;

/** A row with a gap behind the sign of a party at its beginning. */
function withPartedSign(row: Row): Row {
	if (!gluedSign.test(row.chars.map(({ char }: Char) => char).join(''))) return row;
	const [sign, next, ...rest] = row.chars;
	return withChars(row, [sign, { ...next, gap: Math.max(next.gap, 1) }, ...rest]);
}

/**
 * Takes the cipher text and the remarks away from the rows of a sheet: both stand beside the lines of
 * a party and are no part of them.
 */
export function withoutSideColumns(page: readonly Row[]): Parted {
	const { rows: plain, cipher } = withoutCipher(withoutMargin(page));
	const { rows, remarks } = withoutRemarks(plain.map(withPartedSign));
	return { rows, remarks, cipher };
}
