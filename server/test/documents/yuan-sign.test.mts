import { rowsOf } from '../../src/documents/layout/rows.mts';
import { pageOf } from '../../testing/documents/page.mts';

test.each([
	['合计  V67.96  Y1,039.09', '合计 ¥67.96 ¥1,039.09'],
	['(小写)Y-70.00', '(小写)¥-70.00'],
	['机号 Y12  版本V1.02.3', '机号 Y12 版本V1.02.3'],
	['IPV6.00  V 12.00', 'IPV6.00 V 12.00'],
])('a letter right before an amount is a yuan sign: %s', (line, text) => {
	expect(rowsOf(pageOf(line)).map((row) => row.text)).toEqual([text]);
});
