import { Converter } from 'opencc-js/t2cn';
import type { Mark } from '../page/types.mts';

/** The simplified form of traditional characters, by OpenCC. */
export type SimplifiedForms = ReadonlyMap<string, string>;

/** The simplified forms of the characters that a model knows. */
export function simplifiedForms(characters: readonly string[]): SimplifiedForms {
	const simplified = Converter({ from: 't', to: 'cn' })(characters.join('\n')).split('\n');
	return new Map(
		characters.flatMap((char, i) => (simplified[i] === char ? [] : [[char, simplified[i]]])),
	);
}

/** For classes of a recognition model those that are the same character in another form. */
export type OtherForms = ReadonlyMap<number, readonly number[]>;

/** The forms among the classes of a model. */
export function otherForms(classes: readonly string[], simplified: SimplifiedForms): OtherForms {
	const classOf = new Map(classes.map((char, i) => [char, i]));
	const forms = new Map<number, number[]>();
	for (const [char, i] of classOf) {
		const other = classOf.get(simplified.get(char) ?? '');
		if (!other) continue;
		forms.set(i, [other]);
		forms.set(other, [...(forms.get(other) ?? []), i]);
	}
	return forms;
}

/** So many times as many characters of one form stand on a page that is printed in it. */
const clearly = 4;

/**
 * Takes the form in which the page is printed for the characters of which a model could not tell the form; on a page
 * with both forms they stay as they were read.
 * @param lines the characters of a page
 */
export function settleForms(
	lines: ReadonlyArray<readonly Mark[]>,
	simplified: SimplifiedForms,
): Mark[][] {
	const simple = new Set(simplified.values());
	const isTraditional = (char: string) => simplified.has(char);
	const isSimplified = (char: string) => simple.has(char) && !simplified.has(char);
	const sure = lines.flat().filter(({ otherForm }) => otherForm === undefined);
	const count = (isOfForm: (char: string) => boolean) =>
		sure.filter(({ char }) => isOfForm(char)).length;
	const [traditionalOnes, simplifiedOnes] = [count(isTraditional), count(isSimplified)];
	const isMeant =
		simplifiedOnes > clearly * traditionalOnes
			? isSimplified
			: traditionalOnes > clearly * simplifiedOnes
				? isTraditional
				: () => false;
	return lines.map((marks) =>
		marks.map((mark) => {
			const { otherForm = '', char } = mark;
			return isMeant(otherForm) && !isMeant(char) ? { ...mark, char: otherForm } : mark;
		}),
	);
}
