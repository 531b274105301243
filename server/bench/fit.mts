// node server/bench/fit.mts [--kind invoice] [--rounds 6] [--left-out [--parts 24]] [--start FILE]
// Learns the weights of the reader of receipts, or of invoices, from the layouts of server/testing/documents/slips,
// straight, tilted and misread, and writes them to server/src/documents/score. --left-out learns without each
// part of the batches of layouts in turn instead, and without the samples' pictures, which it learns from too, and
// prints how that part is read: figures of layouts never seen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom, seedOf } from '../../samples/make/random.mts';
import { readInvoice } from '../src/documents/invoice.mts';
import { readReceipt } from '../src/documents/receipt.mts';
import type { WeightsFile } from '../src/documents/score/learned.mts';
import { Weights } from '../src/documents/score/weights.mts';
import type { Glyph, Page } from '../src/page/types.mts';
import {
	compareInvoice,
	compareReceipt,
	type Result,
	type Truth,
} from '../testing/accuracy/compare.mts';
import { fixtureFiles, type Fixture } from '../testing/documents/fixtures.mts';
import { misreadPage, readMisreading } from '../testing/documents/misread.mts';
import { pageOf } from '../testing/documents/page.mts';
import { documentsIn } from './accuracy/documents.mts';
import { Pages } from './accuracy/pages.mts';
import { percent, printCalibration } from './accuracy/print.mts';
import { totalsOf } from './accuracy/score.mts';
import type { Example } from './fit/fields.mts';
import { judgeInvoice } from './fit/judge-invoices.mts';
import { judgeReceipt } from './fit/judge-receipts.mts';
import { learnInvoice } from './fit/invoices.mts';
import { Perceptron } from './fit/perceptron.mts';
import { learnReceipt } from './fit/receipts.mts';
import { learnSureness, type Judgement } from './fit/sureness.mts';

const { values: options } = parseArgs({
	options: {
		kind: { type: 'string', default: 'receipt' },
		rounds: { type: 'string', default: '6' },
		'left-out': { type: 'boolean', default: false },
		parts: { type: 'string', default: '24' },
		start: { type: 'string' },
	},
});
const rounds = Number(options.rounds);

/** How a kind of document is read, held against its truth and learned, and where its weights are kept. */
interface Learnable {
	file: string;
	learn: (example: Example, learner: Perceptron) => void;
	compare: (truth: Truth, page: Page, weights: Weights) => Result;
	/** What was chosen, from which it is learned how sure to be of it. */
	judge: (example: Example, weights: Weights) => Judgement[];
}

const score = join(import.meta.dirname, '..', 'src', 'documents', 'score');
const kinds: Readonly<Record<string, Learnable>> = {
	receipt: {
		file: join(score, 'receipt-weights.json'),
		learn: learnReceipt,
		judge: judgeReceipt,
		compare: (truth, page, weights) => compareReceipt(truth, readReceipt(page, weights)),
	},
	invoice: {
		file: join(score, 'invoice-weights.json'),
		learn: learnInvoice,
		judge: judgeInvoice,
		compare: (truth, page, weights) => compareInvoice(truth, readInvoice(page, weights)),
	},
};
const { file: weightsFile, learn: learnFrom, compare, judge } = kinds[options.kind];
/** What a weight changes by at most for one document, in the first round; less and less in those that follow. */
const mostChange = 0.15;

const testing = join(import.meta.dirname, '..', 'testing', 'documents');
const misreading = readMisreading(join(testing, 'misreading.json'));
const turned = { tilt: -2, perspective: [-0.05, 0.08] } as const;

/** How the page of a document looks: a view for each round in turn, misread in another way each time. */
const views: ReadonlyArray<(fixture: Fixture, seed: string) => ReturnType<typeof pageOf>> = [
	({ text }) => pageOf(text),
	({ text, truth }, seed) =>
		misreadPage(pageOf(text, turned), misreading, randomFrom(seedOf(truth.id + seed))),
	({ text }) => pageOf(text, { tilt: 2.5, perspective: [0.06, 0.05], losesBlanks: true }),
	({ text, truth }, seed) =>
		misreadPage(pageOf(text, turned), misreading, randomFrom(seedOf(truth.id + seed))),
];

const fixtures = fixtureFiles(join(testing, 'slips'))
	.flatMap((file) => file.fixtures)
	.filter(({ truth }) => truth.kind === options.kind);

