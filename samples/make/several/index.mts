import type { Page } from 'playwright-core';
import type { SampleDocument } from '../document.mts';
import { hardware } from '../digital/hardware.mts';
import { training } from '../digital/training.mts';
import { hotel } from '../digital/hotel.mts';
import { bookstore } from '../receipts/bookstore.mts';
import { cafe } from '../receipts/cafe.mts';
import { convenience } from '../receipts/convenience.mts';
import { hypermarket } from '../receipts/hypermarket.mts';
import { kiosk } from '../receipts/kiosk.mts';
import { market } from '../receipts/market.mts';
import { parking } from '../receipts/parking.mts';
import { pharmacy } from '../receipts/pharmacy.mts';
import { supermarket } from '../receipts/supermarket.mts';
import { takeaway } from '../receipts/takeaway.mts';
import { cardSlip, listed, long, rides } from './documents.mts';
import { pdfOfScans, pdfOfSheets, pictureOfTable, type Paper, type Table } from './paper.mts';

/** A file of several documents, or of one that may look like several. */
export interface SeveralSample {
	id: string;
	ending: 'pdf' | 'jpg';
	/** In the order in which they are found, each with the page on which it begins. */
	documents: Array<{ page: number; document: SampleDocument }>;
	make(page: Page): Promise<Buffer>;
}

const onPages = (documents: SampleDocument[], pages: number[] = []) =>
	documents.map((document, i) => ({ document, page: pages[i] ?? 1 }));

/** A picture of papers on a table. */
function table(id: string, plan: Omit<Table, 'id'>): SeveralSample {
	const documents = onPages(
		plan.papers.flatMap(({ document, isSlip }) => (isSlip ? [] : [document])),
	);
	return { id, ending: 'jpg', documents, make: (page) => pictureOfTable(page, { id, ...plan }) };
}

const paper = (
	document: SampleDocument,
	x: number,
	y: number,
	width: number,
	angle = 0,
): Paper => ({
	document,
	x,
	y,
	width,
	angle,
});

/** A PDF with text: what is on each of its sheets. */
const sheets = (
	id: string,
	documents: SeveralSample['documents'],
	pages: string[][],
): SeveralSample => ({
	id,
	ending: 'pdf',
	documents,
	make: (page) => pdfOfSheets(page, documents[0].document, pages),
});

const wood = 'rgb(124,92,64)';
const stone = 'rgb(96,99,104)';
const scanner = '#fff';

export const several: SeveralSample[] = [
	sheets('v01-three-pages', onPages([training, hardware[0], hardware[1]], [1, 2, 3]), [
		[training.html],
		[hardware[0].html],
		[hardware[1].html],
	]),
	sheets('v02-two-up', onPages([training, hotel]), [[training.html, hotel.html]]),
	sheets(
		'v03-long-invoice',
		onPages([long.document]),
		long.pages.map((html) => [html]),
	),
	sheets(
		'v04-goods-list',
		onPages([listed.document]),
		listed.pages.map((html) => [html]),
	),
	sheets('v05-mixed', onPages([hotel, training, long.document, hardware[1]], [1, 1, 2, 5]), [
		[hotel.html, training.html],
		...long.pages.map((html) => [html]),
		[hardware[1].html],
	]),
	table('v06-side-by-side', {
		width: 1640,
		height: 1500,
		color: wood,
		isPhoto: true,
		papers: [paper(convenience, 420, 760, 680, -3), paper(market, 1210, 720, 640, 4)],
	}),
	table('v07-three-at-angles', {
		width: 2300,
		height: 1600,
		color: stone,
		isPhoto: true,
		papers: [
			paper(kiosk, 390, 800, 560, -5),
			paper(takeaway, 1130, 790, 640, 3),
			paper(bookstore, 1890, 810, 640, -2),
		],
	}),
	table('v08-one-below-another', {
		width: 900,
		height: 2300,
		color: wood,
		isPhoto: true,
		papers: [paper(kiosk, 440, 520, 600, 2), paper(convenience, 460, 1660, 640, -3)],
	}),
	table('v09-taxi-sheet', {
		width: 1500,
		height: 1800,
		color: scanner,
		isPhoto: false,
		papers: rides
			.slice(0, 6)
			.map((ride, i) =>
				paper(ride, 270 + (i % 3) * 480, 460 + Math.floor(i / 3) * 880, 420, [0, 1, -1][i % 3]),
			),
	}),
	table('v10-taxi-photo', {
		width: 1560,
		height: 900,
		color: stone,
		isPhoto: true,
		papers: rides.slice(6, 9).map((ride, i) => paper(ride, 290 + i * 490, 450, 420, [-3, 2, 4][i])),
	}),
	table('v11-card-slip', {
		width: 1640,
		height: 1900,
		color: wood,
		isPhoto: true,
		papers: [
			paper(pharmacy, 420, 940, 700, 1),
			{ ...paper(cardSlip, 1200, 480, 560, 2), isSlip: true },
			paper(parking, 1200, 1420, 560, -2),
		],
	}),
	{
		id: 'v12-scanned-pages',
		ending: 'pdf',
		documents: onPages([supermarket, cafe, hotel], [1, 2, 3]),
		make: (page) => pdfOfScans(page, [supermarket, cafe, hotel]),
	},
	table('v13-four', {
		width: 1700,
		height: 2560,
		color: scanner,
		isPhoto: false,
		papers: [
			paper(kiosk, 430, 600, 620),
			paper(parking, 1260, 560, 620),
			paper(market, 430, 1880, 640),
			paper(takeaway, 1260, 1860, 640),
		],
	}),
	table('v14-on-its-side', {
		width: 1640,
		height: 1500,
		color: stone,
		isPhoto: true,
		turned: 90,
		papers: [paper(bookstore, 420, 760, 640, -2), paper(kiosk, 1210, 720, 600, 3)],
	}),
	table('v15-one-long-roll', {
		width: 900,
		height: 2500,
		color: wood,
		isPhoto: true,
		papers: [paper(hypermarket, 450, 1250, 700, 1)],
	}),
];
