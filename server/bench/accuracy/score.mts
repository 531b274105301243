import { readFile } from 'node:fs/promises';
import { readInvoice } from '../../src/documents/invoice.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import type { Page } from '../../src/page/types.mts';
import {
	comparable,
	compareInvoice,
	compareReceipt,
	groups,
	type Counted,
	type Group,
	type Result,
} from '../../testing/accuracy/compare.mts';
import { rowsOf } from '../../src/documents/layout/rows.mts';
import { editsWithin } from './diagnosis.mts';
import type { Document } from './documents.mts';

/** A document, what an engine read on its picture, and how the fields taken from that hold. */
export interface Scored {
	document: Document;
	page: Page;
	result: Result;
}

/** How many values of a group, or of one of its fields, are right. */
export interface Share {
	right: number;
	total: number;
}

/** The figures of a set of documents. */
export interface Totals {
	shares: Array<Share & { group: Group }>;
	/** Values served for fields that are not printed, and how many such fields there are. */
	invented: number;
	absent: number;
}

/**
 * Reads pictures with any engine, takes the fields from its pages by the server's own rules, and holds
 * them against the truth. One document after the other, in the order given.
 *
 * @param read gives the page of a picture's bytes; what it throws is thrown on
 */
export async function scorePages(
	documents: readonly Document[],
	read: (picture: Buffer) => Promise<Page>,
): Promise<Scored[]> {
	const scored: Scored[] = [];
	for (const document of documents) {
		const page = await read(await readFile(document.file));
		const { truth } = document;
		const result =
			truth.kind === 'receipt'
				? compareReceipt(truth, readReceipt(page))
				: compareInvoice(truth, readInvoice(page));
		scored.push({ document, page, result });
	}
	return scored;
}

/** What share of the values is right that a filter lets through. */
export function shareOf(results: readonly Result[], isMeant: (value: Counted) => boolean): Share {
	const meant = results.flatMap(({ counted }) => counted.filter(isMeant));
	return { right: meant.filter(({ isRight }) => isRight).length, total: meant.length };
}

/** The figures of documents; groups that none of them has are left out. */
export function totalsOf(results: readonly Result[]): Totals {
	const sumOf = (value: (result: Result) => number) =>
		results.reduce((sum, result) => sum + value(result), 0);
	return {
		shares: groups
			.map((group) => ({ group, ...shareOf(results, (value) => value.group === group) }))
			.filter(({ total }) => total > 0),
		invented: sumOf(({ invented }) => invented.length),
		absent: sumOf(({ absent }) => absent),
	};
}

/** Fields whose values stand on the page as the truth has them. */
const printedAsIs = /num|name|product|识别号|代码|号码|校验码|名称|规格/u;

/**
 * What share of the characters of the printed names and numbers was read wrong: of each value the fewest edits that
 * turn a part of some row of the text into it.
 */
export function wrongCharacters(scored: readonly Scored[]): number {
	let [wrong, all] = [0, 0];
	for (const { document, page } of scored) {
		const rows = rowsOf(page).map(({ text }) => text);
		for (const [field, value] of valuesOf(document.truth.fields)) {
			if (!printedAsIs.test(field)) continue;
			const sought = comparable(field, value);
			const edits = rows.map((row) => editsWithin(comparable(field, row), sought));
			wrong += Math.min(sought.length, ...edits);
			all += sought.length;
		}
	}
	return wrong / Math.max(1, all);
}

/** The texts of a truth with the names under which they stand, those in tables too. */
function valuesOf(truth: unknown, name = ''): Array<[name: string, value: string]> {
	if (typeof truth === 'string') return [[name, truth]];
	if (typeof truth !== 'object' || truth === null) return [];
	const isList = Array.isArray(truth);
	return Object.entries(truth).flatMap(([key, value]) => valuesOf(value, isList ? name : key));
}
