import { columnReach } from '../../invoice/party-labels.mts';
import type { Reading } from '../../lex/reading.mts';
import { leastConfidence } from '../../lex/reading.mts';
import type { Party, PartyPart } from '../../lexicon/invoice-labels.mts';
import type { Add } from '../../score/weights.mts';
import type { Mention } from './mentions.mts';

/** What a mention is taken for: whose it is, and how it is read; no reading where it only tells whose lines follow. */
export interface Claim {
	mention: Mention;
	owner: Party | undefined;
	reading: Reading | undefined;
	/** Whether the invoice names no other party. */
	isOnly: boolean;
}

/** What was taken for whose so far. */
export interface Claims {
	before: Claims | undefined;
	claim: Claim;
	score: number;
	/** With what it is worth besides its features. */
	rewarded: number;
}

const other: Readonly<Record<Party, Party>> = { buyer: 'seller', seller: 'buyer' };

/** The claims before one, the last one first. */
export function* claimsOf(last: Claims | undefined): Generator<Claim> {
	for (let at = last; at; at = at.before) yield at.claim;
}

/** What a party is said to be so far. */
export function valueOf(
	last: Claims | undefined,
	party: Party,
	part: PartyPart,
): Reading | undefined {
	let found: Reading | undefined;
	for (const { owner, reading, mention } of claimsOf(last)) {
		if (owner === party && mention.part === part && reading) found = reading;
	}
	return found;
}

const relation = (own: Party, one: Party): string => (own === one ? 'same' : 'other');
/** How many rows below another mention one stands: the lines of a block follow one another, other blocks come later. */
const distance = (rows: number): string =>
	rows < 4 ? String(rows) : rows < 7 ? 'some rows' : 'many rows';

/** What the claims around say of whose a mention is. */
function describeOwner(add: Add, { mention, owner }: Claim, last: Claims | undefined): void {
	if (!owner) return;
	let left: Claim | undefined;
	let above: Claim | undefined;
	let previous: Claim | undefined;
	for (const claim of claimsOf(last)) {
		if (!claim.owner) continue;
		previous ??= claim;
		const isRow = claim.mention.row === mention.row;
		if (isRow) left ??= claim;
		else if (Math.abs(claim.mention.left - mention.left) < columnReach) above ??= claim;
	}
	const { word, sign, side } = mention;
	if (word) add(`word of the ${relation(owner, word)} party`);
	if (sign) add(`sign of the ${relation(owner, sign)} party`);
	if (side) add(`side of the ${relation(owner, side)} party`);
	if (left?.owner && left.mention.part !== mention.part)
		add(`beside another part of the ${relation(owner, left.owner)} party`);
	if (left?.owner)
		add(`right of the ${relation(owner, left.owner)} party${side ? ' at a side' : ''}`);
	if (above?.owner) {
		const rows = distance(mention.row - above.mention.row);
		add(`${rows} below the ${relation(owner, above.owner)} party${side ? ' at a side' : ''}`);
		if (above.reading === undefined)
			add(`below the head of the ${relation(owner, above.owner)} party`);
	}
	if (previous?.owner) add(`after the ${relation(owner, previous.owner)} party`);
	else add(`first of all the ${owner}`);
}

const isLone = (part: PartyPart): boolean => part === 'address' || part === 'phone';

/** What a claim says besides whose it is. */
function describeReading(add: Add, { mention, owner, reading, isOnly }: Claim): void {
	const { part, told } = mention;
	if (!owner) {
		add(`${part} of nobody`);
		add(`${told} of nobody`);
		if (mention.readings.length === 0) add('nothing of nobody');
		return;
	}
	if (!reading) {
		add(mention.word ? 'head with a word' : 'head without a word');
		add(`head ${mention.readings.length > 0 ? 'with' : 'without'} a reading`);
		return;
	}
	add(`${part} of somebody`);
	if (isOnly) add(`${part} ${told} of the only party`);
	add(`${part} ${told}`);
	for (const sign of reading.signs) {
		add(`${part}: ${sign}`);
		add(sign);
	}
	if (leastConfidence(reading.chars) < 0.7) add(`${part}: doubtful`);
}

/** What a claim says, by itself and by the claims before it. */
export function describeClaim(add: Add, claim: Claim, last: Claims | undefined): void {
	describeReading(add, claim);
	describeOwner(add, claim, last);
	const { mention, owner, reading } = claim;
	const { part } = mention;
	if (!owner) {
		const near = [...claimsOf(last)].find(({ owner: party }) => party);
		if (isLone(part) && near)
			add(`lone ${mention.row - near.mention.row < 3 ? 'near' : 'far'} of nobody`);
		return;
	}
	if (!reading) return;
	const own = valueOf(last, owner, part);
	const others = valueOf(last, other[owner], part);
	if (own) add(own.text === reading.text ? 'said again' : 'said otherwise');
	if (others) add(others.text === reading.text ? 'said of the other too' : 'the other has its own');
	if (isLone(part) && valueOf(last, owner, 'contact')) add('lone beside a contact');
	if (isLone(part)) {
		const near = [...claimsOf(last)].find(({ owner: party }) => party === owner);
		add(`lone ${near && mention.row - near.mention.row < 3 ? 'near' : 'far'} of its party`);
	}
}

/** What is told by all claims together. */
export function describeParties(
	add: Add,
	last: Claims | undefined,
	parties: readonly Party[],
): void {
	for (const party of parties) {
		if (!valueOf(last, party, 'name')) add(`no name of the ${party}`);
		if (!valueOf(last, party, 'taxId')) add(`no tax id of the ${party}`);
	}
	const ids = parties.map((party) => valueOf(last, party, 'taxId')?.text);
	if (ids.length > 1 && ids[0] !== undefined && ids[0] === ids[1])
		add('both parties have one tax id');
}
