import type { Page } from '../../src/page/types.mts';
import type { Usage } from './usage.mts';

/** An engine that reads pictures, to be held against others. */
export interface Rival {
	name: string;
	read(picture: Buffer): Promise<Page>;
	/** What the last picture's stages took, in milliseconds, where the engine tells. */
	stages?(): ReadonlyMap<string, number>;
	/** What it has used so far, be it in this process or in others. */
	usage(): Usage;
	close(): Promise<void>;
}
