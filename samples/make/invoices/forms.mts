// Of the upper arc, in units of the stamp's view box.
const arcLength = 310;
let pathCount = 0;

interface Seal {
	top: string;
	middle: string;
	bottom?: string;
	/** Position and size on the paper in pixels. */
	left: number;
	upper: number;
	width: number;
	tilt?: number;
}

/** An oval stamp with text along its upper arc, as bureaus and companies press on invoices. */
export function seal({ top, middle, bottom = '', left, upper, width, tilt = 0 }: Seal): string {
	const path = `arc${pathCount++}`;
	const topSize = Math.min(27, Math.floor(arcLength / top.length));
	// Only digits and letters run longer than eight characters, at half a character's width.
	const middleSize = middle.length > 8 ? 20 : 25;
	return `
		<svg class="seal" viewBox="0 0 300 200" style="left:${left}px;top:${upper}px;width:${width}px;transform:rotate(${tilt}deg)">
			<ellipse cx="150" cy="100" rx="144" ry="94" fill="none" stroke="currentColor" stroke-width="6"/>
			<path id="${path}" d="M 34 118 A 117 72 0 0 1 266 118" fill="none"/>
			<text font-size="${topSize}" text-anchor="middle"><textPath href="#${path}" startOffset="50%">${top}</textPath></text>
			<text x="150" y="118" font-size="${middleSize}" text-anchor="middle">${middle}</text>
			<text x="150" y="158" font-size="20" text-anchor="middle">${bottom}</text>
		</svg>`;
}

/** A bordered table; each row is a list of cells. */
export function grid(head: string[], rows: string[][], name = 'grid'): string {
	const cellsOf = (tag: string, texts: string[]) =>
		`<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
	const body = rows.map((texts) => cellsOf('td', texts)).join('');
	return `<table class="${name}">${cellsOf('th', head)}${body}</table>`;
}

/** A label of the pre-printed form followed by what the printer put behind it. */
export const entry = (label: string, value = ''): string =>
	`<span class="label">${label}</span><span class="typed">${value}</span>`;

/** Style shared by the forms: `ink` is the colour of the pre-printed parts. */
export const formStyle = (ink: string): string => `
	.seal { position: absolute; color: #d43a34; fill: #d43a34; opacity: 0.72; font-family: 'AR PL UMing CN', serif; mix-blend-mode: multiply; }
	.title, .copy, .label, th { color: ${ink}; font-weight: normal; }
	.title { text-align: center; }
	.copy { text-align: center; letter-spacing: 0.8em; text-indent: 0.8em; }
	table { border-collapse: collapse; width: 100%; }
	th, td { text-align: left; vertical-align: top; }
	.typed { white-space: pre; }
`;
