import { createRequire } from 'node:module';
import path from 'node:path';
import { pdfOf, stream } from '../../../server/testing/pictures/pdf.mts';

/** The image library is installed with the server, not with the package. */
const sharp = createRequire(path.resolve('server', 'package.json'))('sharp');

const sign = `<svg width="160" height="48">
	<circle cx="24" cy="24" r="20" fill="#cc3333"/>
	<rect x="56" y="14" width="96" height="20" fill="#333388"/>
</svg>`;

/** A picture as mail signatures have it, with nothing on it to read, as PNG. */
export async function signaturePicture(): Promise<Buffer> {
	return await sharp(Buffer.from(sign)).png().toBuffer();
}

/** A rectangle of a picture, in pixels. */
export interface Area {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** A picture with parts of it covered by white paper, as JPEG. */
export async function covered(file: string, ...parts: Area[]): Promise<Buffer> {
	const papers = parts.map(({ left, top, width, height }) => ({
		input: { create: { width, height, channels: 3, background: 'white' } },
		left,
		top,
	}));
	return await sharp(file).composite(papers).jpeg({ quality: 95 }).toBuffer();
}

/** Space around slips on a table and between them, in pixels. */
const gap = 60;

/** A photo of slips that lie side by side on a dark table, as JPEG. */
export async function sideBySide(files: string[]): Promise<Buffer> {
	const slips = await Promise.all(
		files.map(async (file) => ({ input: file, ...(await sizeOf(file)) })),
	);
	let left = gap;
	const placed = slips.map(({ input, width }) => {
		const place = { input, left, top: gap };
		left += width + gap;
		return place;
	});
	const height = Math.max(...slips.map((slip) => slip.height)) + 2 * gap;
	const table = { create: { width: left, height, channels: 3, background: '#4a4038' } };
	return await sharp(table).composite(placed).jpeg({ quality: 95 }).toBuffer();
}

async function sizeOf(file: string): Promise<{ width: number; height: number }> {
	const { width, height } = await sharp(file).metadata();
	return { width, height };
}

/** A PDF whose pages are pictures, as scanners make them. */
export async function scannedPdf(jpegs: Buffer[]): Promise<Buffer> {
	const pages = await Promise.all(
		jpegs.map(async (jpeg, i) => {
			const { width, height } = await sharp(jpeg).metadata();
			const first = 3 + 3 * i;
			const entries = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + 1} 0 R /Resources << /XObject << /Scan ${first + 2} 0 R >> >> >>`,
				stream(`${width} 0 0 ${height} 0 0 cm /Scan Do`),
				stream(jpeg, entries),
			];
		}),
	);
	const kids = pages.map((_, i) => `${3 + 3 * i} 0 R`).join(' ');
	const tree = `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`;
	return pdfOf({ objects: ['<< /Type /Catalog /Pages 2 0 R >>', tree, ...pages.flat()] });
}
