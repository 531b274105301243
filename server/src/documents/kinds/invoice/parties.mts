import { leastConfidence, type Reading } from '../../lex/reading.mts';
import type { Party, PartyPart } from '../../lexicon/invoice-labels.mts';
import type { Add, Weights } from '../../score/weights.mts';
import { mentionsOf, type Mention } from './mentions.mts';
import {
	claimsOf,
	describeClaim,
	describeParties,
	valueOf,
	type Claim,
	type Claims,
} from './party-features.mts';
import type { ReadSheet } from './kind.mts';

/** What is said about the parties of an invoice, settled together. */
export interface PartyChoice {
	claims: readonly Claim[];
	/** What is served of a party; undefined where nothing is said. */
	value: (party: Party, part: PartyPart) => Reading | undefined;
	score: number;
	/** The score of the best choice that says something else there. */
	rival: (party: Party, part: PartyPart) => number;
	describe: (add: Add) => void;
}

/** What a claim is worth besides its features: for learning. */
export type ClaimReward = (claim: Claim) => number;

/** How many ways to take the mentions so far are kept at each of them. */
const beam = 24;

/** The ways to take a mention. */
function claimsFor(mention: Mention, parties: readonly Party[]): Claim[] {
	const isOnly = parties.length === 1;
	const owners = parties.flatMap((owner): Claim[] => [
		...mention.readings.map((reading): Claim => ({ mention, owner, reading, isOnly })),
		{ mention, owner, reading: undefined, isOnly },
	]);
	return [...owners, { mention, owner: undefined, reading: undefined, isOnly }];
}

/** A contact is its address and its telephone number where these have labels of their own. */
function contactOf(last: Claims | undefined, party: Party): Reading | undefined {
	const whole = valueOf(last, party, 'contact');
	if (whole) return whole;
	const parts = (['address', 'phone'] as const).flatMap((part) => valueOf(last, party, part) ?? []);
	if (parts.length === 0) return undefined;
	return {
		text: parts.map(({ text }) => text).join(' '),
		chars: parts.flatMap(({ chars }) => chars),
		signs: [],
	};
}

const servedOf = (last: Claims | undefined, party: Party, part: PartyPart): Reading | undefined =>
	part === 'contact' ? contactOf(last, party) : valueOf(last, party, part);

/** The surest reading of a value that is said more than once in the same words. */
function surest(last: Claims | undefined, party: Party, part: PartyPart): Reading | undefined {
	const served = servedOf(last, party, part);
	let best = served;
	for (const { owner, mention, reading } of claimsOf(last)) {
		if (!best || owner !== party || mention.part !== part || reading?.text !== best.text) continue;
		if (leastConfidence(reading.chars) > leastConfidence(best.chars)) best = reading;
	}
	return best;
}

/** Settles together who the parties are and whose each tax id, address and bank is. */
export function chooseParties(
	{ sheet, kind: { parties } }: ReadSheet,
	weights: Weights,
	reward: ClaimReward = () => 0,
): PartyChoice {
	let ways: Array<Claims | undefined> = [undefined];
	for (const mention of mentionsOf(sheet)) {
		const options = claimsFor(mention, parties);
		const next = ways.flatMap((before) =>
			options.map((claim): Claims => {
				const told = weights.score((add) => describeClaim(add, claim, before));
				return {
					before,
					claim,
					score: (before?.score ?? 0) + told,
					rewarded: (before?.rewarded ?? 0) + told + reward(claim),
				};
			}),
		);
		ways = next.sort((a, b) => b.rewarded - a.rewarded).slice(0, beam);
	}
	const whole = ways.map((last) => {
		const all = weights.score((add) => describeParties(add, last, parties));
		return { last, score: (last?.score ?? 0) + all, rewarded: (last?.rewarded ?? 0) + all };
	});
	whole.sort((a, b) => b.rewarded - a.rewarded);
	const [{ last, score }] = whole;
	return {
		claims: [...claimsOf(last)].reverse(),
		value: (party, part) => surest(last, party, part),
		score,
		rival: (party, part) => {
			const text = servedOf(last, party, part)?.text;
			const rivals = whole.filter((one) => servedOf(one.last, party, part)?.text !== text);
			return rivals.length === 0 ? -Infinity : rivals[0].score;
		},
		describe: (add) => {
			for (let at = last; at; at = at.before) describeClaim(add, at.claim, at.before);
			describeParties(add, last, parties);
		},
	};
}
