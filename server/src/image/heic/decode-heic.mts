import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PictureError } from '../../page/picture-error.mts';
import { HostileThread } from '../hostile-thread.mts';
import type { Raster } from '../raster.mts';
import type { HeicReport } from './heic-thread.mts';

/** A photo of 12 million pixels takes about two seconds. */
const timeLimit = 20_000;
/** Of JavaScript nothing is large but pixels, which are not in it. */
const heapLimit = 32;
const faults = {
	slow: `the photo takes more than ${timeLimit / 1000} seconds to decode`,
	large: 'the photo needs too much memory',
	broken: 'the photo is broken',
};
const script = new URL(`./heic-thread${path.extname(import.meta.filename)}`, import.meta.url);
let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Decodes a HEIC photo in a thread of its own, by libheif and libde265: the decoder that sharp brings along knows
 * no HEVC. Throws PictureError, and the signal's reason when it is aborted.
 * @param usefulPixels of a photo with more than that, as many or a few times as many are handed on
 */
export async function decodeHeic(
	file: Buffer,
	usefulPixels: number,
	signal?: AbortSignal,
): Promise<Raster> {
	compiled ??= compileLibheif();
	const workerData = { module: await compiled, file, usefulPixels };
	const thread = new HostileThread<HeicReport>({
		script,
		workerData,
		heapLimit,
		timeLimit,
		faults,
	});
	try {
		const report = await thread.ask('decode', signal);
		if (report.type === 'refused') throw new PictureError(report.message);
		return report.raster;
	} finally {
		await thread.end();
	}
}

/** Compiles libheif once for all photos. */
async function compileLibheif(): Promise<WebAssembly.Module> {
	const file = fileURLToPath(import.meta.resolve('libheif-js/libheif-wasm/libheif.wasm'));
	return await WebAssembly.compile(await readFile(file));
}
