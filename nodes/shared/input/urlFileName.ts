/** Characters of a name: more than the longest that file systems allow in one byte each. */
const MAX_LENGTH = 120;

/** `%E5%B0%8F` as text; what is no UTF-8 stays as it is written. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Cuts a long name in its middle, so that its extension stays. */
function bounded(name: string): string {
	if (name.length <= MAX_LENGTH) return name;
	const end = name.slice(-20);
	return `${name.slice(0, MAX_LENGTH - end.length - 1)}…${end}`;
}

/**
 * The name of the file that a web address points to: the last part of its path. Nothing of the query, the fragment,
 * the path's parameters or a login is in it, for these can be keys.
 *
 * @returns null where the address names no file
 */
export function fileNameOf(address: string): string | null {
	const [, path] = /^https?:\/\/[^/?#]*\/([^?#;]*)/i.exec(address) ?? [];
	// What was encoded in the path can hold a whole address with its query.
	const [name] = decoded((path ?? '').replace(/^.*\//s, '')).split(/[?#;]/, 1);
	const last = name
		.replace(/^.*[/\\]/s, '')
		.replace(/[\p{Cc}\p{Cf}]/gu, '')
		.trim();
	return last === '' ? null : bounded(last);
}
