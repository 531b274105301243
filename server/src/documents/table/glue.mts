import type { Figure } from './tokens.mts';

const wellFormed = /^-?(?:0|[1-9]\d*)(?:\.\d{1,3})?$/u;
/** More pieces than this were never glued together. */
const mostPieces = 3;
/** Nor do those of a longer run of signs belong to one line of goods. */
const longestGlued = 24;

/** All ways to cut a run of digits and points into figures (`7.8015.60` into `7.80` and `15.60`). */
function cuts(text: string, pieces: number): string[][] {
	const whole = wellFormed.test(text) ? [[text]] : [];
	if (pieces === 1) return whole;
	const all = [...whole];
	for (let at = 1; at < text.length; at++) {
		const head = text.slice(0, at);
		if (!wellFormed.test(head)) continue;
		for (const rest of cuts(text.slice(at), pieces - 1)) all.push([head, ...rest]);
	}
	return all;
}

function pieceOf(figure: Figure, value: string, from: number): Figure {
	const { left, right } = figure;
	const share = (right - left) / figure.value.length;
	return {
		...figure,
		value,
		left: left + from * share,
		right: left + (from + value.length) * share,
	};
}

/** A blank narrower than this (in the units of the rows) may be the recogniser's own. */
const mostDoubtfulBlank = 35;

/** Two neighbours as one figure that was torn apart (`1 0.50`); undefined when that makes no figure. */
export function joined(left: Figure, right: Figure): Figure | undefined {
	const value = left.value + right.value;
	if (right.left - left.right > mostDoubtfulBlank || !wellFormed.test(value)) return undefined;
	return {
		...left,
		value,
		right: right.right,
		confidence: Math.min(left.confidence, right.confidence),
		chars: [...left.chars, ...right.chars],
	};
}

/** All readings of a figure as one figure or several that lost the blank between them. */
export function readings(figure: Figure): Figure[][] {
	const isWhole = !isNaN(Number(figure.value)) && !wellFormed.test(figure.value);
	const all = figure.value.length > longestGlued ? [] : cuts(figure.value, mostPieces);
	// Unit prices before tax have many decimals.
	return (isWhole ? [[figure.value], ...all] : all).map((values) => {
		let from = 0;
		return values.map((value) => {
			const piece = values.length === 1 ? figure : pieceOf(figure, value, from);
			from += value.length;
			return piece;
		});
	});
}
