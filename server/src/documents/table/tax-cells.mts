import { textOf } from '../layout/rows.mts';
import { hasHan } from '../text.mts';
import type { Column } from './header.mts';
import { columnAt } from './text-columns.mts';
import type { Token } from './tokens.mts';

/** What is printed as the tax of goods that are exempt. */
const noAmount = '***';

const charsOf = (token: Token) => (token.kind === 'figure' ? token.figure.chars : token.chars);

/** The asterisks in the column of taxes, however they were read. */
function asterisks(token: Token): Token {
	const chars = charsOf(token);
	const right = chars[chars.length - 1].right;
	return { kind: 'noTax', chars: [{ ...chars[0], char: noAmount, right }] };
}

/** Words of a stamp that are glued to a figure are no longer than this. */
const longestRemnant = 3;

/** The tokens of a row without a word between two figures that is glued to the second: it is a piece of a stamp. */
export const withoutRemnants = (tokens: readonly Token[]): Token[] =>
	tokens.filter((token, i) => {
		const next = tokens[i + 1];
		return !(
			token.kind === 'text' &&
			token.chars.length <= longestRemnant &&
			hasHan(textOf(token.chars)) &&
			tokens[i - 1]?.kind === 'figure' &&
			next?.kind === 'figure' &&
			next.figure.chars[0].gap === 0
		);
	});

/**
 * The tokens of a row of a table with tax columns: a word there that is no figure says nothing and is left
 * out, so that it does not part the figures from their row; beside 免税 it is the asterisks, which stand for a rate
 * where the tax is one on a difference.
 */
export function withTaxCells(
	tokens: readonly Token[],
	columns: readonly Column[] | undefined,
): Token[] {
	if (!columns?.some(({ role }) => role === 'taxAmount' || role === 'taxRate')) return [...tokens];
	const isExempt = tokens.some((token) => token.kind === 'noTax' && hasHan(textOf(token.chars)));
	return tokens.flatMap((token, i) => {
		const chars = charsOf(token);
		const place = { left: chars[0].left, right: chars[chars.length - 1].right };
		const role = columnAt(place, columns)?.role;
		const isWord =
			token.kind === 'noTax' && (hasHan(textOf(chars)) || (role === 'taxRate' && !isExempt));
		const isReadable = token.kind === 'figure' || isWord;
		if ((role !== 'taxAmount' && role !== 'taxRate') || isReadable || i === 0) return [token];
		const isAmount = role === 'taxAmount' || token.kind === 'noTax';
		return isExempt && isAmount ? [asterisks(token)] : [];
	});
}
