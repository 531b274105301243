import { createHash } from 'node:crypto';

/** What a PDF is made of: bodies of objects, of which the first is the catalogue and the second the page tree. */
export interface PdfParts {
	objects: Array<string | Buffer>;
	/** More entries of the trailer. */
	trailer?: string;
}

/** Writes a PDF with a right cross-reference table. */
export function pdfOf({ objects, trailer = '' }: PdfParts): Buffer {
	const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
	const offsets: number[] = [];
	let length = chunks[0].length;
	const add = (chunk: Buffer) => {
		chunks.push(chunk);
		length += chunk.length;
	};
	objects.forEach((body, i) => {
		offsets.push(length);
		add(Buffer.from(`${i + 1} 0 obj\n`));
		add(typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
		add(Buffer.from('\nendobj\n'));
	});
	const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
	const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
	add(Buffer.from(table + end, 'latin1'));
	return Buffer.concat(chunks);
}

/** A stream object. */
export const stream = (content: string | Buffer, entries = ''): Buffer => {
	const bytes = Buffer.from(content);
	return Buffer.concat([
		Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`),
		bytes,
		Buffer.from('\nendstream'),
	]);
};

interface OnePage {
	content?: string | Buffer;
	/** Entries of the content's stream, such as its filter. */
	contentEntries?: string;
	/** Left, lower, right, upper. */
	mediaBox?: string;
	/** What the page tree says of its number of pages. */
	count?: number;
	resources?: string;
	/** Objects from the sixth on. */
	more?: Array<string | Buffer>;
	trailer?: string;
}

/** A PDF of one page; its font is Helvetica, as /F1. */
export function onePage(page: OnePage = {}): Buffer {
	const { content = '', mediaBox = '0 0 595 400', count = 1, resources = '', more = [] } = page;
	return pdfOf({
		objects: [
			'<< /Type /Catalog /Pages 2 0 R >>',
			`<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`,
			`<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
			stream(content, page.contentEntries),
			'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
			...more,
		],
		trailer: page.trailer,
	});
}

interface ChinesePage {
	/** Lines from the top down. */
	lines: string[];
	/** A JPEG that fills the page behind them. */
	scan?: Buffer;
	/** Whether the lines are laid invisibly over the page, as scanners do with what they recognised. */
	invisible?: boolean;
}

/** A page with Chinese text in a font that is not in the file, as many invoices have it. */
export const chinesePage = (page: ChinesePage): Buffer => chinesePages([page]);

/** Pages with Chinese text in a font that is not in the file; undefined makes one that cannot be opened. */
export function chinesePages(pages: ReadonlyArray<ChinesePage | undefined>): Buffer {
	const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
	const first = 6;
	const objectOf = (i: number) => first + 3 * i;
	const kids = pages.map((_, i) => `${objectOf(i)} 0 R`);
	return pdfOf({
		objects: [
			'<< /Type /Catalog /Pages 2 0 R >>',
			`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
			'<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
			'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
			'<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
			...pages.flatMap((page, i) => {
				const { lines, scan, invisible = false } = page ?? { lines: [] };
				const shown = lines.map((line, k) => `1 0 0 1 40 ${370 - k * 20} Tm <${hex(line)}> Tj`);
				const picture = scan ? `/XObject << /I ${objectOf(i) + 2} 0 R >>` : '';
				return [
					page
						? `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 400] /Contents ${objectOf(i) + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${picture} >> >>`
						: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000000 1000000] >>',
					stream(
						`${scan ? 'q 595 0 0 400 0 0 cm /I Do Q' : ''} BT /F1 12 Tf ${invisible ? 3 : 0} Tr ${shown.join('\n')} ET`,
					),
					scan ? imageOf(scan) : 'null',
				];
			}),
		],
	});
}

/** A JPEG as an image; its frame header says how large it is (ITU-T T.81, B.2.2). */
function imageOf(jpeg: Buffer): Buffer {
	const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
	const [height, width] = [jpeg.readUInt16BE(frame + 5), jpeg.readUInt16BE(frame + 7)];
	return stream(
		jpeg,
		`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
	);
}

/** Forms that draw the next one twenty times each: 20 to the power of `depth` in a few kilobytes. */
export function nestedForms(depth: number): Buffer {
	const forms = Array.from({ length: depth }, (_, i) =>
		stream(
			i === depth - 1 ? '0 0 1 1 re f\n' : '/X Do\n'.repeat(20),
			`/Type /XObject /Subtype /Form /BBox [0 0 600 600] /Resources << /XObject << /X ${7 + i} 0 R >> >>`,
		),
	);
	return onePage({ content: '/X Do', resources: '/XObject << /X 6 0 R >>', more: forms });
}

const padding = Buffer.from(
	'28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
	'hex',
);
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string) =>
	Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);

function rc4(key: Buffer, data: Buffer): Buffer {
	const state = Uint8Array.from({ length: 256 }, (_, i) => i);
	for (let i = 0, j = 0; i < 256; i++) {
		j = (j + state[i] + key[i % key.length]) & 255;
		[state[i], state[j]] = [state[j], state[i]];
	}
	const out = Buffer.alloc(data.length);
	for (let k = 0, i = 0, j = 0; k < data.length; k++) {
		i = (i + 1) & 255;
		j = (j + state[i]) & 255;
		[state[i], state[j]] = [state[j], state[i]];
		out[k] = data[k] ^ state[(state[i] + state[j]) & 255];
	}
	return out;
}

/**
 * A page encrypted with 40-bit RC4 (PDF 1.7, 7.6.3: the standard security handler, revision 2), by default so
 * that it opens without a password but may not be copied from.
 */
export function encrypted(content: string, userPassword = ''): Buffer {
	const id = Buffer.from('0123456789abcdef');
	const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(userPassword));
	const permissions = Buffer.alloc(4);
	permissions.writeInt32LE(-64);
	const key = md5(padded(userPassword), owner, permissions, id).subarray(0, 5);
	const user = rc4(key, padding);
	const ofContent = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
	const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
	return onePage({
		content: rc4(ofContent, Buffer.from(content, 'latin1')),
		more: [`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -64 >>`],
		trailer: `/Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}]`,
	});
}
