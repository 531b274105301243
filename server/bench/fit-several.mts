// node server/bench/fit-several.mts
// Learns by what a page of several documents is told from that of one, from the layouts of
// server/testing/documents/slips alone and two below one another, straight, tilted and misread, and writes it to
// server/src/documents/score. Before that it prints how pages are told apart whose batches were left out, a third of
// them in turn.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom, seedOf } from '../../samples/make/random.mts';
import { rowsOf } from '../src/documents/layout/rows.mts';
import type { Paper } from '../src/documents/paper.mts';
import { featuresOf, Weights } from '../src/documents/score/weights.mts';
import { describeSeveral, seemsSeveral } from '../src/documents/several.mts';
import { fixtureFiles, type Fixture } from '../testing/documents/fixtures.mts';
import { leftOutParts } from './fit/left-out.mts';
import { learnLogistic, type Judged } from './fit/logistic.mts';
import { mixed } from './fit/mixed.mts';
import { learnedViews } from './fit/views.mts';
import { weightsFileOf } from './fit/weights-file.mts';
import { misread, straight, tilted, type Look } from './looks.mts';

const epochs = 20;
const parts = 3;
/** A layout with fewer fields is a part of a document. */
const leastFields = 6;

const fixtures = fixtureFiles(
	join(import.meta.dirname, '..', 'testing', 'documents', 'slips'),
).flatMap((file) => file.fixtures);
const paperOf = ({ truth }: Fixture): Paper => truth.kind;

/** A document as another one of its layout: with other figures. */
function another({ text, truth, ...rest }: Fixture): Fixture {
	const random = randomFrom(seedOf(`another ${truth.id}`));
	const changed = text.replace(/\d/gu, (digit) =>
		random() < 0.5 ? digit : String(Math.floor(10 * random())),
	);
	return { ...rest, truth: { ...truth, id: `${truth.id}, another` }, text: changed };
}

/** Two documents on one page: of two layouts, or two of one. */
function pairsOf(all: readonly Fixture[]): Fixture[] {
	const whole = mixed(
		all.filter(({ truth }) => Object.keys(truth.fields).length >= leastFields),
		2,
	);
	return whole.flatMap((one, i) => {
		const next = whole.slice(i + 1).find((other) => paperOf(other) === paperOf(one));
		return [another(one), ...(next ? [next] : [])].map((two) => ({
			...one,
			truth: { ...one.truth, id: `${one.truth.id} + ${two.truth.id}` },
			text: `${one.text}\n${two.text}`,
		}));
	});
}

const judge = (all: readonly Fixture[], isRight: boolean): Judged[] =>
	all.flatMap((fixture) =>
		learnedViews.map((look, view) => ({
			features: featuresOf((add) =>
				describeSeveral(add, rowsOf(look(fixture, `several ${view}`)), paperOf(fixture)),
			),
			isRight,
		})),
	);
const learn = (all: readonly Fixture[]): Map<string, number> =>
	learnLogistic(mixed([...judge(all, false), ...judge(pairsOf(all), true)], 1), {
		epochs,
		wrongCounts: 3,
	});

const leftOut = leftOutParts(fixtures, parts).map(({ own, others }) => ({
	own,
	weights: new Weights(learn(others)),
}));
for (const [view, look] of Object.entries<Look>({ straight, tilted, misread })) {
	for (const paper of ['invoice', 'receipt'] as const) {
		const told = (of: (own: Fixture[]) => Fixture[], name: string) => {
			const pages = leftOut.flatMap(({ own, weights }) =>
				of(own)
					.filter((fixture) => paperOf(fixture) === paper)
					.map((fixture) => ({
						fixture,
						isTold: seemsSeveral(rowsOf(look(fixture)), paper, weights),
					})),
			);
			const some = pages.filter(({ isTold }) => isTold);
			if (name === 'of one') for (const { fixture } of some) console.log(`  ${fixture.truth.id}`);
			return `${some.length} of ${pages.length} pages ${name}`;
		};
		console.log(
			`left out ${view.padEnd(9)} ${paper}s: told of ${told(pairsOf, 'of two')}, of ${told((own) => own, 'of one')}`,
		);
	}
}
writeFileSync(
	join(import.meta.dirname, '..', 'src', 'documents', 'score', 'several-weights.json'),
	weightsFileOf(learn(fixtures), fixtures.length),
);
