/** Where n8n 2.x puts files in its combined binary mode. */
export const COMBINED_FILES = '_files';

/** How a file of the combined mode is addressed: `_files.photo`, `_files["my photo"]`. */
const COMBINED_PATH = new RegExp(`^${COMBINED_FILES}(?:\\.|\\[["']?)(.+?)(?:["']?\\])?$`);

/** Commas and one in a name that stands in a list; a name alone may have any number. */
const MOST_PARTS = 10;

/**
 * True where a pattern such as `attachment_*` or `*` stands for a name; a name without a star stands for itself.
 * One pass through the name for each part, however many stars there are.
 */
export function fits(pattern: string, name: string): boolean {
	const [first, ...rest] = pattern.split('*');
	const last = rest.pop();
	if (last === undefined) return first === name;
	const end = name.length - last.length;
	if (!name.startsWith(first) || !name.endsWith(last)) return false;
	let at = first.length;
	for (const part of rest) {
		const found = name.indexOf(part, at);
		if (found === -1) return false;
		at = found + part.length;
	}
	return at <= end;
}

/** A part of the parameter, and the fields it stands for. */
export interface NamedFields {
	name: string;
	/** Empty where the item has none of that name. */
	fields: string[];
}

/**
 * Takes a list of field names and patterns apart at its commas. A comma that belongs to the name of a field that
 * exists separates nothing.
 *
 * @param available the names there are
 */
export function namedFields(list: string, available: readonly string[]): NamedFields[] {
	const known = new Set(available);
	if (known.has(list)) return [{ name: list, fields: [list] }];
	const fieldsOf = (name: string): string[] => {
		const inCombined = COMBINED_PATH.exec(name)?.[1] ?? name;
		if (!name.includes('*')) return [name, inCombined].filter((one) => known.has(one)).slice(0, 1);
		return available.filter((field) => fits(name, field) || fits(inCombined, field));
	};
	const parts = list.split(',');
	const named: NamedFields[] = [];
	for (let at = 0; at < parts.length; ) {
		let count = Math.min(MOST_PARTS, parts.length - at);
		const nameOf = () =>
			parts
				.slice(at, at + count)
				.join(',')
				.trim();
		while (count > 1 && fieldsOf(nameOf()).length === 0) count--;
		const name = nameOf();
		if (name !== '') named.push({ name, fields: fieldsOf(name) });
		at += count;
	}
	return named;
}