function mixed<Item>(all: readonly Item[], seed: number): Item[] {
	const random = randomFrom(seed);
	return all
		.map((item) => ({ item, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);
}

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

function learn(
	all: readonly Fixture[],
	read: readonly Example[],
	start: ReadonlyMap<string, number>,
): Map<string, number> {
	const learner = new Perceptron(start);
	for (let round = 0; round < rounds; round++) {
		if (round === Math.floor(rounds / 2)) learner.startAverage();
		learner.mostChange = mostChange * (1 - round / (rounds + 1));
		const examples = all.map((fixture, i) => () => {
			const look = views[(i + round) % views.length];
			return { page: look(fixture, `round ${round}`), truth: fixture.truth };
		});
		const looks = [...examples, ...read.map((example) => () => example)];
		for (const example of mixed(looks, round + 1)) learnFrom(example(), learner);
		console.error(`round ${round + 1} of ${rounds}`);
	}
	const learned = rounds > 0 ? learner.average() : start;
	// How sure to be is learned from nothing each time: what is no longer told of values leaves no weight.
	const chosen = [...learned].filter(([feature]) => !/^sure(?: |$)/u.test(feature));
	return new Map([...chosen, ...sureness(all, read, new Weights(learned))]);
}

/** A page that is a file's own text: nothing of it was recognised. */
const asText: (typeof views)[number] = ({ text }) => {
	const page = pageOf(text);
	const certain = (glyph: Glyph): Glyph => ({ ...glyph, confidence: 1 });
	const boxes = page.boxes.map((box) => ({ ...box, glyphs: box.glyphs.map(certain) }));
	return { ...page, boxes };
};
/** Misread pages have most of the wrong values: they are looked at in more ways than they are learned from. */
const sureViews = [...views, views[1], views[3], views[1], views[3], asText];

/** How often a picture counts beside the views of a layout: they are few, and how sure the engine is of them is no guess. */
const picturesCount = 4;

/** What it takes for values to be right, by how they are read in all views and pictures. */
function sureness(
	all: readonly Fixture[],
	read: readonly Example[],
	weights: Weights,
): Map<string, number> {
	const ofViews = sureViews.flatMap((look, view) =>
		all.flatMap((fixture) =>
			judge({ page: look(fixture, `sure ${view}`), truth: fixture.truth }, weights),
		),
	);
	const ofPictures = read.flatMap((example) => judge(example, weights));
	const judged = [ofViews, ...new Array<Judgement[]>(picturesCount).fill(ofPictures)].flat();
	return learnSureness(mixed(judged, 1));
}

function print(
	name: string,
	all: readonly Fixture[],
	weightsFor: (fixture: Fixture) => Weights,
): void {
	for (const [view, look] of [
		['straight', views[0]],
		['tilted', views[2]],
		['misread', views[1]],
	] as const) {
		const results = all.map((fixture) =>
			compare(fixture.truth, look(fixture, ''), weightsFor(fixture)),
		);
		const { shares, invented } = totalsOf(results.map((result) => ({ ...result, id: '' })));
		const figures = shares
			.filter(({ total }) => total > 0)
			.map(({ group, right, total }) => `${group} ${percent(right, total).trim()}`);
		console.log(`${name} ${view.padEnd(9)} ${figures.join(', ')}, ${invented} invented`);
		printCalibration(results.map((result) => ({ ...result, id: '' })));
	}
}

const startOf = (file: string): Map<string, number> =>
	existsSync(file)
		? new Map(Object.entries((JSON.parse(readFileSync(file, 'utf8')) as WeightsFile).weights))
		: new Map();

if (options['left-out']) {
	const batches = [...new Set(fixtures.map(({ batch }) => batch))].sort();
	const partOf = ({ batch }: Fixture) => batches.indexOf(batch) % Number(options.parts);
	const parts = [...new Set(fixtures.map(partOf))];
	const learned = new Map(
		parts.map((part) => {
			console.error(`without part ${part + 1} of ${parts.length}`);
			const others = fixtures.filter((fixture) => partOf(fixture) !== part);
			return [part, new Weights(learn(others, [], new Map()))];
		}),
	);
	print('left out', fixtures, (fixture) => learned.get(partOf(fixture))!);
} else {
	const learned = learn(fixtures, await pictures(), startOf(options.start ?? weightsFile));
	const weights = new Weights(learned);
	print('fitted', fixtures, () => weights);
	const file: WeightsFile = {
		learned: new Date().toISOString().slice(0, 10),
		documents: fixtures.length,
		weights: Object.fromEntries(
			[...learned]
				.map(([feature, worth]) => [feature, Math.round(worth * 1000) / 1000] as const)
				.filter(([, worth]) => worth !== 0)
				.sort(([a], [b]) => (a < b ? -1 : 1)),
		),
	};
	writeFileSync(weightsFile, `${JSON.stringify(file, null, '\t')}\n`);
}
