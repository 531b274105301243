import { candidatesOf } from '../../src/documents/kinds/invoice/candidates.mts';
import type { ReadSheet } from '../../src/documents/kinds/invoice/kind.mts';
import { chooseParties } from '../../src/documents/kinds/invoice/parties.mts';
import type { Claim } from '../../src/documents/kinds/invoice/party-features.mts';
import { partyNames, readPage } from '../../src/documents/kinds/invoice/read.mts';
import {
	chooseSums,
	sumCandidates,
	sumFields,
	type SumField,
} from '../../src/documents/kinds/invoice/sums.mts';
import { titleCandidates } from '../../src/documents/kinds/invoice/title.mts';
import type { Candidate } from '../../src/documents/propose/candidate.mts';
import { same, type Truth } from '../../testing/accuracy/compare.mts';
import { isRight, learnField, type Example } from './fields.mts';
import type { Perceptron } from './perceptron.mts';

/** How much what is right counts beside the weights when what was to be chosen is looked for. */
const pull = 6;

const partNames = {
	name: '名称',
	taxId: '识别号',
	bank: '开户行及账号',
	contact: '地址、电话',
	address: '地址、电话',
	phone: '地址、电话',
} as const;

/** What a claim is worth by the truth: 1 where it says what is printed, less where it says something else. */
function worthOf({ fields }: Truth, { owner, mention, reading }: Claim): number {
	if (!owner || !reading) return 0;
	const name = partyNames[owner] + partNames[mention.part];
	const printed = fields[name];
	if (typeof printed !== 'string' || printed === '') return -1;
	const isPart = mention.part === 'address' || mention.part === 'phone';
	const plain = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '');
	const isSaid = isPart
		? plain(printed).includes(plain(reading.text))
		: same(name, printed, reading.text);
	return isSaid ? 1 : -1;
}

function learnParties(read: ReadSheet, truth: Truth, learner: Perceptron): void {
	const worth = (claim: Claim) => worthOf(truth, claim);
	const worthOfAll = (claims: readonly Claim[]) =>
		claims.reduce((sum, claim) => sum + worth(claim), 0);
	const wanted = chooseParties(read, learner.weights, (claim) => pull * worth(claim));
	const chosen = chooseParties(read, learner.weights, (claim) => -worth(claim));
	const margin = worthOfAll(wanted.claims) - worthOfAll(chosen.claims);
	if (margin > 0) learner.learn(wanted.describe, chosen.describe, margin);
}

function learnSums(read: ReadSheet, truth: Truth, learner: Perceptron): void {
	const candidates = sumCandidates(read, learner.weights);
	const rewarded = (worth: number) => (field: SumField, one: Candidate | undefined) =>
		isRight(truth, field, one) ? worth : 0;
	const wanted = chooseSums(read, learner.weights, candidates, rewarded(pull));
	const chosen = chooseSums(read, learner.weights, candidates, rewarded(-1));
	const rightIn = ({ chosen: all }: typeof wanted) =>
		sumFields.filter((field) => isRight(truth, field, all[field])).length;
	const margin = rightIn(wanted) - rightIn(chosen);
	if (margin > 0) learner.learn(wanted.describe, chosen.describe, margin);
}

const textOf = ({ fields }: Truth, name: string): string | undefined => {
	const value = fields[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Learns from one invoice its fields one by one, then the parties and the sums, each of them together. */
export function learnInvoice({ page, truth }: Example, learner: Perceptron): void {
	const read = readPage(page);
	if (read.sheet.rows.length === 0) return;
	for (const field of read.kind.fields) {
		learnField(field.name, candidatesOf(read, field, learner.weights), truth, learner);
	}
	const numbers = { code: textOf(truth, '发票代码'), number: textOf(truth, '发票号码') };
	const titles = titleCandidates(read.sheet, numbers, learner.weights);
	learnField('发票名称', titles, truth, learner);
	learnParties(read, truth, learner);
	learnSums(read, truth, learner);
	learner.count();
}
