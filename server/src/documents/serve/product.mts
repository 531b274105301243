import { isWide } from '../text.mts';

/** An index before a name: `1.`, `01、`, `(3)`. */
const index = /^(?:[([]?\d{1,3}[)\].、:]|\d{1,3}[.、])\s*(?=\D|\d{4,14}\s?\/)/u;
/** A bar code or an article number before a name. */
const leadingCode = /^(?:[A-Z]?\d{5,14})\s*[-:.*]?\s*(?=[\p{L}(\[*])/u;
/** The same, parted from the name by a stroke: 30257/上海青. */
const strokedCode = /^\d{4,14}\s?\/\s?(?=\S*\p{L})/u;
const trailingCode = /(?<!\s)\s+\d{8,14}$/u;
/** Marks of registers for taxed, cheaper or weighed goods. */
const mark = /^[*+#@△▲★☆◆●○·,.、:;=~_>-]+\s*(?=[\p{L}\p{N}(\[])/u;

/** 土 before another character as it is misread: ±鸡蛋, 士鸡蛋. */
const misreadSoil = /±(?=\p{Script=Han})|(?<!\p{Script=Han})士(?=[鸡鸭鹅猪蜂豆])/gu;

/** The name of a product out of the pieces that stand on its rows. */
export function cleanName(parts: readonly string[]): string {
	let text = parts
		.filter((part) => part !== '')
		.join(' ')
		.trim();
	const codeless = text.replace(leadingCode, '').replace(trailingCode, '');
	if (/\p{L}/u.test(codeless)) text = codeless;
	text = text
		.replace(/^\*(?=[^*]+\*)/u, '\u0000')
		.replace(mark, '')
		.replace('\u0000', '*');
	const bare = text.replace(index, '').replace(leadingCode, '').replace(strokedCode, '');
	if (/\p{L}/u.test(bare)) text = bare;
	return sizes(joinBlanks(text.replace(misreadSoil, '土'))).replace(
		/(?<![\s:;,、.=_-])[\s:;,、.=_-]+$/u,
		'',
	);
}

/** `lkg` and `500m1` were `1kg` and `500ml`. */
function sizes(text: string): string {
	return text
		.replace(/(?<![A-Za-z])[lI|](?=\d*(?:\.\d+)?(?:kg|g|ml|L|斤|包|盒|瓶|袋)(?![A-Za-z]))/gu, '1')
		.replace(/(?<=\d)m[1I|](?![A-Za-z\d])/gu, 'ml');
}

/** Blanks stay between Latin words; beside a Chinese character they are the recogniser's. */
function joinBlanks(text: string): string {
	return text.replace(/(.)\s+(?=(.))/gu, (_gap, before: string, after: string) =>
		isWide(before) || isWide(after) ? before : `${before} `,
	);
}
