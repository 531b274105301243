import type { Page, TextBox } from '../../page/types.mts';
import { words } from '../lexicon/labels.mts';

/** A box as the line through its middle, in pixels. */
export interface Baseline {
	box: TextBox;
	left: number;
	leftY: number;
	right: number;
	rightY: number;
	/** Across the line. */
	height: number;
	/** Along the line. */
	length: number;
}

/** The middle line of a box. */
export function baselineOf(box: TextBox): Baseline {
	const [topLeft, topRight, bottomRight, bottomLeft] = box.quad;
	const left = (topLeft.x + bottomLeft.x) / 2;
	const leftY = (topLeft.y + bottomLeft.y) / 2;
	const right = (topRight.x + bottomRight.x) / 2;
	const rightY = (topRight.y + bottomRight.y) / 2;
	const height =
		(Math.hypot(topLeft.x - bottomLeft.x, topLeft.y - bottomLeft.y) +
			Math.hypot(topRight.x - bottomRight.x, topRight.y - bottomRight.y)) /
		2;
	const length = Math.hypot(right - left, rightY - leftY);
	return { box, left, leftY, right, rightY, height, length };
}

/** Turns a line about the origin. */
function turned(line: Baseline, angle: number): Baseline {
	const cos = Math.cos(angle);
	const sin = Math.sin(angle);
	return {
		...line,
		left: line.left * cos + line.leftY * sin,
		leftY: line.leftY * cos - line.left * sin,
		right: line.right * cos + line.rightY * sin,
		rightY: line.rightY * cos - line.right * sin,
	};
}

/** The median of values with weights. */
function weightedMedian(values: ReadonlyArray<readonly [value: number, weight: number]>): number {
	const sorted = [...values].sort((a, b) => a[0] - b[0]);
	const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
	let passed = 0;
	for (const [value, weight] of sorted) {
		passed += weight;
		if (passed >= half) return value;
	}
	return 0;
}

/** A figure that is narrower than it is high, as `-5` in a narrow type; no figures are written downwards. */
const shortFigure = /^[-+]?\d{1,2}$/u;

/** What forms print and no stamp says: on one that is printed in a stamp's colour it passes for the stamp's own. */
const formWords = new Set(
	words(`
		数量 单价 金额 税额 税率 单位 规格型号 品名 项目 名称 地址 电话 地址、电话 开户行及账号 合计 小写
		大写 备注
	`),
);
const isPrint = ({ stamp, text }: TextBox): boolean =>
	text.trim() !== '' && (!stamp || formWords.has(text.replace(/[、:：\s]+$/u, '')));

/**
 * The middle lines of a page's boxes, turned so that the text runs level on average. Boxes without
 * text and those of stamps are left out, and so are those standing on end (text that runs downwards).
 */
export function levelLines(page: Page): Baseline[] {
	const lines = page.boxes
		.filter(isPrint)
		.map(baselineOf)
		.filter(
			({ box, length, height }) =>
				length > height * 0.6 || box.text.length === 1 || shortFigure.test(box.text),
		);
	const slopes = lines
		.filter(({ length, height }) => length > height * 2)
		.map((line) => {
			const angle = Math.atan2(line.rightY - line.leftY, line.right - line.left);
			return [angle, line.length] as const;
		});
	const angle = weightedMedian(slopes);
	return lines.map((line) => turned(line, angle));
}
