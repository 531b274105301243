/** Runs of this many characters of a stamp, in a value that does not print them, come from the stamp. */
const leastRun = 3;

const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '');

function runsOf(text: string): string[] {
	const chars = Array.from(plain(text));
	return chars.flatMap((_, i) =>
		i + leastRun <= chars.length ? [chars.slice(i, i + leastRun).join('')] : [],
	);
}

/**
 * Values with text of stamps in them that is printed nowhere on the document.
 * @param stamps what the stamps say
 * @param printed what the document says, all of it
 * @param values served, by name
 */
export function withStampText(
	stamps: readonly string[],
	printed: string,
	values: ReadonlyArray<{ name: string; value: string }>,
): Array<{ name: string; value: string }> {
	const page = plain(printed);
	const runs = stamps.flatMap(runsOf).filter((run) => !page.includes(run));
	return values.filter(({ value }) => runs.some((run) => plain(value).includes(run)));
}
