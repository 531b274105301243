// node server/bench/fit.mts [--kind invoice] [--rounds 6] [--left-out] [--parts 3] [--start FILE]
// Learns the weights of the reader of receipts, or of invoices, from the layouts of server/testing/documents/slips,
// straight, tilted and misread, and from the samples' pictures, and writes them to server/src/documents/score. How
// sure to be of a value is learned from layouts and pictures that were not learned from: the batches of layouts are
// left out in parts, and each part is read with what the others teach. --left-out prints how the parts are read
// instead, and how sure of it, and writes nothing. --rounds 0 learns nothing but how sure to be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { WeightsFile } from '../src/documents/score/learned.mts';
import { Weights } from '../src/documents/score/weights.mts';
import { fixtureFiles, type Fixture } from '../testing/documents/fixtures.mts';
import { misread, straight, tilted } from './looks.mts';
import { documentsIn } from './accuracy/documents.mts';
import { Pages } from './accuracy/pages.mts';
import { percent, printCalibration } from './accuracy/print.mts';
import { totalsOf } from './accuracy/score.mts';
import type { Example } from './fit/fields.mts';
import { learnables } from './fit/kinds.mts';
import { leftOutParts } from './fit/left-out.mts';
import { mixed } from './fit/mixed.mts';
import { Perceptron } from './fit/perceptron.mts';
import { learnSureness, type Judgement } from './fit/sureness.mts';
import { learnedViews, sureViews } from './fit/views.mts';
import { weightsFileOf } from './fit/weights-file.mts';

const { values: options } = parseArgs({
	options: {
		kind: { type: 'string', default: 'receipt' },
		rounds: { type: 'string', default: '6' },
		'left-out': { type: 'boolean', default: false },
		parts: { type: 'string', default: '3' },
		start: { type: 'string' },
	},
});
const { file: weightsFile, learn: learnFrom, compare, judge } = learnables[options.kind];
/** What a weight changes by at most for one document, in the first round; less and less in those that follow. */
const mostChange = 0.15;
/** Rounds over the other parts, from nothing, for a part that is left out. */
const leftOutRounds = 4;

type Worths = Map<string, number>;

const fixtures = fixtureFiles(join(import.meta.dirname, '..', 'testing', 'documents', 'slips'))
	.flatMap((file) => file.fixtures)
	.filter(({ truth }) => truth.kind === options.kind);

/** The pages of the samples' pictures, as the engine reads them. */
async function pictures(): Promise<Example[]> {
	const pages = await Pages.open('juhe-ocr-server', false);
	const samples = join(import.meta.dirname, '..', '..', 'samples');
	const examples: Example[] = [];
	for (const { file, truth } of await documentsIn(samples, ['clean', 'photo'])) {
		if (truth.kind !== options.kind) continue;
		examples.push({ page: await pages.read(await readFile(file)), truth });
	}
	await pages.close();
	return examples;
}

/** Learns what to choose; how sure to be of it is not part of what it gives. */
function learn(
	all: readonly Fixture[],
	read: readonly Example[],
	start: Worths,
	rounds: number,
): Worths {
	const learner = new Perceptron(start);
	for (let round = 0; round < rounds; round++) {
		if (round === Math.floor(rounds / 2)) learner.startAverage();
		learner.mostChange = mostChange * (1 - round / (rounds + 1));
		const examples = all.map((fixture, i) => () => {
			const look = learnedViews[(i + round) % learnedViews.length];
			return { page: look(fixture, `round ${round}`), truth: fixture.truth };
		});
		const looks = [...examples, ...read.map((example) => () => example)];
		for (const example of mixed(looks, round + 1)) learnFrom(example(), learner);
		console.error(`round ${round + 1} of ${rounds}`);
	}
	const learned = rounds > 0 ? learner.average() : start;
	return new Map([...learned].filter(([feature]) => !/^sure(?: |$)/u.test(feature)));
}

/** Some batches of layouts, and what is read of them and of the pictures with what the other batches teach. */
interface Part {
	fixtures: readonly Fixture[];
	worths: Worths;
	judged: Judgement[];
}

function learnedParts(read: readonly Example[]): Part[] {
	return leftOutParts(fixtures, Number(options.parts)).map(({ own, others }, part, all) => {
		console.error(`without part ${part + 1} of ${all.length}`);
		const worths = learn(others, [], new Map(), leftOutRounds);
		const weights = new Weights(worths);
		const looks = sureViews.flatMap((look, view) =>
			own.map((fixture) => ({ page: look(fixture, `sure ${view}`), truth: fixture.truth })),
		);
		return {
			fixtures: own,
			worths,
			judged: [...looks, ...read].flatMap((example) => judge(example, weights)),
		};
	});
}

const surenessFrom = (parts: readonly Part[]): Worths =>
	learnSureness(
		mixed(
			parts.flatMap(({ judged }) => judged),
			1,
		),
	);

function print(
	name: string,
	all: ReadonlyArray<{ fixtures: readonly Fixture[]; weights: Weights }>,
): void {
	const views = { straight, tilted, misread };
	for (const [view, look] of Object.entries(views)) {
		const results = all.flatMap((part) =>
			part.fixtures.map((fixture) => ({
				...compare(fixture.truth, look(fixture), part.weights),
				id: '',
			})),
		);
		const { shares, invented } = totalsOf(results);
		const figures = shares
			.filter(({ total }) => total > 0)
			.map(({ group, right, total }) => `${group} ${percent(right, total).trim()}`);
		console.log(`${name} ${view.padEnd(9)} ${figures.join(', ')}, ${invented} invented`);
		printCalibration(results);
	}
}

const startOf = (file: string): Worths =>
	existsSync(file)
		? new Map(Object.entries((JSON.parse(readFileSync(file, 'utf8')) as WeightsFile).weights))
		: new Map();

const read = await pictures();
const parts = learnedParts(read);
if (options['left-out']) {
	// What is printed of a part is not what it was learned from, neither what to choose nor how sure to be of it.
	const unseen = parts.map((part) => {
		const others = surenessFrom(parts.filter((other) => other !== part));
		return { fixtures: part.fixtures, weights: new Weights(new Map([...part.worths, ...others])) };
	});
	print('left out', unseen);
} else {
	const chosen = learn(
		fixtures,
		read,
		startOf(options.start ?? weightsFile),
		Number(options.rounds),
	);
	const learned = new Map([...chosen, ...surenessFrom(parts)]);
	print('fitted', [{ fixtures, weights: new Weights(learned) }]);
	writeFileSync(weightsFile, weightsFileOf(learned, fixtures.length));
}
