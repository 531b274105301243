import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function table<Case>(name: string): Case[] {
	const file = join(__dirname, '..', 'cases', `${name}.json`);
	return (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases;
}

/** When the dates of the table are read. */
export const readOn = Date.parse('2026-06-15T12:00:00Z');

/** What node and server both know: the tests of both read these tables. */
export const caseTables = {
	taxIds: table<{ what: string; id: string; problem: string | null }>('tax-ids'),
	capitalAmounts: table<{ words: string; cents: number | null; usual?: true }>('capital-amounts'),
	currencies: table<{ printed: string; code: string; served: string; order?: string }>(
		'currencies',
	),
	dates: table<{ printed: string; iso: string | null }>('dates'),
	products: table<{ quantity: number; unitPrice: number; amount: number; fits: boolean }>(
		'products',
	),
	codes: table<{ what: string; code: string; number: string; check: string; fits: boolean }>(
		'codes',
	),
};
