// node server/bench/missed.mts [--out DIR] [--models DIR] [--variants clean,photo] [--kinds lone,...] [--misses]
// Draws sheets of what is easily missed (lone characters and yuan signs in columns, repeated digits, small print, print
// heads without some dots, needles, rare and traditional characters) and sheets without text, clean and photographed,
// and prints of each kind how many texts are read right, how many of the others not at all, how many characters are read
// where there are none, and the processor time. Pictures that are there already are not drawn again.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../scripts/chromium.mts';
import { OcrEngine } from '../src/engine/engine.mts';
import { compare, isRight, type Found } from './missed/compare.mts';
import { makers, toSheet } from './missed/pictures.mts';
import { sheets, type Sheet } from './missed/sheets.mts';

const { values } = parseArgs({
	options: {
		out: { type: 'string', default: join(tmpdir(), 'juhe-missed') },
		models: { type: 'string' },
		variants: { type: 'string', default: Object.keys(makers).join(',') },
		kinds: { type: 'string' },
		misses: { type: 'boolean', default: false },
	},
});
const kinds = values.kinds?.split(',');
const all = sheets().filter(({ kind }) => !kinds || kinds.includes(kind));
const variants = values.variants.split(',');
const fileOf = ({ id }: Sheet, variant: string) => join(values.out, `${id}.${variant}.jpg`);

await drawMissing();
const engine = await OcrEngine.create(values.models);
for (const variant of variants) {
	for (const kind of new Set(all.map((sheet) => sheet.kind))) {
		await measure(
			variant,
			kind,
			all.filter((sheet) => sheet.kind === kind),
		);
	}
}
// The helping thread of the engine may still be loading its model.
process.exit();

async function drawMissing(): Promise<void> {
	const due = all.flatMap((sheet) =>
		variants
			.filter((variant) => !existsSync(fileOf(sheet, variant)))
			.map((variant) => ({ sheet, variant })),
	);
	if (due.length === 0) return;
	await mkdir(values.out, { recursive: true });
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
		for (const { sheet, variant } of due) {
			await writeFile(fileOf(sheet, variant), await makers[variant](page, sheet));
		}
	} finally {
		await browser.close();
	}
}

async function measure(variant: string, kind: string, some: readonly Sheet[]): Promise<void> {
	const found: Found[] = [];
	let elsewhere = '';
	let cpu = 0;
	for (const sheet of some) {
		const picture = await readFile(fileOf(sheet, variant));
		const before = process.cpuUsage();
		const page = await engine.read(picture);
		const { user, system } = process.cpuUsage(before);
		cpu += (user + system) / 1000;
		const compared = compare(sheet.pieces, page, toSheet(sheet, variant));
		found.push(...compared.found);
		elsewhere += compared.elsewhere;
	}
	const wrong = found.filter((one) => !isRight(one));
	const nothing = wrong.filter(({ read }) => read === '').length;
	console.log(
		`${variant}, ${kind}: ${found.length - wrong.length}/${found.length} right, ${nothing} not read, ` +
			`${wrong.length - nothing} misread, ${[...elsewhere].length} characters where there are none, ` +
			`${Math.round(cpu / some.length)} ms of CPU a picture`,
	);
	if (!values.misses) return;
	for (const { piece, read } of wrong) {
		console.log(`  ${piece.height} px: ${piece.text} | ${read}`);
	}
	if (elsewhere) console.log(`  where there are none: ${elsewhere}`);
}
