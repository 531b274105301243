// node server/bench/fit-papers.mts
// Learns by what an invoice is told from a receipt, from the layouts of server/testing/documents/slips, straight,
// tilted and misread, and writes it to server/src/documents/score. Before that it prints how layouts are told apart
// whose batches were left out, a third of them in turn.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '../src/documents/layout/rows.mts';
import { otherPaper, describePaper, type Paper } from '../src/documents/paper.mts';
import { featuresOf, Weights } from '../src/documents/score/weights.mts';
import { fixtureFiles, type Fixture } from '../testing/documents/fixtures.mts';
import { misread, straight, tilted } from './looks.mts';
import { leftOutParts } from './fit/left-out.mts';
import { learnLogistic, type Judged } from './fit/logistic.mts';
import { mixed } from './fit/mixed.mts';
import { learnedViews } from './fit/views.mts';
import { weightsFileOf } from './fit/weights-file.mts';

const epochs = 20;
const parts = 3;

const fixtures = fixtureFiles(
	join(import.meta.dirname, '..', 'testing', 'documents', 'slips'),
).flatMap((file) => file.fixtures);
const paperOf = ({ truth }: Fixture): Paper => (truth.kind === 'invoice' ? 'invoice' : 'receipt');

const judged = new Map<Fixture, Judged[]>(
	fixtures.map((fixture) => [
		fixture,
		learnedViews.map((look, view) => ({
			features: featuresOf((add) => describePaper(add, rowsOf(look(fixture, `paper ${view}`)))),
			isRight: paperOf(fixture) === 'invoice',
		})),
	]),
);
const learn = (all: readonly Fixture[]): Map<string, number> =>
	learnLogistic(
		mixed(
			all.flatMap((fixture) => judged.get(fixture)!),
			1,
		),
		{ epochs },
	);

const leftOut = leftOutParts(fixtures, parts).map(({ own, others }) => ({
	own,
	weights: new Weights(learn(others)),
}));
for (const [view, look] of Object.entries({ straight, tilted, misread })) {
	const counts = { invoice: { all: 0, told: 0, wrong: 0 }, receipt: { all: 0, told: 0, wrong: 0 } };
	for (const { own, weights } of leftOut) {
		for (const fixture of own) {
			const paper = paperOf(fixture);
			const rows = rowsOf(look(fixture));
			counts[paper].all++;
			if (otherPaper(rows, paper === 'invoice' ? 'receipt' : 'invoice', weights))
				counts[paper].told++;
			if (otherPaper(rows, paper, weights)) {
				counts[paper].wrong++;
				console.log(`  ${paper} taken for another: ${fixture.truth.id}`);
			}
		}
	}
	for (const [paper, { all, told, wrong }] of Object.entries(counts))
		console.log(
			`left out ${view.padEnd(9)} ${paper}s: ${told} of ${all} noticed by the other API, ${wrong} taken for the other kind by their own`,
		);
}
writeFileSync(
	join(import.meta.dirname, '..', 'src', 'documents', 'score', 'paper-weights.json'),
	weightsFileOf(learn(fixtures), fixtures.length),
);
