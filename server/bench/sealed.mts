// node server/bench/sealed.mts [--out DIR] [--kinds sample,heldout] [--min clean=98,photo=95] [--misses]
// Draws the invoices of samples/ with stamps of the sample kind over their values, and those of benchmark/ with stamps
// of another kind, red and blue, clean and photographed, and prints what share of the values below a stamp is read right
// and how many values hold text of a stamp; `--misses` prints them, but is none of the benchmark's: it is only
// measured. Pictures that are there already are not drawn again.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { invoices as measured } from '../../benchmark/make/invoices/index.mts';
import { invoices as samples } from '../../samples/make/invoices/index.mts';
import { heldOutKind, sampleKind } from '../../samples/make/sealed/kinds.mts';
import { inks, makeSealed, type SealedTruth } from '../../samples/make/sealed/sealed-set.mts';
import { readInvoice } from '../src/documents/invoice.mts';
import { withStampText } from '../testing/accuracy/stamp-text.mts';
import { documentsIn } from './accuracy/documents.mts';
import { Pages } from './accuracy/pages.mts';
import { scorePages, shareOf, type Scored } from './accuracy/score.mts';

const sets = {
	sample: { documents: samples, kind: sampleKind },
	heldout: { documents: measured, kind: heldOutKind },
};
const variants = ['clean', 'photo'];

const { values } = parseArgs({
	options: {
		out: { type: 'string', default: join(tmpdir(), 'juhe-sealed') },
		kinds: { type: 'string', default: Object.keys(sets).join(',') },
		min: { type: 'string', default: '' },
		misses: { type: 'boolean', default: false },
	},
});
/** Shares of the values below stamps, in percent, below which the process fails, by variant. */
const bars = new Map(
	values.min.split(',').map((bar) => {
		const [variant, percent] = bar.split('=');
		return [variant, Number(percent)];
	}),
);

const pages = await Pages.open('juhe-ocr-server', false);
const all: Scored[] = [];
for (const name of values.kinds.split(',')) {
	const set = sets[name as keyof typeof sets];
	if (!set) throw new Error(`--kinds takes ${Object.keys(sets).join(', ')}`);
	const folder = join(values.out, name);
	if (!existsSync(folder)) await makeSealed({ ...set, folder, photos: true });
	const scored = await scorePages(await documentsIn(folder, variants), (picture) =>
		pages.read(picture),
	);
	all.push(...scored);
	for (const variant of variants) {
		for (const ink of inks) print(name, variant, ink, scored.filter(isOf(variant, `-${ink}`)));
	}
}
await pages.close();
for (const variant of variants) {
	const { right, total } = below(all.filter(isOf(variant)));
	if ((100 * right) / total < (bars.get(variant) ?? 0)) process.exitCode = 1;
}

function isOf(variant: string, ending = '') {
	return ({ document }: Scored) =>
		document.variant === variant && document.truth.id.endsWith(ending);
}

/** How many values below stamps are right. */
function below(scored: readonly Scored[]) {
	const shares = scored.map(({ document, result }) => {
		const { sealed } = document.truth as unknown as SealedTruth;
		return shareOf([result], ({ field }) => sealed.includes(field));
	});
	return {
		right: shares.reduce((sum, { right }) => sum + right, 0),
		total: shares.reduce((sum, { total }) => sum + total, 0),
	};
}

function stamped({ document, page }: Scored) {
	const { stamps } = document.truth as unknown as SealedTruth;
	const printed = JSON.stringify(document.truth.fields);
	return withStampText(stamps, printed, readInvoice(page));
}

function print(name: string, variant: string, ink: string, scored: readonly Scored[]): void {
	const { right, total } = below(scored);
	const every = shareOf(
		scored.map(({ result }) => result),
		() => true,
	);
	const percent = (share: { right: number; total: number }) =>
		`${share.right}/${share.total} (${((100 * share.right) / share.total).toFixed(1)} %)`;
	const ring = scored.flatMap(stamped);
	console.log(
		`${name}, ${variant}, ${ink}: below stamps ${percent({ right, total })}, all values ${percent(every)}, with text of a stamp ${ring.length}`,
	);
	if (!values.misses) return;
	for (const one of scored) {
		const { sealed } = one.document.truth as unknown as SealedTruth;
		for (const { field, expected, got } of one.result.misses) {
			const place = sealed.includes(field) ? 'below a stamp' : 'elsewhere';
			console.log(`  ${one.document.truth.id} ${place} ${field}: ${expected} | ${got}`);
		}
		for (const { name, value } of stamped(one))
			console.log(`  ${one.document.truth.id} stamp in ${name}: ${value}`);
	}
}
