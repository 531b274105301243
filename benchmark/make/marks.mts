import { randomFrom, seedOf } from '../../samples/make/random.mts';

const modules = 29;
const finders = [
	[0, 0],
	[modules - 7, 0],
	[0, modules - 7],
];

function finderAt(x: number, y: number): boolean | undefined {
	for (const [left, top] of finders) {
		const ring = Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3));
		if (ring <= 4) return ring !== 2 && ring !== 4;
	}
	return undefined;
}

/** Something that looks like a QR code, `size` pixels wide; it says nothing. */
export function qrLookalike(name: string, size: number): string {
	const random = randomFrom(seedOf(name));
	let path = '';
	for (let y = 0; y < modules; y++) {
		for (let x = 0; x < modules; x++) {
			const noisy = random() < 0.48;
			if (finderAt(x, y) ?? noisy) path += `M${x} ${y}h1v1h-1z`;
		}
	}
	return `<svg class="qr" width="${size}" height="${size}" viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges"><path d="${path}" fill="currentColor"/></svg>`;
}

/** Something that looks like a barcode; it says nothing. */
export function barcodeLookalike(name: string, width: number, height: number): string {
	const random = randomFrom(seedOf(name));
	const bars: string[] = [];
	for (let x = 0; x < width - 8; ) {
		const bar = 2 + Math.floor(random() * 3) * 2;
		bars.push(`M${x} 0h${bar}v${height}h-${bar}z`);
		x += bar + 2 + Math.floor(random() * 3) * 2;
	}
	return `<svg class="bars" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges"><path d="${bars.join('')}" fill="currentColor"/></svg>`;
}
