import { featuresOf, Weights } from '../../src/documents/score/weights.mts';
import { describeEvidence, type Evidence } from '../../src/documents/score/sureness.mts';
import { cellEvidence, fieldEvidence } from '../../src/documents/serve/receipt.mts';
import { itemsOf } from '../../src/documents/serve/receipt-lines.mts';
import { pageSlip } from '../../src/documents/kinds/receipt/page.mts';
import { receiptDocument } from '../../src/documents/kinds/receipt/read.mts';
import { finish } from '../../src/documents/steps.mts';
import { same, type Truth } from '../../testing/accuracy/compare.mts';
import type { Example } from './fields.mts';

/** A value as it was chosen, and whether it is right. */
export interface Judgement {
	kind: string;
	features: ReadonlyMap<string, number>;
	isRight: boolean;
}

const cellNames = ['product', 'quantity', 'unit_price', 'subtotal_amount'] as const;

const judgement = (evidence: Evidence, isRight: boolean): Judgement => ({
	kind: evidence.kind,
	features: featuresOf((add) => describeEvidence(add, evidence)),
	isRight,
});

/** The row of the truth that most of a line's cells are those of. */
function rowOf(truth: Truth, item: Readonly<Record<(typeof cellNames)[number], string>>): string[] {
	const rows = (truth.fields.table ?? []) as string[][];
	const equal = (row: string[]) =>
		cellNames.filter((name, i) => item[name] !== '' && same(name, row[i] ?? '', item[name])).length;
	return rows.reduce<string[]>((best, row) => (equal(row) > equal(best) ? row : best), []);
}

/** What was chosen on a page, and whether it is right. */
export function judgements({ page, truth }: Example, weights: Weights): Judgement[] {
	const solved = finish(receiptDocument(pageSlip(page), weights));
	const { table, fields } = solved.document;
	const items = itemsOf(table);
	const ofFields = Array.from(fieldEvidence(solved), ([name, evidence]) => {
		const printed = truth.fields[name];
		const value = fields.get(name)!.candidate.reading.text;
		return judgement(evidence, typeof printed === 'string' && same(name, printed, value));
	});
	const ofCells = cellEvidence(solved, items).flatMap((cells, i) => {
		const row = rowOf(truth, items[i]);
		return cellNames.flatMap((name, k) =>
			items[i][name] === ''
				? []
				: [judgement(cells[name], same(name, row[k] ?? '', items[i][name]))],
		);
	});
	return [...ofFields, ...ofCells];
}

const epochs = 40;
const rate = 0.05;
/** How strongly weights are drawn to zero. */
const decay = 1e-4;
/** A wrong value counts as so many right ones: a wrong one that is sure of itself harms more. */
const wrongCounts = 9;

/** No more than this share of the right values of a kind may be doubted: below 0.8 a person is asked. */
const mostDoubted = 0.03;
const doubtedBelow = Math.log(0.8 / 0.2);

type Features = Judgement['features'];

const scoreOf = (features: Features, weights: ReadonlyMap<string, number>): number =>
	[...features].reduce((sum, [name, strength]) => sum + strength * (weights.get(name) ?? 0), 0);

/** Raises the worth of kinds of which too many right values are doubted: those that nothing else on a page proves. */
function raiseKinds(all: readonly Judgement[], weights: Map<string, number>): void {
	for (const kind of new Set(all.map((one) => one.kind))) {
		const scores = all
			.filter((one) => one.kind === kind && one.isRight)
			.map(({ features }) => scoreOf(features, weights))
			.sort((a, b) => a - b);
		const least = scores[Math.floor(mostDoubted * scores.length)] ?? doubtedBelow;
		const name = `sure ${kind}`;
		weights.set(name, (weights.get(name) ?? 0) + Math.max(0, doubtedBelow - least));
	}
}

/** Weights by which right values are told from wrong ones: logistic regression by stochastic gradient descent. */
export function learnSureness(all: readonly Judgement[]): Map<string, number> {
	const weights = new Map<string, number>();
	for (let epoch = 0; epoch < epochs; epoch++) {
		const step = rate / (1 + epoch / 10);
		for (const { features, isRight } of all) {
			const off = (isRight ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(features, weights)));
			const pull = step * off * (isRight ? 1 : wrongCounts);
			for (const [name, strength] of features) {
				const worth = weights.get(name) ?? 0;
				weights.set(name, worth + pull * strength - step * decay * worth);
			}
		}
	}
	raiseKinds(all, weights);
	return weights;
}
