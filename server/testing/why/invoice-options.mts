import type { Party } from '../../src/documents/lexicon/invoice-labels.mts';
import { bestOf, type Candidate } from '../../src/documents/propose/candidate.mts';
import type { Weights } from '../../src/documents/score/weights.mts';
import { candidatesOf } from '../../src/documents/kinds/invoice/candidates.mts';
import type { ReadSheet } from '../../src/documents/kinds/invoice/kind.mts';
import { chooseParties } from '../../src/documents/kinds/invoice/parties.mts';
import { describeClaim, type Claims } from '../../src/documents/kinds/invoice/party-features.mts';
import { partyFields, partyNames } from '../../src/documents/kinds/invoice/read.mts';
import { chooseSums, sumCandidates, sumFields } from '../../src/documents/kinds/invoice/sums.mts';
import type { Option } from './print.mts';
import { titleCandidates } from '../../src/documents/kinds/invoice/title.mts';

const optionOf = ({ reading, row, describe }: Candidate): Option => ({
	text: reading.text,
	row,
	describe,
});

/** Each mention of a part as one of a party, beside the claims that were chosen before it. */
function partyOptions(read: ReadSheet, field: string, weights: Weights): Option[] {
	const { claims } = chooseParties(read, weights);
	const isOnly = read.kind.parties.length === 1;
	let before: Claims | undefined;
	return claims.flatMap((chosen) => {
		const { mention } = chosen;
		const last = before;
		before = { before, claim: chosen, score: 0, rewarded: 0 };
		const owner = (Object.keys(partyNames) as Party[]).find((party) =>
			partyFields.some(
				([part, name]) => part === mention.part && partyNames[party] + name === field,
			),
		);
		if (!owner) return [];
		return mention.readings.map(
			(reading): Option => ({
				text: reading.text,
				row: mention.row,
				describe: (add) => describeClaim(add, { mention, owner, reading, isOnly }, last),
			}),
		);
	});
}

/** Each amount, and what the sums that were chosen say together. */
function sumOptions(read: ReadSheet, field: string, weights: Weights): Option[] {
	const name = sumFields.find((one) => one === field);
	if (!name) return [];
	const together = chooseSums(read, weights);
	const text = sumFields.map((one) => together.chosen[one]?.reading.text ?? '-').join(' ');
	return [
		{ text: `all sums together: ${text}`, row: undefined, describe: together.describe },
		...(sumCandidates(read, weights).get(name) ?? []).map(optionOf),
	];
}

function titleOptions(read: ReadSheet, weights: Weights): Option[] {
	const [code, number] = ['发票代码', '发票号码'].map((name) => {
		const field = read.kind.fields.find((one) => one.name === name);
		return field && bestOf(candidatesOf(read, field, weights))?.reading.text;
	});
	return titleCandidates(read.sheet, { code, number }, weights).map(optionOf);
}

/**
 * What a field of an invoice outside its table can be.
 * @param field by the name of the API
 */
export function invoiceOptions(read: ReadSheet, field: string, weights: Weights): Option[] {
	const own = read.kind.fields.find(({ name }) => name === field);
	if (own) return candidatesOf(read, own, weights).map(optionOf);
	if (field === '发票名称') return titleOptions(read, weights);
	return [...sumOptions(read, field, weights), ...partyOptions(read, field, weights)];
}
