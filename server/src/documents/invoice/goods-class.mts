import { goodsClasses } from '../lexicon/goods-classes.mts';

/** What the recogniser makes of an asterisk. */
const asterisk = '["\'·•°^.*]';
/** A class between asterisks, one of which at least was read, with a speck before it. */
const marked = new RegExp(
	`^[^\\p{Script=Han}*]{0,2}(?:\\*(\\p{Script=Han}{2,15})${asterisk}|${asterisk}?(\\p{Script=Han}{2,15})\\*)(?=[^*])`,
	'u',
);
const leadingSign = new RegExp(`^${asterisk}`, 'u');
const longestClass = 15;

/** The longest known class that a text begins with. */
function knownClass(text: string): string | undefined {
	const [start = ''] = /^\p{Script=Han}+/u.exec(text) ?? [];
	for (let length = Math.min(longestClass, start.length); length > 1; length--) {
		if (goodsClasses.has(start.slice(0, length))) return start.slice(0, length);
	}
	return undefined;
}

/**
 * A name of goods on a VAT or digital invoice with the asterisks around its class put back where they were
 * lost or misread: by the one that was read, or by a class that is known and a trace of one.
 * @param isClassed whether the names of the invoice have classes
 */
export function withClassSigns(name: string, isClassed: boolean): string {
	const [whole = '', first, second] = marked.exec(name) ?? [];
	const found = first ?? second;
	if (found !== undefined) return `*${found}*${name.slice(whole.length)}`;
	if (!isClassed) return name;
	const bare = name.replace(leadingSign, '');
	const known = knownClass(bare);
	const behind = known ? bare.slice(known.length) : '';
	const rest = behind.replace(leadingSign, '');
	// Where neither sign left a trace, none was printed.
	const isTraced = bare !== name || rest !== behind;
	return known && rest && isTraced ? `*${known}*${rest}` : name;
}
