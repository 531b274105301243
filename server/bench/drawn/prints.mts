import { randomFrom, seedOf } from '../../../samples/make/random.mts';
import type { Truth } from '../../testing/accuracy/compare.mts';

/** How a document is printed; lengths are pixels of the drawing. */
export interface Print {
	/** CSS font families, with the quotes that they need. */
	font: string;
	em: number;
	/** Height of a line in em. */
	leading: number;
	ink: string;
	weight: number;
	margin: number;
	/** Pixels of the picture for one of the drawing: above 1 the printer's dots show. */
	dots: number;
}

const fonts = {
	hei: "'WenQuanYi Zen Hei Mono'",
	microHei: "'WenQuanYi Micro Hei Mono'",
	mono: "'Noto Sans Mono CJK SC'",
	sans: "'Liberation Sans Narrow', 'Noto Sans CJK SC'",
	serif: "'Liberation Serif', 'Noto Serif CJK SC'",
	song: "'AR PL UMing CN'",
	kai: "'AR PL UKai CN'",
};

/**
 * Receipts: thermal printers of 203 dpi print 24 dots a character, new ones and old, faded ones, cheap
 * narrow ones and smooth prints. Invoices: 24-pin printers in Song and Hei, laser prints and drawings of a PDF.
 */
const prints: Record<Truth['kind'], ReadonlyArray<Omit<Print, 'margin'>>> = {
	receipt: [
		{ font: fonts.hei, em: 24, leading: 1.3, ink: '#1c1c20', weight: 400, dots: 2 },
		{ font: fonts.microHei, em: 24, leading: 1.4, ink: '#55555e', weight: 400, dots: 2 },
		{ font: fonts.song, em: 24, leading: 1.3, ink: '#101014', weight: 700, dots: 2 },
		{ font: fonts.mono, em: 36, leading: 1.25, ink: '#333338', weight: 400, dots: 1 },
		{ font: fonts.serif, em: 34, leading: 1.45, ink: '#222226', weight: 400, dots: 1 },
		{ font: fonts.sans, em: 30, leading: 1.5, ink: '#6a6a74', weight: 400, dots: 1 },
	],
	invoice: [
		{ font: fonts.song, em: 24, leading: 1.5, ink: '#2a2f4a', weight: 400, dots: 1 },
		{ font: fonts.hei, em: 20, leading: 1.5, ink: '#3d3d46', weight: 400, dots: 1 },
		{ font: fonts.sans, em: 26, leading: 1.6, ink: '#17171a', weight: 400, dots: 1 },
		{ font: fonts.kai, em: 28, leading: 1.4, ink: '#1d1d22', weight: 700, dots: 1 },
		{ font: fonts.serif, em: 22, leading: 1.7, ink: '#26262c', weight: 400, dots: 1 },
		{ font: fonts.microHei, em: 16, leading: 1.6, ink: '#4a4a58', weight: 400, dots: 2 },
	],
};

/** Chooses from its id alone how a document is printed. */
export function printOf({ id, kind }: Truth): Print {
	const random = randomFrom(seedOf(`${id} print`));
	const all = prints[kind];
	const print = all[Math.floor(random() * all.length)];
	return { ...print, margin: print.em * (1 + 1.5 * random()) };
}
