/** Each digit in its everyday and capital forms, at its place. Source: the central bank's rules for filling in cheques. */
const digits = [
	'〇零○',
	'一壹',
	'二贰貳',
	'三叁參',
	'四肆',
	'五伍',
	'六陆陸',
	'七柒',
	'八捌',
	'九玖',
];
const FIGURES = digits.join('');
const DATE = new RegExp(
	`([${FIGURES}]{4})\\s*年\\s*([${FIGURES}十拾]{1,4})\\s*月\\s*([${FIGURES}十拾]{1,4})\\s*日`,
);

const digitsOf = (text: string) =>
	[...text].map((character) => digits.findIndex((forms) => forms.includes(character))).join('');

/** 五, 零伍, 十, 十二, 零壹拾, 三十一. */
function smallNumber(text: string): string {
	const [tens, ones] = text.split(/[十拾]/);
	if (ones === undefined) return digitsOf(tens);
	return String((Number(digitsOf(tens)) || 1) * 10 + Number(digitsOf(ones)));
}

/**
 * Puts a date that is written out, such as 二〇二四年五月六日 or 贰零贰肆年零伍月零陆日, into figures; other text stays.
 *
 * @param text with characters in their ordinary form
 */
export const dateInFigures = (text: string): string =>
	text.replace(
		DATE,
		(_, year: string, month: string, day: string) =>
			`${digitsOf(year)}年${smallNumber(month)}月${smallNumber(day)}日`,
	);
