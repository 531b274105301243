import { OcrEngine } from '../../src/engine/engine.mts';
import { Stopwatch } from '../../src/engine/stopwatch.mts';
import type { Rival } from './rival.mts';
import { usageOf } from './usage.mts';

/**
 * The server's own engine; it says where its time goes.
 * @param models their folder; undefined for those that are shipped
 */
export async function createOwnEngine(models?: string): Promise<Rival> {
	const engine = await OcrEngine.create(models);
	const { name = '' } = engine.models.find(({ part }) => part === 'recognition') ?? {};
	let stages: Stopwatch['milliseconds'] = new Map();
	return {
		name: `juhe-ocr-server, ${name.replace(/_rec$/, '')}`,
		read: async (picture) => {
			const watch = new Stopwatch();
			const page = await engine.read(picture, undefined, watch);
			stages = watch.milliseconds;
			return page;
		},
		stages: () => stages,
		usage: () => usageOf('self'),
		close: async () => undefined,
	};
}
