import {
	findCapital,
	findDamagedCapital,
	formatCapital,
	lostSigns,
	parseCapital,
	withSignsReplaced,
} from '../../src/documents/invoice/capital.mts';

describe('an amount in capitals says its cents', () => {
	test.each([
		['壹元整', 100],
		['壹元零壹分', 101],
		['壹角', 10],
		['壹分', 1],
		['壹角壹分', 11],
		['零元整', 0],
		['零', 0],
		['拾伍元整', 1500],
		['壹佰拾元整', undefined],
		['壹万元', 1_000_000],
		['壹拾万元', 10_000_000],
		['拾万元', 10_000_000],
		['壹亿元', 10_000_000_000],
		['壹亿贰仟万元', 12_000_000_000],
		['壹万贰仟叁佰肆拾伍元陆角柒分', 1_234_567],
		['壹亿零壹元', 10_000_000_100],
		['伍佰', 50_000],
		['伍', 500],
		['零零伍元', 500],
		['〇伍元', 500],
		['壹壹元', undefined],
		['佰元整', undefined],
		['角', undefined],
		['分', undefined],
		['壹元角', undefined],
		['元整', undefined],
		['整', undefined],
		['', undefined],
		['壹某元', undefined],
		['(负数)壹元整', -100],
		['负壹元整', -100],
		['(红字)壹元整', -100],
		['壹元整(负数)', -100],
		['(负数)', undefined],
		['(负数)元整', undefined],
	])('%s: %p', (words, cents) => expect(parseCapital(words)).toBe(cents));
});

describe('cents are written in capitals', () => {
	test.each([
		[0, '零元整'],
		[1, '壹分'],
		[9, '玖分'],
		[10, '壹角整'],
		[11, '壹角壹分'],
		[100, '壹元整'],
		[101, '壹元零壹分'],
		[110, '壹元壹角整'],
		[111, '壹元壹角壹分'],
		[1000, '壹拾元整'],
		[1005, '壹拾元零伍分'],
		[10_100, '壹佰零壹元整'],
		[11_000, '壹佰壹拾元整'],
		[100_100, '壹仟零壹元整'],
		[101_000, '壹仟零壹拾元整'],
		[999_900, '玖仟玖佰玖拾玖元整'],
		[1_000_000, '壹万元整'],
		[1_000_100, '壹万零壹元整'],
		[1_010_000, '壹万零壹佰元整'],
		[1_100_000, '壹万壹仟元整'],
		[10_000_000_100, '壹亿零壹元整'],
		[10_100_000_000, '壹亿零壹佰万元整'],
		[11_000_000_000, '壹亿壹仟万元整'],
		[100_000_000_000_000, '壹万亿元整'],
		[-101, '(负数)壹元零壹分'],
	])('%d: %s', (cents, words) => {
		expect(formatCapital(cents)).toBe(words);
		expect(parseCapital(words)).toBe(cents);
	});

	test('with the signs that were printed', () => {
		expect(formatCapital(100, '圆', '正')).toBe('壹圆正');
		expect(formatCapital(-100, '圆', '正')).toBe('(负数)壹圆正');
		expect(formatCapital(0, '圆', '正')).toBe('零圆正');
		expect(formatCapital(110, '圆', '正')).toBe('壹圆壹角正');
	});
});

