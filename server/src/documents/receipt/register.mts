import { textOf, type Char } from '../layout/rows.mts';
import { compact } from '../text.mts';
import { readCode, readText } from '../values.mts';
import type { SlipFields } from './fields.mts';

/** The number of the cash register before the word for it: 3号收银机, 第2收银台. */
const numbered =
	/(?<![A-Za-z\d-])(?:第\s?([A-Z]{0,2}\d{1,4})号?|([A-Z]{0,2}\d{1,4})号)\s?(?:收银机|收款机|收银台|收款台|收银通道|款台|款机|机台|POS机?|自助机|终端机?|机)(?![\p{L}\d:])/u;

/** The characters before the number of a cash register among them. */
export function charsBeforeRegister(chars: readonly Char[]): readonly Char[] {
	const text = textOf(chars);
	const at = text.search(numbered);
	return at < 0 ? chars : chars.slice(0, compact(text.slice(0, at)).length);
}

/** A cash register that goes by its place: 前台, 吧台2, 一号机. */
const placeName =
	/^(?:(?:前台|吧台|总台|大厅|服务台|收银台?|主机|副机|自助机?)[A-Z]?\d{0,3}号?|[A-Z一二三四五六七八九十]号?[机台])$/u;

function readPlace(chars: readonly Char[]): string | undefined {
	const text = readText(chars);
	return text !== undefined && placeName.test(compact(text)) ? compact(text) : undefined;
}

/** The number of the cash register, behind its label or before the word for it. */
export function readRegister(fields: SlipFields): string {
	const labelled = fields.first('machine', (chars) => readCode(chars) ?? readPlace(chars));
	if (labelled !== undefined) return labelled;
	for (const row of fields.rowsOutside) {
		const match = numbered.exec(fields.slip.rows[row].text);
		if (match) return match[1] ?? match[2];
	}
	return '';
}
