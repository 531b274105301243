import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import { inWords } from './amounts.mts';
import { describeSet } from './checks.mts';
import { truthOfData } from './data-set.mts';
import { pdfs } from './digital/index.mts';
import { formats, truthOfFormats } from './formats/index.mts';
import { invoices } from './invoices/index.mts';
import { dataSamples } from './ofd/index.mts';
import { truthOf } from './pdf-set.mts';
import { receipts } from './receipts/index.mts';
import { truthOfSeveral } from './several-set.mts';
import { several } from './several/index.mts';
import { creditCodeCheck, taxId } from './taxid.mts';

describe('what the samples are made with', () => {
	// Published codes of two real companies.
	it.each(['9144030071526726XG', '914403001922038216'])('gives %s its check digits', (code) => {
		expect(creditCodeCheck(code.slice(0, 17))).toBe(code[17]);
		expect(taxId(code.slice(2, 8), code.slice(8, 16))).toBe(code);
	});

	it.each([
		['9000.00', '玖仟元整'],
		['825.15', '捌佰贰拾伍元壹角伍分'],
		['1409.50', '壹仟肆佰零玖元伍角整'],
		['6007.14', '陆仟零柒元壹角肆分'],
		['1680.32', '壹仟陆佰捌拾元叁角贰分'],
		['16409.02', '壹万陆仟肆佰零玖元零贰分'],
	])('says %s as %s', (amount, words) => {
		expect(inWords(amount)).toBe(words);
	});
});

describeSet({
	folder: join(__dirname, '..'),
	receipts,
	invoices,
	atLeast: [10, 8],
	maxBytes: 15e6,
	endingsOf: () => ['jpg', 'photo.jpg'],
	fees: { 'r04-restaurant': '26.80', 'r17-takeaway': '7.50' },
	totalAfterDiscount: ['r05-cafe', 'r09-clothing'],
	rowsAfterDiscount: ['r08-bookstore'],
});

describe('the PDFs', () => {
	const folder = join(__dirname, '..', 'pdf');

	it('are those that are drawn, each with its truth', () => {
		const expected = pdfs.flatMap(({ name }) => [`${name}.json`, `${name}.pdf`]);
		expect(readdirSync(folder).sort()).toEqual(expected.sort());
		for (const pdf of pdfs) {
			expect(readFileSync(join(folder, `${pdf.name}.json`), 'utf8')).toBe(truthOf(pdf));
		}
	});

	it.each(pdfs)('$name is a small PDF with its pages', ({ name, pages }) => {
		const file = join(folder, `${name}.pdf`);
		const text = readFileSync(file, 'latin1');
		expect(text).toMatch(/^%PDF-1\.\d/);
		expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(pages.length);
		expect(statSync(file).size).toBeLessThan(200_000);
	});
});

describe('the files of several documents', () => {
	const folder = join(__dirname, '..', 'several');

	it('are those that are made, each with its truth', () => {
		const expected = several.flatMap(({ id, ending }) => [`${id}.${ending}`, `${id}.json`]);
		expect(readdirSync(folder).sort()).toEqual(expected.sort());
		for (const sample of several) {
			expect(readFileSync(join(folder, `${sample.id}.json`), 'utf8')).toBe(truthOfSeveral(sample));
		}
	});

	it('are many, of both endings, and small', () => {
		expect(several.length).toBeGreaterThanOrEqual(12);
		expect(new Set(several.map(({ ending }) => ending)).size).toBe(2);
		for (const { id, ending } of several) {
			expect(statSync(join(folder, `${id}.${ending}`)).size).toBeLessThan(500_000);
		}
	});
});

describe('the files of other formats', () => {
	const folder = join(__dirname, '..', 'formats');

	it('are those that are made, each with its truth, and small', () => {
		const expected = formats.flatMap(({ id, ending }) => [`${id}.${ending}`, `${id}.json`]);
		expect(readdirSync(folder).sort()).toEqual(expected.sort());
		for (const sample of formats) {
			expect(readFileSync(join(folder, `${sample.id}.json`), 'utf8')).toBe(truthOfFormats(sample));
			expect(statSync(join(folder, `${sample.id}.${sample.ending}`)).size).toBeLessThan(300_000);
		}
	});

	it('are one of each format, the TIFF of two pages', () => {
		expect(formats.map(({ ending }) => ending).sort()).toEqual([
			'avif',
			'gif',
			'heic',
			'tif',
			'webp',
		]);
		expect(formats.find(({ ending }) => ending === 'tif')?.pages).toHaveLength(2);
	});
});

describe('the files of data', () => {
	const folder = join(__dirname, '..', 'data');

	it('are those that are made, byte for byte, each with its truth', () => {
		const names = dataSamples.flatMap(({ name }) => [name, `${parse(name).name}.json`]);
		expect(readdirSync(folder).sort()).toEqual(names.sort());
		for (const sample of dataSamples) {
			expect(readFileSync(join(folder, sample.name)).equals(sample.bytes)).toBe(true);
			const truth = readFileSync(join(folder, `${parse(sample.name).name}.json`), 'utf8');
			expect(truth).toBe(truthOfData(sample));
		}
	});

	it('are at least eight OFDs of both generations and four XMLs', () => {
		const ofds = dataSamples.filter(({ name }) => name.endsWith('.ofd'));
		const isVat = ({ documents }: (typeof ofds)[number]) => documents[0].发票代码 !== undefined;
		expect(ofds.filter(isVat).length).toBeGreaterThanOrEqual(4);
		expect(ofds.filter((one) => !isVat(one)).length).toBeGreaterThanOrEqual(4);
		expect(dataSamples.filter(({ name }) => name.endsWith('.xml')).length).toBeGreaterThanOrEqual(
			4,
		);
	});
});
