/** What stands inside strings, where strings begin and end, and numbers. */
const TOKENS = /\\.|"|-?\d[\d.eE+-]*/g;

/** The significant figures of a number and the place of its point, so that 1.50 and 15e-1 are the same. */
function decimalOf(literal: string): string {
	const [, sign, whole, fraction = '', exponent = '0'] =
		/^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? [];
	if (whole === undefined) return literal;
	const figures = (whole + fraction).replace(/^0+/, '');
	const significant = trimZeros(figures);
	const place = Number(exponent) - fraction.length + figures.length - significant.length;
	return significant === '' ? '0' : `${sign}${significant}e${place}`;
}

/** A loop and no expression: that would look at a run of zeros once for each of them. */
function trimZeros(figures: string): string {
	let end = figures.length;
	while (end > 0 && figures[end - 1] === '0') end--;
	return figures.slice(0, end);
}

/** True where JavaScript's number is the one that is written. */
function isExact(literal: string): boolean {
	const value = Number(literal);
	return Number.isInteger(value) && /^-?\d+$/.test(literal)
		? Number.isSafeInteger(value)
		: decimalOf(literal) === decimalOf(String(value));
}

/**
 * Parses JSON as `JSON.parse` does, but for numbers that would silently become others: those are texts in their own
 * figures. So a code of 20 digits that was sent without quotation marks keeps them all.
 *
 * @throws SyntaxError where the text is no JSON
 */
export function parseExactJson(text: string): unknown {
	const parsed: unknown = JSON.parse(text);
	let insideString = false;
	let isChanged = false;
	const exact = text.replace(TOKENS, (token) => {
		if (token === '"') insideString = !insideString;
		else if (!insideString && !token.startsWith('\\') && !isExact(token)) {
			isChanged = true;
			return `"${token}"`;
		}
		return token;
	});
	return isChanged ? JSON.parse(exact) : parsed;
}
