import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { isNoise } from '../../nodes/shared/noise.ts';
import { readPictureFacts } from '../../nodes/shared/pictureFacts.ts';
import { eml, isoMedia } from '../support/attachments.mts';
import { bmp, gif, ico, jpegHeader, labelledPng, svg, webp } from '../support/pictures.mts';

const verdict = (bytes: Buffer) => isNoise(readPictureFacts(bytes));

it.each([
	['a signature logo', labelledPng('logo', 220, 70)],
	['a signature as a JPEG', jpegHeader(320, 90)],
	['a tracking pixel', gif(1, 1)],
	['a spacer', gif(600, 10)],
	['a smiley that moves', gif(480, 360, { loop: true })],
	['a moving sticker', webp('VP8X', 400, 400)],
	['an icon', ico(16, 32, 48)],
	['the icon of a phone number', svg('viewBox="0 0 24 24"')],
	['a banner below a mail', labelledPng('banner', 600, 120)],
	['a larger banner', jpegHeader(800, 200)],
	['a banner of 2,000 pixels', labelledPng('wide', 2000, 150)],
	['a QR code of a signature', labelledPng('qr', 258, 258)],
	['an avatar', webp('VP8 ', 200, 200)],
	['a logo as a BMP', bmp(180, 60)],
	['a banner that stands', labelledPng('tower', 100, 600)],
	['a business card', Buffer.from('BEGIN:VCARD')],
	['an invitation', Buffer.from('BEGIN:VCALENDAR')],
	['the signature of a mail', Buffer.from('-----BEGIN PGP SIGNATURE-----')],
	['a cut-off logo', labelledPng('logo', 220, 70).subarray(0, 90)],
])('%s is noise', (_, bytes) => {
	expect(verdict(bytes)).toBe(true);
});

it.each([
	["a phone's smallest photo", jpegHeader(240, 320)],
	['the same lying on its side', jpegHeader(320, 240)],
	['a thumbnail of a receipt', labelledPng('thumb', 300, 400)],
	['a taxi slip', labelledPng('taxi', 160, 480)],
	['a till roll of a metre', labelledPng('roll', 300, 6000)],
	['the same lying on its side', labelledPng('roll', 6000, 300)],
	['a short slip', labelledPng('short', 420, 200)],
	['an invoice', jpegHeader(1600, 705)],
	['a scan as a GIF', gif(1240, 1754)],
	['a scan as a WEBP', webp('VP8L', 1240, 1754)],
	['an invoice as an SVG', svg('width="595" height="385"')],
	['a GIF whose header is broken', Buffer.from('GIF89a')],
	['a file of no known kind', Buffer.from('%!PS-Adobe')],
	['a mail that is attached to a mail', eml()],
	['a video', isoMedia('qt  ')],
	['nothing', Buffer.alloc(0)],
])('%s may be a document', (_, bytes) => {
	expect(verdict(bytes)).toBe(false);
});

it('no sample and no picture of the benchmark is noise', () => {
	const folders = ['samples', 'benchmark/measured'].flatMap((home) =>
		['invoices', 'receipts'].map((kind) => path.resolve(home, kind)),
	);
	const files = folders.flatMap((folder) =>
		readdirSync(folder).map((name) => path.join(folder, name)),
	);
	expect(files.length).toBeGreaterThan(50);
	expect(files.filter((file) => verdict(readFileSync(file)))).toEqual([]);
});
