import { spelling, type Char } from '../layout/rows.mts';

const center = ({ left, right }: Char): number => (left + right) / 2;

/** How far from whole the room for a digit may be, as a share of its width. */
const tolerance = 0.3;

/**
 * The digits of a number, with one put back that the recogniser merged with its equal neighbours
 * (`00000` read as `0000`): where exactly one run of the same digit takes up the room of one more,
 * and the rest of the number stands evenly. Undefined where the places of the digits show no such run.
 */
export function withLostDigit(chars: readonly Char[]): string | undefined {
	const steps = chars.slice(1).map((char, i) => center(char) - center(chars[i]));
	const width = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)];
	const isRoomFor = (room: number, digits: number) =>
		Math.abs(room / width - digits) < tolerance * Math.max(1, digits / 4);
	const text = spelling(chars);
	const span = center(chars[chars.length - 1]) - center(chars[0]);
	if (!isRoomFor(span, chars.length)) return undefined;
	const runs = Array.from(text.matchAll(/(\d)\1+/gu), ({ 0: run, index }) => ({
		from: Math.max(0, index - 1),
		to: Math.min(chars.length - 1, index + run.length),
		index,
	}));
	const wide = runs.filter(({ from, to }) =>
		isRoomFor(center(chars[to]) - center(chars[from]), to - from + 1),
	);
	if (wide.length !== 1) return undefined;
	const [{ index }] = wide;
	return text.slice(0, index) + text[index] + text.slice(index);
}
