import { OcrEngine } from '../../src/engine/engine.mts';
import { Stopwatch } from '../../src/engine/stopwatch.mts';
import type { Rival } from './rival.mts';

/** The server's own engine; it says where its time goes. */
export async function createOwnEngine(): Promise<Rival> {
	const engine = await OcrEngine.create();
	let stages: Stopwatch['milliseconds'] = new Map();
	return {
		name: 'juhe-ocr-server',
		read: async (picture) => {
			const watch = new Stopwatch();
			const page = await engine.read(picture, undefined, watch);
			stages = watch.milliseconds;
			return page;
		},
		stages: () => stages,
		close: async () => undefined,
	};
}
