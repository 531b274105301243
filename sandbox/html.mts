import type { Mark } from './marks.mts';
import type { Row } from './table.mts';

/** A picture and what was read of it. */
export interface Reported {
	file: string;
	/** What is printed once, by column. */
	values: Row;
	/** Its line items; none where the document is one row. */
	rows: Row[];
	/** Why a person should look; none where all is in order. */
	reasons: string[];
	marks: Mark[];
	/** The picture as a data URI; missing where it cannot be shown. */
	picture?: string;
}

const styles = `
:root { color-scheme: light; font: 15px/1.45 system-ui, "Noto Sans CJK SC", sans-serif; color: #20242c; background: #f3f4f6; }
body { max-width: 1200px; margin: 0 auto; padding: 16px; }
h1 { font-size: 24px; margin: 8px 0; } h2 { font-size: 17px; margin: 28px 0 8px; }
details { background: #fff; border: 1px solid #d9dce2; border-radius: 8px; margin: 8px 0; }
summary { padding: 10px 14px; cursor: pointer; overflow-wrap: anywhere; }
.review > summary { border-left: 5px solid #e8590c; border-radius: 8px; font-weight: 600; }
.both { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; padding: 0 14px 14px; align-items: start; }
.picture { position: relative; } .picture img { display: block; width: 100%; border: 1px solid #d9dce2; }
.picture i { position: absolute; box-sizing: content-box; margin: -3px; padding: 1px; border: 2px solid #e8590c; border-radius: 3px; background: #ff922b33; }
ul { margin: 0 0 10px; padding-left: 20px; color: #b34700; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; } td, th { text-align: left; padding: 3px 8px 3px 0; border-bottom: 1px solid #eceef1; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 500; color: #666d7a; overflow-wrap: break-word; } .rows { overflow-x: auto; margin-top: 10px; } .rows th, .rows td { overflow-wrap: normal; } .rows td { min-width: 2.2em; } .doubted td { background: #fff1e6; }
@media (max-width: 760px) { body { padding: 10px; } .both { grid-template-columns: minmax(0, 1fr); } }
`;

const escape = (value: unknown): string =>
	String(value ?? '').replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);

const percent = (thousandths: number): string => `${thousandths / 10}%`;

const mark = ({ label, box: [left, top, right, bottom] }: Mark): string =>
	`<i title="${escape(label)}" style="left:${percent(left)};top:${percent(top)};width:${percent(right - left)};height:${percent(bottom - top)}"></i>`;

const pictureOf = ({ picture, marks, file }: Reported): string =>
	picture
		? `<div class="picture"><img src="${picture}" alt="${escape(file)}" loading="lazy">${marks.map(mark).join('')}</div>`
		: '<p>The picture cannot be shown here.</p>';

/** The values of a document, those that its reasons name in another colour. */
function valuesOf({ values, reasons }: Reported): string {
	const named = new Set(reasons.flatMap((reason) => reason.split(/\W+/u)));
	const lines = Object.entries(values).map(
		([key, value]) =>
			`<tr${named.has(key) ? ' class="doubted"' : ''}><th>${escape(key)}</th><td>${escape(value)}</td></tr>`,
	);
	return `<table>${lines.join('')}</table>`;
}

function rowsOf(rows: Row[]): string {
	if (rows.length === 0) return '';
	const columns = Object.keys(rows[0]).filter((key) => key !== 'needsReview');
	const cells = (row: Row) => columns.map((key) => `<td>${escape(row[key])}</td>`).join('');
	const lines = rows.map(
		(row) => `<tr${row.needsReview === true ? ' class="doubted"' : ''}>${cells(row)}</tr>`,
	);
	const heads = columns.map((key) => `<th>${escape(key)}</th>`).join('');
	return `<div class="rows"><table><tr>${heads}</tr>${lines.join('')}</table></div>`;
}

function card(document: Reported): string {
	const { file, reasons, rows } = document;
	const isDoubted = reasons.length > 0;
	const list = isDoubted
		? `<ul>${reasons.map((reason) => `<li>${escape(reason)}</li>`).join('')}</ul>`
		: '';
	return `<details${isDoubted ? ' class="review" open' : ''}><summary>${escape(file)}</summary>
<div class="both">${pictureOf(document)}<div>${list}${valuesOf(document)}${rowsOf(rows)}</div></div></details>`;
}

const section = (title: string, documents: readonly Reported[]): string =>
	documents.length === 0
		? ''
		: `<h2>${title}: ${documents.length}</h2>\n${documents.map(card).join('\n')}`;

/**
 * One page with all that was read: first what a person should look at, with its doubtful places marked.
 * It loads nothing and runs nothing.
 */
export function reportPage(documents: readonly Reported[]): string {
	const toReview = documents.filter(({ reasons }) => reasons.length > 0);
	const inOrder = documents.filter(({ reasons }) => reasons.length === 0);
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>What was read</title><style>${styles}</style></head>
<body><h1>What was read</h1><p>${documents.length} documents, ${toReview.length} of them to review. What is doubted is marked on the picture.</p>
${section('To review', toReview)}
${section('In order', inOrder)}
</body></html>
`;
}
