// node server/bench/misread.mts [--drawn DIR] [--variants clean,photo] [--every 4]
// Reads the pictures that drawn.mts has made of the layouts, holds every character against what is printed, and
// writes how often which one is misread to server/testing/documents/misreading.json: the view of the layouts that misreads
// them as the engine does (test/documents-misread.mts) draws from it. Of the documents every fourth is enough.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { quantile } from './load/statistics.mts';
import { Pages } from './accuracy/pages.mts';
import { drawnPages } from './misread/drawn-pages.mts';
import { emptyTally, tallyPage, type Tally } from './misread/tally.mts';
import type { Misreading } from '../testing/documents/misread.mts';

const { values } = parseArgs({
	options: {
		drawn: { type: 'string', default: join(tmpdir(), 'juhe-drawn') },
		variants: { type: 'string', default: 'clean,photo' },
		every: { type: 'string', default: '4' },
	},
});
const testing = join(import.meta.dirname, '..', 'testing', 'documents');
/** A misreading that was seen once may be a fault of the alignment. */
const leastSeen = 2;
/** Of the confidences as many quantiles are kept: drawing one of them repeats their distribution. */
const quantiles = 10;
const progress = 50;

const tally = emptyTally();
const pages = await Pages.open('juhe-ocr-server', false);
let read = 0;
for (const { printed, picture } of drawnPages(
	values.drawn,
	values.variants.split(','),
	Number(values.every),
)) {
	tallyPage(tally, printed, await pages.read(picture()));
	if (++read % progress === 0) console.error(`${read} pictures`);
}
await pages.close();
const misreading = misreadingOf(tally);
writeFileSync(join(testing, 'misreading.json'), `${JSON.stringify(misreading, null, '\t')}\n`);
console.log(`${read} pictures, ${misreading.characters} characters, ${misreading.wrong} % misread`);
// A helping thread of the engine may still be loading its model.
process.exit();

function misreadingOf({ printed, misread, alone, blanks, joints, confidences }: Tally): Misreading {
	const characters = [...printed.values()].reduce((sum, count) => sum + count, 0);
	const wrong = [...misread.values()]
		.flatMap((others) => [...others.values()])
		.reduce((sum, count) => sum + count, 0);
	const sorted = [...misread].sort(([a], [b]) => (a < b ? -1 : 1));
	const chars = sorted.flatMap(([char, others]) => {
		const usual = [...others].filter(([, count]) => count >= leastSeen).sort((a, b) => b[1] - a[1]);
		const share = (count: number) => rounded(count / (printed.get(char) ?? 1));
		return usual.length === 0
			? []
			: [[char, Object.fromEntries(usual.map(([other, count]) => [other, share(count)]))] as const];
	});
	return {
		pictures: read,
		characters,
		wrong: rounded((100 * wrong) / characters),
		aloneLost: rounded(alone.lost / alone.printed),
		blankLost: rounded(blanks.lost / blanks.printed),
		jointParted: rounded(joints.parted / joints.printed),
		confidences: {
			right: quantilesOf(confidences.right),
			wrong: quantilesOf(confidences.wrong),
		},
		misread: Object.fromEntries(chars),
	};
}

/** To three figures: more than was measured. */
function rounded(share: number): number {
	return Number(share.toPrecision(3));
}

function quantilesOf(numbers: readonly number[]): number[] {
	return Array.from({ length: quantiles }, (_, i) =>
		rounded(quantile(numbers, (i + 0.5) / quantiles)),
	);
}
