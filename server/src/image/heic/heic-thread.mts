// The thread that decodes one HEIC photo: its memory goes back with it, and it can be ended when it hangs.
import { parentPort, workerData } from 'node:worker_threads';
import { PictureError } from '../../page/picture-error.mts';
import type { Raster } from '../raster.mts';
import { decodeWith } from './decode-with.mts';
import { startLibheif } from './libheif.mts';

/** What the thread is given; any message has it begin. */
export interface HeicOrder {
	module: WebAssembly.Module;
	file: Uint8Array;
	/** Pixels that are useful; of a photo with more, as many as that or a few times as many are handed on. */
	usefulPixels: number;
}

/** What becomes of the photo. */
export type HeicReport = { type: 'decoded'; raster: Raster } | { type: 'refused'; message: string };

const { module, file, usefulPixels } = workerData as HeicOrder;

async function decode(): Promise<HeicReport> {
	const libheif = await startLibheif(module);
	try {
		return { type: 'decoded', raster: decodeWith(libheif, file, usefulPixels) };
	} catch (error) {
		const message = libheif.ranOutOfMemory
			? 'the photo needs too much memory'
			: error instanceof PictureError
				? error.message
				: 'the photo is broken';
		return { type: 'refused', message };
	}
}

parentPort?.once('message', async () => {
	const report = await decode();
	const transferred = report.type === 'decoded' ? [report.raster.data.buffer as ArrayBuffer] : [];
	parentPort?.postMessage(report, transferred);
});
