import { seedOf, randomFrom } from '../random.mts';
import type { Stamp } from './stamps.mts';

/** What the stamps of a set look like. */
export interface StampKind {
	name: string;
	/** By what is called red and blue here: the inks themselves. */
	inks: Record<'red' | 'blue', string[]>;
	fonts: string[];
	looks: Array<Pick<Stamp, 'shape' | 'texts'>>;
	opacity: [from: number, to: number];
	/** Most degrees of tilt to either side. */
	tilt: number;
	/** How far the middle of a stamp lies from that of the value, at most, in halves of the stamp's size. */
	off: number;
}

/** The stamps that the engine was made with. */
export const sampleKind: StampKind = {
	name: 'sample',
	inks: { red: ['#d43a34', '#e0202a', '#c8102e'], blue: ['#2f4fb0', '#3a5bd0', '#2446a8'] },
	fonts: ["'AR PL UMing CN', serif", "'Noto Serif CJK SC', serif"],
	looks: [
		{ shape: 'round', texts: ['江城双桥贸易有限责任公司', '发票专用章'] },
		{ shape: 'oval', texts: ['江城双桥贸易有限责任公司', '91420106MA4K2XQ31F', '发票专用章'] },
		{ shape: 'square', texts: ['财务', '印章'] },
	],
	opacity: [0.6, 0.85],
	tilt: 12,
	off: 0.6,
};

/** Other stamps, for measuring alone. */
export const heldOutKind: StampKind = {
	name: 'heldout',
	inks: { red: ['#e2453a', '#d6256b', '#b9231f'], blue: ['#4a3fb5', '#3d78c9', '#23379b'] },
	fonts: [
		"'AR PL UKai CN', serif",
		"'Noto Sans CJK SC', sans-serif",
		"'WenQuanYi Zen Hei', sans-serif",
	],
	looks: [
		{ shape: 'dater', texts: ['浦西康年商业管理集团', '2021.08.19', '业务专用章'] },
		{ shape: 'signet', texts: ['浦西康年商业管理集团股份', '3101150087261', '财务结算专用章'] },
		{ shape: 'frame', texts: ['现金收讫', '第三营业部'] },
		{ shape: 'round', texts: ['北滨区远帆餐饮服务部', '收款专用章'] },
	],
	opacity: [0.5, 0.9],
	tilt: 25,
	off: 0.8,
};

/** A stamp of a kind, and where its middle lies from that of the value, in halves of its size. */
export function stampOf(kind: StampKind, ink: 'red' | 'blue', name: string) {
	const random = randomFrom(seedOf(`${kind.name} ${ink} ${name}`));
	const between = (from: number, to: number) => from + (to - from) * random();
	const oneOf = <Value,>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
	const stamp: Stamp = {
		...oneOf(kind.looks),
		color: oneOf(kind.inks[ink]),
		font: oneOf(kind.fonts),
		opacity: between(...kind.opacity),
		tilt: between(-kind.tilt, kind.tilt),
	};
	return { stamp, offX: between(-kind.off, kind.off), offY: between(-kind.off, kind.off) };
}
