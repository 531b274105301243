/** One step from a printed text to what was read of it; `printed` or `read` is missing where the other has no partner. */
export interface Step {
	/** Index in the printed text. */
	printed?: number;
	/** Index in the text that was read. */
	read?: number;
}

/**
 * The shortest way from one text to another: equal and wrong characters are partners, others have none
 * (Levenshtein; Wagner and Fischer, 1974). Quadratic: for rows of text.
 */
export function align(printed: readonly string[], read: readonly string[]): Step[] {
	const width = read.length + 1;
	const costs = new Uint16Array((printed.length + 1) * width);
	for (let i = 0; i <= printed.length; i++) {
		for (let j = 0; j <= read.length; j++) {
			if (i === 0 || j === 0) {
				costs[i * width + j] = i + j;
				continue;
			}
			const change = printed[i - 1] === read[j - 1] ? 0 : 1;
			costs[i * width + j] = Math.min(
				costs[(i - 1) * width + j - 1] + change,
				costs[(i - 1) * width + j] + 1,
				costs[i * width + j - 1] + 1,
			);
		}
	}
	const steps: Step[] = [];
	let [i, j] = [printed.length, read.length];
	while (i > 0 || j > 0) {
		const here = costs[i * width + j];
		const change = printed[i - 1] === read[j - 1] ? 0 : 1;
		if (i > 0 && j > 0 && here === costs[(i - 1) * width + j - 1] + change) {
			steps.push({ printed: --i, read: --j });
		} else if (i > 0 && here === costs[(i - 1) * width + j] + 1) steps.push({ printed: --i });
		else steps.push({ read: --j });
	}
	return steps.reverse();
}

/** How alike two texts are, 0 to 1, by the characters that are the same in a shortest way between them. */
export function likeness(one: readonly string[], other: readonly string[]): number {
	const same = align(one, other).filter(
		({ printed, read }) =>
			printed !== undefined && read !== undefined && one[printed] === other[read],
	).length;
	return same / Math.max(1, one.length, other.length);
}

/** Rows of a page in order, each with its partner among the rows that were read; rows without one are left out. */
export function pairRows<
	P extends { chars: readonly string[] },
	R extends { chars: readonly string[] },
>(printed: readonly P[], read: readonly R[]): Array<[P, R]> {
	const alike = printed.map((one) => read.map((other) => likeness(one.chars, other.chars)));
	const best = Array.from({ length: printed.length + 1 }, () =>
		new Array<number>(read.length + 1).fill(0),
	);
	for (let i = printed.length - 1; i >= 0; i--) {
		for (let j = read.length - 1; j >= 0; j--) {
			const pair = alike[i][j] < leastAlike ? 0 : alike[i][j] + best[i + 1][j + 1];
			best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], pair);
		}
	}
	const pairs: Array<[P, R]> = [];
	let [i, j] = [0, 0];
	while (i < printed.length && j < read.length) {
		if (alike[i][j] >= leastAlike && best[i][j] === alike[i][j] + best[i + 1][j + 1]) {
			pairs.push([printed[i++], read[j++]]);
		} else if (best[i][j] === best[i + 1][j]) i++;
		else j++;
	}
	return pairs;
}

/** Rows that share less than this are not the same row. */
const leastAlike = 0.4;
