import { withChars, type Row } from '../layout/rows.mts';

/** How far apart in height, in heights of the lower row, two pieces of one printed row are at most. */
const tornReach = 0.3;

/** Whether a row is the rest of the one before it, left or right of it. */
function isRest(before: Row, row: Row): boolean {
	const isBeside = row.left > before.right || row.right < before.left;
	return isBeside && Math.abs(row.y - before.y) < tornReach * Math.min(before.height, row.height);
}

/** Two pieces of a row as one, with the gap between them. */
function joined(one: Row, other: Row): Row {
	const [left, right] = one.left < other.left ? [one, other] : [other, one];
	const [first, ...rest] = right.chars;
	const gap = Math.max((right.left - left.right) / left.em, Number.EPSILON);
	const whole = left.chars.length < right.chars.length ? right : left;
	return withChars({ ...whole, height: Math.min(one.height, other.height) }, [
		...left.chars,
		{ ...first, gap },
		...rest,
	]);
}

/** Rows with the pieces put together of those that a stamp over them made taller in one place. */
export const withoutTornRows = (rows: readonly Row[]): Row[] =>
	rows.reduce<Row[]>((all, row) => {
		const before = all.at(-1);
		if (before && isRest(before, row)) all[all.length - 1] = joined(before, row);
		else all.push(row);
		return all;
	}, []);
