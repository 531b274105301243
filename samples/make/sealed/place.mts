import type { Page } from 'playwright-core';

/** A rectangle on the paper, in pixels. */
export interface Place {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Runs in a browser page: where the paper shows a text, blanks aside, for the last time. */
function lastPlaceOf(text: string): Place | undefined {
	const paper = document.querySelector('.paper');
	if (!paper) return undefined;
	const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
	const chars: Array<[node: Node, at: number]> = [];
	let all = '';
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (node.parentElement?.closest('svg')) continue;
		[...(node.nodeValue ?? '')].forEach((char, at) => {
			if (/\s/u.test(char)) return;
			all += char;
			chars.push([node, at]);
		});
	}
	const from = all.lastIndexOf(text.replace(/\s/gu, ''));
	if (from < 0) return undefined;
	const range = document.createRange();
	range.setStart(...chars[from]);
	const [lastNode, lastAt] = chars[from + text.replace(/\s/gu, '').length - 1];
	range.setEnd(lastNode, lastAt + 1);
	const box = range.getBoundingClientRect();
	const { left, top } = paper.getBoundingClientRect();
	return { left: box.left - left, top: box.top - top, width: box.width, height: box.height };
}

/** Where the paper of a browser page shows a text for the last time. Throws where it does not. */
export async function placeOf(page: Page, text: string): Promise<Place> {
	const place = await page.evaluate(lastPlaceOf, text);
	if (!place) throw new Error(`the paper does not show ${text}`);
	return place;
}
