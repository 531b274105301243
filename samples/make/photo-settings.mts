import type { PhotoOptions } from './document.mts';
import { randomFrom } from './random.mts';

/** Everything that decides how a photo looks; lengths are pixels of the photo. */
export interface PhotoSettings {
	seed: number;
	width: number;
	height: number;
	/** Where the paper's corners lie: top-left, top-right, bottom-right, bottom-left. */
	corners: Array<[number, number]>;
	/** How far the middle of the paper's height is pushed sideways. */
	bend: number;
	desk: 'wood' | 'stone' | 'cloth';
	deskColor: [number, number, number];
	/** Direction of the light in radians, and what is left of it at the far side. */
	lightAngle: number;
	lightFloor: number;
	/** Factors for red, green and blue. */
	tint: [number, number, number];
	shadowStrength: number;
	/** Where folds cross the paper, from 0 at its top edge to 1 at its bottom edge. */
	folds: number[];
	blur: number;
	/** Standard deviation of the sensor noise in grey levels. */
	noise: number;
	/** JPEG quality from 0 to 1. */
	quality: number;
}

const desks: Array<Pick<PhotoSettings, 'desk' | 'deskColor'>> = [
	{ desk: 'wood', deskColor: [134, 98, 66] },
	{ desk: 'stone', deskColor: [92, 94, 98] },
	{ desk: 'cloth', deskColor: [62, 78, 96] },
	{ desk: 'wood', deskColor: [186, 154, 116] },
	{ desk: 'stone', deskColor: [168, 164, 156] },
];

/** Chooses, from the seed alone, how a document of the given size is photographed. */
export function photoSettings(
	seed: number,
	width: number,
	height: number,
	options: PhotoOptions,
): PhotoSettings {
	const random = randomFrom(seed);
	const between = (low: number, high: number) => low + (high - low) * random();
	const tilt = ((options.tilt ?? between(-6, 6)) * Math.PI) / 180;
	const squeeze = () => between(-0.022, 0.022);
	const turned = [
		[-1, -1],
		[1, -1],
		[1, 1],
		[-1, 1],
	].map(([sideX, sideY]) => {
		const x = (sideX / 2) * width + squeeze() * width;
		const y = (sideY / 2) * height + squeeze() * height;
		return [x * Math.cos(tilt) - y * Math.sin(tilt), x * Math.sin(tilt) + y * Math.cos(tilt)];
	});
	const xs = turned.map(([x]) => x);
	const ys = turned.map(([, y]) => y);
	const margin = Math.min(width, height) * between(0.04, 0.09);
	const left = Math.min(...xs) - margin;
	const top = Math.min(...ys) - margin;
	const frameWidth = Math.max(...xs) + margin - left;
	const frameHeight = Math.max(...ys) + margin - top;
	const scale = Math.min(1, (options.longestSide ?? 1600) / Math.max(frameWidth, frameHeight));
	const warmth = between(-0.05, 0.06);
	return {
		seed,
		width: Math.round(frameWidth * scale),
		height: Math.round(frameHeight * scale),
		corners: turned.map(([x, y]) => [(x - left) * scale, (y - top) * scale]),
		bend: between(-0.006, 0.006) * width * scale,
		...desks[Math.floor(between(0, desks.length))],
		...(options.desk ? { desk: options.desk } : {}),
		...(options.deskColor ? { deskColor: options.deskColor } : {}),
		lightAngle: between(0, 2 * Math.PI),
		lightFloor: between(0.58, 0.78),
		tint: [1 + warmth, 1, 1 - warmth],
		shadowStrength: between(0.12, 0.32),
		folds: [between(0.25, 0.45), between(0.55, 0.8)].slice(0, Math.floor(between(0, 3))),
		blur: between(0.5, 0.95),
		noise: between(3, 6),
		quality: between(0.6, 0.75),
	};
}
