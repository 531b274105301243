import { settleAsterisks } from '../../src/engine/asterisks.mts';
import { calibrated, type Curve } from '../../src/engine/calibration.mts';
import { decodeCtc } from '../../src/engine/ctc.mts';
import { classesOf, readConfig, readLines } from '../../src/engine/dictionary.mts';
import { thresholdsOf } from '../../src/engine/families.mts';
import {
	otherForms,
	settleForms,
	simplifiedForms,
	traditionalForms,
} from '../../src/engine/forms.mts';
import type { Mark } from '../../src/page/types.mts';

const marksOf = (text: string, confidence = 0.99): Mark[] =>
	[...text].map((char, i) => ({ char, confidence, left: i, right: i + 1, afterBlank: false }));
const textOf = (marks: readonly Mark[]) => marks.map(({ char }) => char).join('');

describe('readConfig', () => {
	it('takes every character as text, whatever YAML would make of it', () => {
		const { name, characters } = readConfig(
			[
				'Global: { model_name: PP-OCRv6_small_rec }',
				'PostProcess:',
				'  character_dict:',
				...[
					"''''",
					"'\"'",
					'"\\\\"',
					"'~'",
					'~',
					'null',
					'1',
					'0x1',
					"'-'",
					'y',
					'\u3000',
					'\u{1f6c1}',
				].map((entry) => `  - ${entry}`),
			].join('\n'),
		);
		expect(name).toBe('PP-OCRv6_small_rec');
		expect(characters).toEqual([
			"'",
			'"',
			'\\',
			'~',
			'~',
			'null',
			'1',
			'0x1',
			'-',
			'y',
			'\u3000',
			'\u{1f6c1}',
		]);
	});

	it('has no name for what could not stand in a log, and no dictionary where there is none', () => {
		expect(readConfig('Global: { model_name: "a\\nb" }')).toEqual({});
		expect(readConfig('PostProcess: { character_dict: a }')).toEqual({});
		expect(readConfig('just text')).toEqual({});
	});

	it('takes the thresholds of a model that is not known from its description', () => {
		const described = readConfig(
			'PostProcess: { thresh: 0.2, box_thresh: 0.45, unclip_ratio: 1.4 }',
		).thresholds;
		expect(thresholdsOf('PP-OCRv5_mobile_det', described)).toEqual({
			pixel: 0.2,
			region: 0.45,
			unclip: 1.4,
		});
		expect(thresholdsOf('PP-OCRv6_small_det', described)).toEqual(thresholdsOf('Own_det'));
	});

	it('puts the blank before the characters and the space behind them', () => {
		expect(classesOf(readLines('a\r\nb\r\n'))).toEqual(['', 'a', 'b', ' ']);
		expect(readLines('a\nb')).toEqual(['a', 'b']);
	});
});

describe('calibrated', () => {
	const curve: Curve = [
		[0, 0],
		[0.5, 0.2],
		[0.9, 0.8],
		[1, 1],
	];

	it('goes straight between the points of a curve', () => {
		const values = [0, 0.25, 0.5, 0.7, 0.95, 1].map((value) => calibrated(curve, value));
		expect(values).toEqual([0, 0.1, 0.2, 0.5, 0.9, 1].map((value) => expect.closeTo(value)));
	});

	it('never leaves the ends of a curve', () => {
		expect(calibrated(curve, 1.0000001)).toBe(1);
		expect(calibrated(curve, -0.1)).toBe(0);
	});
});

describe('forms of a character', () => {
	const classes = ['', '鲜', '鮮', '发', '發', '髮', '口'];
	const simplified = simplifiedForms(classes);
	const forms = otherForms(classes, simplified);
	const peakOf = (...probabilities: number[]) =>
		decodeCtc(Float32Array.from(probabilities), 1, classes, forms)[0];

	it('are one character for the confidence, and are kept where they were not told apart', () => {
		expect(peakOf(0, 0.38, 0.6, 0, 0, 0, 0.02)).toEqual({
			char: '鮮',
			confidence: expect.closeTo(0.98),
			otherForm: '鲜',
			center: 0.5,
		});
		expect(peakOf(0, 0, 0, 0.5, 0.1, 0.35, 0.05)).toMatchObject({ char: '发', otherForm: '髮' });
	});

	it('are told apart where one of them is hardly probable', () => {
		expect(peakOf(0, 0.01, 0.97, 0, 0, 0, 0.02).otherForm).toBeUndefined();
		expect(peakOf(0, 0, 0, 0, 0, 0, 0.9).otherForm).toBeUndefined();
	});

	const known = simplifiedForms([...'鲜鮮单單号號计計额額门門间間谢謝话話电電锦錦记記级級后後']);
	const settled = (lines: Mark[][]) =>
		settleForms(lines, known, traditionalForms(known)).map(textOf);
	const unsure = (char: string, otherForm: string): Mark => ({ ...marksOf(char)[0], otherForm });

	it('become simplified on a simplified page, as far as the model was unsure', () => {
		const lines = [marksOf('电话单号合计金额'), [unsure('鮮', '鲜')], marksOf('門')];
		expect(settled(lines)).toEqual(['电话单号合计金额', '鲜', '門']);
	});

	it('become traditional on a traditional page', () => {
		const lines = [marksOf('單號合計金額'), [unsure('谢', '謝'), ...marksOf('品')]];
		expect(settled(lines)).toEqual(['單號合計金額', '謝品']);
	});

	it('become traditional on a page that mostly is, also where the model was sure, but for what has several forms', () => {
		const lines = [marksOf('單號計額間'), marksOf('李锦記一级'), marksOf('皇后')];
		expect(settled(lines)).toEqual(['單號計額間', '李錦記一級', '皇后']);
	});

	it('stay where a page has only a name in traditional characters', () => {
		expect(settled([marksOf('謝記'), marksOf('锦')])).toEqual(['謝記', '锦']);
	});

	it('stay on a page with both', () => {
		const lines = [marksOf('单号單號'), [unsure('鮮', '鲜')]];
		expect(settled(lines)).toEqual(['单号單號', '鮮']);
	});
});

describe('settleAsterisks', () => {
	const settled = (...parts: Array<[string, number]>) =>
		textOf(settleAsterisks(parts.flatMap(([text, confidence]) => marksOf(text, confidence))));

	it('puts back asterisks that were taken for characters', () => {
		expect(settled(['水水水', 0.45])).toBe('***');
		expect(settled(['水*水', 0.5])).toBe('***');
		expect(settled(['138', 0.99], ['水水水水', 0.5], ['1234', 0.99])).toBe('138****1234');
		expect(settled(['大火大火火大', 0.45])).toBe('******');
	});

	it('leaves words, and a single character', () => {
		expect(settled(['冰水', 0.97])).toBe('冰水');
		expect(settled(['矿泉', 0.9], ['水', 0.4])).toBe('矿泉水');
		expect(settled(['*水果*', 0.98])).toBe('*水果*');
	});
});
