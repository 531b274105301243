import type { Pdfium } from './pdfium.mts';

type NumberType = 'double' | 'float' | 'i32';
const bytesOf = { double: 8, float: 4, i32: 4 };

/** Memory for the numbers that PDFium's functions give through pointers. */
export interface NumberReader {
	/** Where the number with this index goes. */
	at(index: number, type?: NumberType): number;
	/** The first so many numbers. */
	read(count: number, type?: NumberType): number[];
	/** Gives the memory back. */
	free(): void;
}

/** Reads the numbers that PDFium's functions give through pointers, up to eight of them. */
export function numberReader({ pdfium }: Pdfium): NumberReader {
	const address = pdfium.wasmExports.malloc(8 * bytesOf.double);
	const at = (index: number, type: NumberType = 'double') => address + index * bytesOf[type];
	return {
		at,
		read: (count, type = 'double') =>
			Array.from({ length: count }, (_, i) => pdfium.getValue(at(i, type), type)),
		free: () => pdfium.wasmExports.free(address),
	};
}