describe('the capitals in a text', () => {
	test.each([
		['人民币:壹佰元整', '壹佰元整'],
		['RMB)壹佰元整', '壹佰元整'],
		['⊗壹佰元整 (小写)¥100.00', '壹佰元整'],
		['壹佰圆正', '壹佰圆正'],
		['壹佰元', '壹佰元'],
		['ab壹佰元整', '壹佰元整'],
		['abc壹佰元整', undefined],
		['整元整', undefined],
		['壹', undefined],
		['(负数)壹佰元整', '(负数)壹佰元整'],
		['（负数）壹佰元整', '(负数)壹佰元整'],
		['负数)壹佰元整', '(负数)壹佰元整'],
		['负壹佰元整', '负壹佰元整'],
		['⊗(红字):壹佰元整', '(红字)壹佰元整'],
		['壹佰元整(负数)', '(负数)壹佰元整'],
		['壶佰园整', '壹佰圆整'],
	])('%s: %s', (printed, capital) => expect(findCapital(printed)).toBe(capital));

	test.each([
		['壹佰某拾圆整', '壹佰某拾圆整'],
		['壹佰某拾某圆整', undefined],
		['壹佰贰拾叁某肆某元整', '壹佰贰拾叁某肆某元整'],
		['壹佰贰某叁某肆某伍陆柒捌玖拾元整', undefined],
		['壹佰贰拾圆整', undefined],
		['(负数)壹佰某拾圆整', '(负数)壹佰某拾圆整'],
		['ab壹佰某拾圆整', '壹佰某拾圆整'],
		['abc壹佰某拾圆整', undefined],
		['', undefined],
	])('with others among them, %s: %s', (printed, capital) =>
		expect(findDamagedCapital(printed)).toBe(capital),
	);
});

describe('signs are replaced towards an amount', () => {
	test.each([
		['all that are none, where one way fits', '壹佰某拾某元整', 12_300, 1, '壹佰贰拾叁元整'],
		['none where no way fits', '壹佰某拾元整', 99_900, 1, undefined],
		['one of its own', '壹佰叁拾元整', 12_000, 1, '壹佰贰拾元整'],
		['not two where one may be', '叁佰叁拾元整', 12_000, 1, undefined],
		['none where two ways fit', '叁佰叁拾元整', 12_000, 2, undefined],
		['of an amount taken back', '(负数)壹佰叁拾元整', -12_000, 1, '(负数)壹佰贰拾元整'],
		['not of one that is not', '(负数)壹佰叁拾元整', 12_000, 1, undefined],
		['the last one, which ends it', '壹佰元某', 10_000, 1, '壹佰元整'],
		['the last one, as a yuan', '壹佰贰拾某', 12_000, 1, undefined],
	])('%s', (_, capital, amount, most, mended) =>
		expect(withSignsReplaced(capital, amount, most)).toBe(mended),
	);
});

describe('words that lost signs of 壹佰贰拾叁元肆角伍分', () => {
	test.each([
		['all of them', '', true],
		['none', '壹佰贰拾叁元肆角伍分', true],
		['some in the middle', '壹佰叁元伍分', true],
		['another word for 元', '壹佰贰拾叁圆肆角', true],
		['整 behind its cents', '壹佰贰拾叁元肆角伍分整', true],
		['整 behind its tens of cents', '叁元肆角整', true],
		['整 behind no cents', '壹佰贰拾叁元整', false],
		['others among them', '壹佰玖拾叁元肆角伍分', false],
		['their order changed', '叁拾贰元', false],
	])('%s: %s is so: %p', (_, words, expected) => expect(lostSigns(words, 12_345)).toBe(expected));

	test.each([
		['正 for 整', '壹佰元正', 10_000, true],
		['正 within', '壹正佰元整', 10_000, false],
		['〇 for 零', '壹佰〇壹元整', 10_100, true],
		['a nought that is not said', '壹佰零元整', 10_000, false],
	])('%s: %s of %d cents: %p', (_, words, cents, expected) =>
		expect(lostSigns(words, cents)).toBe(expected),
	);
});

describe('an amount behind what is printed before it', () => {
	test.each([
		['人民币壹佰元整', '壹佰元整'],
		['RMB:壹佰元整', '壹佰元整'],
		['人民币)壹佰元整', '壹佰元整'],
		[':)壹佰元整', '壹佰元整'],
		['壹佰元正', '壹佰元正'],
		['壹佰元整人民币', '壹佰元整'],
	])('%s: %s', (printed, words) => expect(findCapital(printed)).toBe(words));
});
