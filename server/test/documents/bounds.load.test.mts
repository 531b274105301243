import { readInvoice } from '../../src/documents/invoice.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import type { Page } from '../../src/page/types.mts';
import { hostilePages } from '../../testing/documents/hostile-pages.mts';

/** With the seconds of the processor that a page may take; the worst takes a third of it where nothing else runs. */
const readers: ReadonlyArray<[name: string, mostSeconds: number, read: (page: Page) => unknown]> = [
	['invoice', 5, readInvoice],
	['receipt', 10, readReceipt],
];
/** The fullest page that is read. */
const mostPieces = 2000;
/** Pages whose names begin alike differ in the sign on them: every eighth has all kinds and nearly all signs. */
const names = Object.keys(hostilePages).filter((_, i) => i % 8 === 0);

describe.each(readers)('the fullest page, as an %s,', (_, mostSeconds, read) => {
	it.each(names)(`is read within ${mostSeconds} seconds or refused: %s`, (name) => {
		const page = hostilePages[name](mostPieces);
		const started = process.cpuUsage();
		try {
			read(page);
		} catch (error) {
			expect(error).toBeInstanceOf(PictureError);
		}
		const { user, system } = process.cpuUsage(started);
		expect((user + system) / 1e6).toBeLessThan(mostSeconds);
	});
});
