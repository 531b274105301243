import { OcrEngine } from '../../src/engine/engine.mts';
import type { Rival } from './rival.mts';

/** The server's own engine. */
export async function createOwnEngine(): Promise<Rival> {
	const engine = await OcrEngine.create();
	return {
		name: 'juhe-ocr-server',
		read: async (picture) => await engine.read(picture),
		close: async () => undefined,
	};
}
