import type { PictureHeader } from './pictureHeader';

const HEAD_RANGE = 4096;
const END_RANGE = 64;
const ROOT = /<svg\b[^>]*/i;
const PIXELS = /^\s*([\d.]+)\s*(?:px)?\s*$/i;

function pixelsOf(root: string, name: string): number {
	const value = new RegExp(`\\s${name}\\s*=\\s*["']([^"']{0,40})["']`, 'i').exec(root)?.[1];
	return Number(PIXELS.exec(value ?? '')?.[1] ?? Number.NaN);
}

function viewBoxOf(root: string): number[] {
	const value = /\sviewBox\s*=\s*["']([^"']{0,80})["']/i.exec(root)?.[1] ?? '';
	return value
		.trim()
		.split(/[\s,]+/)
		.slice(2)
		.map(Number);
}

/**
 * Reads the size of an SVG's root element (SVG 2, chapter 8): width and height in pixels, or else the viewBox.
 *
 * @returns undefined where it has neither
 */
export function readSvgHeader(bytes: Buffer): PictureHeader | undefined {
	const root = ROOT.exec(bytes.toString('latin1', 0, HEAD_RANGE))?.[0] ?? '';
	const box = viewBoxOf(root);
	const width = pixelsOf(root, 'width') || box[0];
	const height = pixelsOf(root, 'height') || box[1];
	if (!(width > 0 && height > 0)) return undefined;
	return { width, height, complete: bytes.subarray(-END_RANGE).includes('</svg') };
}
