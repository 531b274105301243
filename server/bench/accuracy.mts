// node server/bench/accuracy.mts [--dataset DIR] [--variants clean,photo,...] [--samples DIR] [--only ID,...]
//     [--min clean=97,photo=94] [--fresh]
// Reads pictures with a known truth and prints what share of each group of fields is right.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
	compareInvoice,
	compareReceipt,
	groups,
	type Group,
	type Result,
	type Truth,
} from './accuracy/compare.mts';
import { Pages } from './accuracy/pages.mts';
import { readInvoice } from '../src/documents/invoice.mts';
import { readReceipt } from '../src/documents/receipt.mts';

interface Picture {
	folder: string;
	variant: string;
	file: string;
	truth: Truth;
}

const { values } = parseArgs({
	options: {
		samples: { type: 'string' },
		dataset: { type: 'string' },
		variants: { type: 'string', default: 'clean,photo' },
		only: { type: 'string' },
		min: { type: 'string' },
		fresh: { type: 'boolean', default: false },
	},
});
const variants = values.variants.split(',');
const only = values.only?.split(',');

const pictures = await picturesToRead();
const pages = await Pages.open(values.fresh);
const results: Array<{ picture: Picture; result: Result }> = [];
for (const [i, picture] of pictures.entries()) {
	if (process.stderr.isTTY)
		process.stderr.write(`\r${i + 1}/${pictures.length} ${picture.file}\x1b[K`);
	const page = await pages.read(picture.file);
	const { truth } = picture;
	const result =
		truth.kind === 'receipt'
			? compareReceipt(truth, readReceipt(page))
			: compareInvoice(truth, readInvoice(page));
	results.push({ picture, result });
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
printMisses();
const shares = printShares();
process.exitCode = belowBar(shares) ? 1 : 0;

/** The pictures of the samples and, when asked for, of a folder shaped like a data set. */
async function picturesToRead(): Promise<Picture[]> {
	const samples = values.samples ?? join(import.meta.dirname, '..', '..', 'samples');
	const found: Picture[] = [];
	if (values.samples || !values.dataset) {
		for (const truth of await truths(join(samples, 'truth'))) {
			const base = join(samples, `${truth.kind}s`, truth.id);
			found.push(
				...variantsOf('samples', truth, (v) =>
					v === 'clean' ? `${base}.jpg` : `${base}.${v}.jpg`,
				),
			);
		}
	}
	if (values.dataset) {
		for (const truth of await truths(join(values.dataset, 'truth'))) {
			const base = join(values.dataset, 'images', truth.id);
			found.push(
				...variantsOf('dataset', truth, (v) =>
					v === 'clean' ? `${base}.png` : `${base}.${v}.jpg`,
				),
			);
		}
	}
	return found;
}

async function truths(folder: string): Promise<Truth[]> {
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	const all: Truth[] = [];
	for (const file of files)
		all.push(JSON.parse(await readFile(join(folder, file), 'utf8')) as Truth);
	return all.filter(({ id }) => !only || only.includes(id));
}

/** The pictures of a document in the variants asked for, as far as the folder has them. */
function variantsOf(folder: string, truth: Truth, file: (variant: string) => string): Picture[] {
	return variants
		.map((variant) => ({ folder, variant, file: file(variant), truth }))
		.filter((picture) => existsSync(picture.file));
}

function printMisses(): void {
	for (const { picture, result } of results) {
		const name = `${picture.folder} ${picture.truth.id} ${picture.variant}`;
		for (const { group, field, expected, got } of result.misses) {
			console.log(`miss      ${name}: ${group}, ${field}: expected "${expected}", got "${got}"`);
		}
		for (const { field, got } of result.invented) {
			console.log(`invented  ${name}: ${field}: got "${got}"`);
		}
	}
}

interface Share {
	variant: string;
	group: Group;
	right: number;
	total: number;
}

function printShares(): Share[] {
	const shares: Share[] = [];
	for (const folder of new Set(results.map(({ picture }) => picture.folder))) {
		for (const variant of variants) {
			const own = results.filter(
				({ picture }) => picture.folder === folder && picture.variant === variant,
			);
			if (own.length === 0) continue;
			console.log(`\n${folder}, ${variant}: ${own.length} pictures`);
			for (const group of groups) {
				const right = sumOf(own, ({ result }) => result.right[group] ?? 0);
				const total = sumOf(own, ({ result }) => result.total[group] ?? 0);
				if (total === 0) continue;
				shares.push({ variant, group, right, total });
				console.log(`  ${group.padEnd(20)} ${percent(right, total)}  ${right} of ${total}`);
			}
			const invented = sumOf(own, ({ result }) => result.invented.length);
			const absent = sumOf(own, ({ result }) => result.absent);
			console.log(
				`  ${'invented values'.padEnd(20)} ${percent(invented, absent)}  ${invented} of ${absent} fields not printed`,
			);
		}
	}
	return shares;
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
	return items.reduce((sum, item) => sum + value(item), 0);
}

function percent(part: number, whole: number): string {
	return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}

/** Whether a share lies below the bar that `--min clean=97,photo=94` sets for its variant. */
function belowBar(all: readonly Share[]): boolean {
	const bars = (values.min ?? '').split(',').map((bar) => bar.split('='));
	let isBelow = false;
	for (const [variant, bar] of bars) {
		for (const share of all) {
			if (share.variant !== variant || (100 * share.right) / share.total >= Number(bar)) continue;
			console.log(`below ${bar} %: ${share.group}, ${variant}`);
			isBelow = true;
		}
	}
	return isBelow;
}
