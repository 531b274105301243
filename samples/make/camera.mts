import type { PhotoSettings } from './photo-settings.mts';
import { randomFrom } from './random.mts';
import { warp } from './warp.mts';

/**
 * Photographs a picture: desk, cast shadow, the paper in perspective, uneven light, a soft shadow
 * over a corner, defocus, sensor noise, JPEG. Runs in a browser page, where `randomFrom` and `warp`
 * are present as globals; takes and returns data URLs.
 */
export async function takePhoto(picture: string, settings: PhotoSettings): Promise<string> {
	const { width, height, corners } = settings;
	const random = randomFrom(settings.seed * 7919);

	const sheet = (sheetWidth: number, sheetHeight: number) => {
		const canvas = document.createElement('canvas');
		canvas.width = sheetWidth;
		canvas.height = sheetHeight;
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context) throw new Error('this browser has no canvas');
		return { canvas, context };
	};

	const paperPixels = async () => {
		const image = new Image();
		image.src = picture;
		await image.decode();
		const shown = Math.hypot(corners[1][0] - corners[0][0], corners[1][1] - corners[0][1]);
		// Shrinking here, with the browser's good filter, keeps the warp free of aliasing.
		const scale = Math.min(1, (shown * 1.3) / image.width);
		const { context } = sheet(Math.round(image.width * scale), Math.round(image.height * scale));
		context.imageSmoothingQuality = 'high';
		context.drawImage(image, 0, 0, context.canvas.width, context.canvas.height);
		return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
	};

	const { canvas, context } = sheet(width, height);

	const strokes = (count: number, style: () => string, path: () => number[]) => {
		for (let stroke = 0; stroke < count; stroke++) {
			const [x1, y1, x2, y2] = path();
			context.strokeStyle = style();
			context.lineWidth = 1 + random() * 4;
			context.beginPath();
			context.moveTo(x1, y1);
			context.lineTo(x2, y2);
			context.stroke();
		}
	};
	const faint = () => `rgba(${random() < 0.5 ? '0,0,0' : '255,255,255'},${random() * 0.07})`;
	const desks = {
		wood: () =>
			strokes(260, faint, () => {
				const y = random() * height;
				return [-5, y, width + 5, y + (random() - 0.5) * 60];
			}),
		stone: () =>
			strokes(2600, faint, () => {
				const [x, y] = [random() * width, random() * height];
				return [x, y, x + random() * 9, y + random() * 9];
			}),
		cloth: () =>
			strokes(700, faint, () => {
				const at = random() * Math.max(width, height);
				return random() < 0.5 ? [at, 0, at, height] : [0, at, width, at];
			}),
	};

	const outline = () => {
		context.beginPath();
		corners.forEach(([x, y]) => context.lineTo(x, y));
		context.closePath();
	};

	const layDesk = () => {
		context.fillStyle = `rgb(${settings.deskColor.join()})`;
		context.fillRect(0, 0, width, height);
		desks[settings.desk]();
	};

	const castShadow = () => {
		context.save();
		context.shadowColor = 'rgba(0,0,0,0.6)';
		context.shadowBlur = 22;
		context.shadowOffsetX = -9 * Math.cos(settings.lightAngle);
		context.shadowOffsetY = -9 * Math.sin(settings.lightAngle);
		context.fillStyle = '#555';
		outline();
		context.fill();
		context.restore();
	};

	const layPaper = (pixels: ImageData) => {
		const layer = sheet(width, height);
		layer.context.putImageData(warp(pixels, settings), 0, 0);
		context.drawImage(layer.canvas, 0, 0);
	};

	const light = () => {
		const [x, y] = [Math.cos(settings.lightAngle), Math.sin(settings.lightAngle)];
		const reach = (Math.abs(x) * width + Math.abs(y) * height) / 2;
		const [middleX, middleY] = [width / 2, height / 2];
		const gradient = context.createLinearGradient(
			middleX + x * reach,
			middleY + y * reach,
			middleX - x * reach,
			middleY - y * reach,
		);
		const level = (factor: number) =>
			`rgb(${settings.tint.map((tint) => Math.min(255, 250 * factor * tint)).join()})`;
		gradient.addColorStop(0, level(1));
		gradient.addColorStop(0.45, level(0.55 + 0.45 * settings.lightFloor));
		gradient.addColorStop(1, level(settings.lightFloor));
		context.globalCompositeOperation = 'multiply';
		context.fillStyle = gradient;
		context.fillRect(0, 0, width, height);
	};

	// What the hand or the telephone itself throws over one corner of the paper.
	const cornerShadow = () => {
		const [x, y] = corners[Math.floor(random() * 4)];
		const radius = Math.max(width, height) * (0.35 + random() * 0.2);
		const gradient = context.createRadialGradient(x, y, radius * 0.45, x, y, radius);
		gradient.addColorStop(0, `rgba(40,40,50,${settings.shadowStrength})`);
		gradient.addColorStop(1, 'rgba(40,40,50,0)');
		context.fillStyle = gradient;
		context.fillRect(0, 0, width, height);
		context.globalCompositeOperation = 'source-over';
	};

	const fold = (at: number) => {
		const [topLeft, , , bottomLeft] = corners;
		const along = (part: number) => [
			topLeft[0] + part * (bottomLeft[0] - topLeft[0]),
			topLeft[1] + part * (bottomLeft[1] - topLeft[1]),
		];
		const [fromX, fromY] = along(at - 0.035);
		const [toX, toY] = along(at + 0.035);
		const gradient = context.createLinearGradient(fromX, fromY, toX, toY);
		gradient.addColorStop(0, 'rgba(0,0,0,0)');
		gradient.addColorStop(0.48, 'rgba(0,0,0,0.11)');
		gradient.addColorStop(0.5, 'rgba(255,255,255,0.14)');
		gradient.addColorStop(1, 'rgba(255,255,255,0)');
		context.save();
		outline();
		context.clip();
		context.fillStyle = gradient;
		context.fillRect(0, 0, width, height);
		context.restore();
	};

	const defocus = () => {
		const copy = sheet(width, height);
		copy.context.filter = `blur(${settings.blur}px)`;
		copy.context.drawImage(canvas, 0, 0);
		context.drawImage(copy.canvas, 0, 0);
	};

	const addNoise = () => {
		const pixels = context.getImageData(0, 0, width, height);
		// Three uniform numbers add up to nearly a Gaussian of standard deviation 0.5.
		const gaussian = () => (random() + random() + random() - 1.5) * 2 * settings.noise;
		for (let at = 0; at < pixels.data.length; at += 4) {
			const grey = gaussian();
			for (let channel = 0; channel < 3; channel++) {
				pixels.data[at + channel] += grey + gaussian() * 0.35;
			}
		}
		context.putImageData(pixels, 0, 0);
	};

	const pixels = await paperPixels();
	layDesk();
	castShadow();
	layPaper(pixels);
	settings.folds.forEach(fold);
	light();
	cornerShadow();
	defocus();
	addNoise();
	return canvas.toDataURL('image/jpeg', settings.quality);
}
