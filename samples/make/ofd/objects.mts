/** A text of a page in millimetres. */
export interface Printed {
	text: string;
	/** Its left edge, or its right one where `toRight`; the top of its line. */
	x: number;
	y: number;
	size?: number;
	toRight?: boolean;
	/** Characters stand below each other. */
	downwards?: boolean;
	/** The element that tags the text, and the line of goods that it is of. */
	tag?: string;
	line?: number;
}

/** Of the forms of digital and VAT invoices. */
const usualSize = 3.175;
const lineHeight = 1.4;
const baseline = 0.86;

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;
const advance = (char: string, size: number): number => (wide.test(char) ? size : size / 2);
const rounded = (value: number): string => String(Number(value.toFixed(4)));

/** The width of a text in millimetres. */
export const widthOf = (text: string, size = usualSize): number =>
	[...text].reduce((width, char) => width + advance(char, size), 0);

/** Distances as writers of OFD give them, runs of the same as `g count distance`. */
function distances(values: readonly number[]): string {
	const parts: string[] = [];
	for (let at = 0; at < values.length; ) {
		let end = at;
		while (end < values.length && values[end] === values[at]) end++;
		parts.push(end - at > 1 ? `g ${end - at} ${rounded(values[at])}` : rounded(values[at]));
		at = end;
	}
	return parts.join(' ');
}

/** A text in pieces that are no wider than a column. */
export function wrapped(text: string, width: number, size = usualSize): string[] {
	const lines = [''];
	for (const char of text) {
		const line = lines[lines.length - 1];
		if (line !== '' && widthOf(line + char, size) > width) lines.push(char);
		else lines[lines.length - 1] = line + char;
	}
	return lines;
}

/** The characters of XML that stand for themselves. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"]/gu, (char) => `&#${char.codePointAt(0)};`);

/**
 * A TextObject (GB/T 33190, 11.2).
 * @param scale how much larger its own coordinates are, which its matrix takes back
 */
export function textObject({ text, ...at }: Printed, id: number, font: number, scale = 1): string {
	const { size = usualSize, toRight = false, downwards = false } = at;
	const width = downwards ? size : widthOf(text, size);
	const height = downwards ? size * 1.15 * text.length : size * lineHeight;
	const box = [toRight ? at.x - width : at.x, at.y, width + 0.5, height].map(rounded).join(' ');
	const steps = [...text]
		.slice(0, -1)
		.map((char) => scale * (downwards ? size * 1.15 : advance(char, size)));
	const delta = steps.length > 0 ? ` Delta${downwards ? 'Y' : 'X'}="${distances(steps)}"` : '';
	const matrix = scale === 1 ? '' : ` CTM="${1 / scale} 0 0 ${1 / scale} 0 0"`;
	return (
		`<ofd:TextObject ID="${id}" Boundary="${box}"${matrix} Font="${font}" Size="${rounded(size * scale)}">` +
		`<ofd:TextCode X="0" Y="${rounded(size * scale * baseline)}"${delta}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
	);
}
