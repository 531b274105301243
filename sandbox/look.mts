import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { reportPage, type Reported } from './html.mts';
import { knownOfFile, marksOf, type Kind } from './marks.mts';
import type { Pictures } from './pictures.mts';
import type { OcrServer } from './server.mts';
import type { Sheet } from './shipped.mts';
import type { Row } from './table.mts';

/** The file's name in the output folder. */
export const reportName = 'report.html';

/** Pixels of a picture's longest side in the report, and so many pictures at most: the page stays one to open. */
const longestSide = 1400;
const mostPictures = 300;

/** Columns of a line item, and those that say where a row is from. */
const lineColumns = [
	...['lineNumber', 'name', 'quantity', 'unitPrice', 'subtotal', 'specification', 'unit'],
	...['amount', 'taxRate', 'taxAmount', 'needsReview'],
];
const leftOut = ['sourceFile', 'sourceField', 'requestId', 'orderId', 'reviewReasons', 'items'];

const only = (row: Row, isMeant: (key: string) => boolean): Row =>
	Object.fromEntries(
		Object.entries(row).filter(([key, value]) => isMeant(key) && (value ?? '') !== ''),
	);

const hasAny = (row: Row): boolean => Object.keys(row).length > 0;

const doubtful = 'Doubtful: ';

/** All reasons of a document's rows, each once, and behind them its doubts in one. */
function reasonsOf(rows: readonly Row[]): string[] {
	const all = rows.flatMap(({ reviewReasons }) => String(reviewReasons ?? '').split('; '));
	const found = new Set(all.filter((reason) => reason !== '' && !reason.startsWith(doubtful)));
	const doubts = new Set(
		all
			.filter((reason) => reason.startsWith(doubtful))
			.flatMap((reason) => reason.slice(doubtful.length).split(', ')),
	);
	return [...found, ...(doubts.size > 0 ? [doubtful + [...doubts].join(', ')] : [])];
}

function lineItems(rows: readonly Row[]): Row[] {
	const [{ items }] = rows;
	const lines = Array.isArray(items)
		? (items as Row[])
		: rows.filter(({ lineNumber }) => lineNumber);
	const columns = lineColumns.filter((key) => lines.some((line) => (line[key] ?? '') !== ''));
	return lines.map((line) => Object.fromEntries(columns.map((key) => [key, line[key]])));
}

/** The documents of a picture, without what is known of their places. */
function readingsOf(file: string, { rows, unread }: Sheet): Array<Omit<Reported, 'marks'>> {
	const own = rows.filter(({ sourceFile }) => sourceFile === file);
	if (own.length === 0) {
		const reason = unread.find((text) => text.startsWith(`${file}: `)) ?? `${file}: it gave no row`;
		return [{ file, values: {}, rows: [], reasons: [reason.slice(file.length + 2)] }];
	}
	const isHeader = (key: string) => !lineColumns.includes(key) && !leftOut.includes(key);
	const numbers = [...new Set(own.map(({ documentNumber }) => documentNumber))];
	const documents = numbers.map((number) =>
		own.filter(({ documentNumber }) => documentNumber === number),
	);
	return documents.map((ofOne, i) => ({
		file: documents.length > 1 ? `${file}, document ${i + 1}` : file,
		values: only(ofOne[0], isHeader),
		rows: lineItems(ofOne),
		reasons: reasonsOf(ofOne),
	}));
}

/** What the report needs to know. */
export interface Look {
	root: string;
	/** The folder of the pictures, and the one that the report is written to. */
	images: string;
	out: string;
	server: Pick<OcrServer, 'url' | 'key'>;
	pictures: Pictures;
	sheets: Record<Kind, Sheet>;
}

/**
 * Writes the report. Of what is to be reviewed the server is asked once more, for the places.
 * @returns its path
 */
export async function writeReport({ root, images, out, ...rest }: Look): Promise<string> {
	const { server, pictures, sheets } = rest;
	const documents: Array<Reported & { full: string }> = [];
	for (const kind of ['invoices', 'receipts'] as const) {
		for (const file of pictures[kind]) {
			const full = path.join(images, kind, file);
			const readings = readingsOf(file, sheets[kind]);
			const isAsked = readings.some(({ values, reasons }) => hasAny(values) && reasons.length > 0);
			const known = isAsked ? await knownOfFile(root, server, kind, full) : [];
			documents.push(
				...readings.map((reading, i) => {
					const isDoubted = reading.reasons.length > 0;
					return {
						...reading,
						marks: isDoubted ? marksOf(known[i] ?? [], reading.reasons) : [],
						full,
					};
				}),
			);
		}
	}
	documents.sort((a, b) => Number(a.reasons.length === 0) - Number(b.reasons.length === 0));
	for (const document of documents.slice(0, mostPictures)) {
		document.picture = await smallPicture(root, document.full);
	}
	const file = path.join(out, reportName);
	await writeFile(file, reportPage(documents));
	return file;
}

/** The picture as a viewer shows it, small, as a data URI; undefined of what is none. */
async function smallPicture(root: string, file: string): Promise<string | undefined> {
	const sharp = createRequire(path.join(root, 'server', 'package.json'))('sharp');
	try {
		const small = await sharp(file)
			.rotate()
			.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: 'white' })
			.jpeg({ quality: 70 })
			.toBuffer();
		return `data:image/jpeg;base64,${small.toString('base64')}`;
	} catch {
		return undefined;
	}
}
