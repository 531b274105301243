import { lookUp } from '../../lexicon/labels.mts';
import type { ReceiptLabel } from '../../lexicon/receipt-label.mts';
import { receiptLexicon } from '../../lexicon/receipt-labels.mts';
import { textOf, type Char } from '../../layout/rows.mts';
import type { Lex, Reading } from '../../lex/reading.mts';
import { charsIn, runOf } from '../../lex/run.mts';
import { codeReadings, personReadings, textReadings } from '../../lex/texts.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { Weights } from '../../score/weights.mts';
import { compact } from '../../text.mts';
import { partSign, type ReadSlip } from './page.mts';

const registerWord =
	'(?:收银机|收款机|收银台|收款台|收银通道|款台|款机|机台|POS机?|自助机|终端机?|机)';
/** The number of the cash register before the word for it: 3号收银机, 第2收银台. */
const numbered = new RegExp(
	String.raw`(?<![A-Za-z\d-])(?:第\s?([A-Z]{0,2}\d{1,4})号?|([A-Z]{0,2}\d{1,4})号)\s?${registerWord}(?![\p{L}\d:])`,
	'u',
);

/** A cash register that goes by its place: 前台, 吧台2, 一号机. */
const placeName =
	/^(?:(?:前台|吧台|总台|大厅|服务台|收银台?|主机|副机|自助机?)[A-Z]?\d{0,3}号?|[A-Z一二三四五六七八九十]号?[机台])$/u;

const placeReadings: Lex = (chars) =>
	textReadings(chars)
		.map((reading) => ({ ...reading, text: compact(reading.text), signs: ['name of a place'] }))
		.filter(({ text }) => placeName.test(text));

const machineReadings: Lex = (chars) => [...codeReadings(chars), ...placeReadings(chars)];

/** More digits than a cash register's number has, before the word for it: the slip's number is glued to it. */
const gluedNumber = new RegExp(String.raw`\d{7,}(?=号${registerWord})`, 'u');
/** Digits this much further apart than others are parted by a blank that was not read. */
const wideStep = 1.4;
/** Of the digits of a cash register's number. */
const mostRegisterDigits = 4;

/** Characters with the blank put back that was lost between the slip's number and that of the register. */
function withRegisterApart(chars: readonly Char[]): readonly Char[] {
	const match = gluedNumber.exec(chars.map(({ char }) => char.slice(0, 1)).join(''));
	if (!match) return chars;
	const end = match.index + match[0].length;
	const stepTo = (i: number) => chars[i].left - chars[i - 1].left;
	const places = Array.from(match[0], (_, i) => match.index + i).slice(1);
	const steps = places.map(stepTo).sort((a, b) => a - b);
	const usual = steps[Math.floor(steps.length / 2)];
	const at = places
		.filter((i) => end - i <= mostRegisterDigits)
		.find((i) => stepTo(i) > wideStep * usual);
	return at === undefined
		? chars
		: chars.map((char, i) => (i === at ? { ...char, gap: (stepTo(i) - usual) / usual } : char));
}

/** The characters before the number of a cash register among them. */
function beforeRegister(glued: readonly Char[]): readonly Char[] {
	const chars = withRegisterApart(glued);
	const text = textOf(chars);
	const at = text.search(numbered);
	return at < 0 ? chars : chars.slice(0, compact(text.slice(0, at)).length);
}

const numberReadings: Lex = (chars) => codeReadings(beforeRegister(chars));

const clerkReadings: Lex = (chars) =>
	personReadings(beforeRegister(chars)).map((reading) => ({
		...reading,
		signs: lookUp(receiptLexicon, reading.text)
			? [...reading.signs, 'a label itself']
			: reading.signs,
	}));

/** Words before a clerk's name as well as before amounts and moments: 结账 王芳, 打印 小李. */
const namedLabel = /^(?:收款|结[账帐算]|买单|埋单|开单|点单|点菜|下单|开台|打印|收费|交易|销售)$/u;

interface CodeField {
	field: string;
	labels: readonly ReceiptLabel[];
	lex: Lex;
}

const codeFields: readonly CodeField[] = [
	{ field: 'receipt_num', labels: ['receiptNumber'], lex: numberReadings },
	{ field: 'machine_num', labels: ['machine'], lex: machineReadings },
	{
		field: 'employee_num',
		labels: ['employee', 'paid', 'paymentMethod', 'moment', 'printed'],
		lex: clerkReadings,
	},
];

function registers({ slip, table }: ReadSlip, weights: Weights): Candidate[] {
	return slip.rows.flatMap((row, i) => {
		const run = runOf(withRegisterApart(row.chars));
		const match = numbered.exec(run.text);
		if (!match) return [];
		const text = match[1] ?? match[2];
		const from = match.index + match[0].indexOf(text);
		const reading: Reading = { text, chars: charsIn(run, from, from + text.length), signs: [] };
		return [
			candidateOf('machine_num', reading, i, ['before its word', partSign({ table }, i)], weights),
		];
	});
}

/** A number behind nothing but its sign: `#00032908`, `No.0012`. */
const behindSign = /(?:(?<![\p{L}\p{N}])#|(?<!\p{L})No[.:]?\s?|№)(\d{4,})(?![\d:.-])/giu;

function signedNumbers({ slip, table }: ReadSlip, weights: Weights): Candidate[] {
	return slip.rows.flatMap((row, i) => {
		const run = runOf(row.chars);
		return [...run.text.matchAll(behindSign)].map((match) => {
			const from = match.index + match[0].length - match[1].length;
			const reading: Reading = {
				text: match[1],
				chars: charsIn(run, from, from + match[1].length),
				signs: [],
			};
			return candidateOf(
				'receipt_num',
				reading,
				i,
				['behind a sign', partSign({ table }, i)],
				weights,
			);
		});
	});
}

/** What can be the numbers of a slip, of its register and of its clerk, by field. */
export function codeCandidates(read: ReadSlip, weights: Weights): Map<string, Candidate[]> {
	const all = codeFields.map(({ field, labels, lex }): [string, Candidate[]] => {
		const found = read.values.flatMap(({ label, chars, signs }) => {
			const own = label.entry?.field;
			if (own === undefined || !labels.includes(own)) return [];
			if (own !== labels[0] && !namedLabel.test(label.text)) return [];
			return lex(chars).map((reading) =>
				candidateOf(field, reading, label.row, [...signs, partSign(read, label.row)], weights),
			);
		});
		return [field, found];
	});
	const candidates = new Map(all);
	candidates.get('machine_num')?.push(...registers(read, weights));
	candidates.get('receipt_num')?.push(...signedNumbers(read, weights));
	return candidates;
}
