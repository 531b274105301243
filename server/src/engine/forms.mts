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

/**
 * Simplified characters that are several ones in traditional print, or themselves: 后 is a queen and what comes after.
 * Those to which OpenCC's STPhrases gives another form in some word than its STCharacters.
 */
const ambiguous = new Set(
	[
		'里干发钟面制斗系复松于游布冲周岩卷梁回签采才台历谷表只杆舍范烟后须蒙扎志并荡欲占征托赞准吊',
		'克胡辟注凶脏咸云借余升姜娘折郁杯当朴划汇奸核出几哄熏御念扣弦喂彩岳丑栗幸坛杰巨仑卤卜咽挨尝',
		'尸伙致夸吁曲尽涂炼溪筑背丰戚饥了暗沈个涌参叹皂仆挽苏昆针雕胄毁别迹凌家获刮向沾朱链夫宁径冬',
		'困酸鉴板修席杠合价庵搜愈佣铲拐团荫袅确党弥愿恶凄叶哗苔恤纤跖摆僵术坐泛枪同漓膻闲蜡厘扇局秋',
		'千蔑淀苹穗荐万棱玩札糊胜噪恒症种药腌芸帘腊仇狸浚适具象广录虫抵拿焰么仿佛霉豆厂吃呆檗私冢据',
		'捆俊柜咨澄斤藤琅筱锄吣耇堤虱斫镰矩果',
	].join(''),
);

/** The only traditional form of simplified characters. */
export type TraditionalForms = ReadonlyMap<string, string>;

/** The traditional forms of simplified characters, but for those that have several, or are traditional ones as well. */
export function traditionalForms(simplified: SimplifiedForms): TraditionalForms {
	const of = new Map<string, string[]>();
	for (const [traditional, char] of simplified) {
		of.set(char, [...(of.get(char) ?? []), traditional]);
	}
	return new Map(
		[...of]
			.filter(([char, { length }]) => length === 1 && !ambiguous.has(char))
			.map(([char, [form]]) => [char, form]),
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

/** So many times as many simplified characters as traditional ones stand on a page that is printed in them. */
const clearly = 4;
/** A page in traditional print has so many of its characters, and so many for each simplified one: others have a name. */
const leastTraditional = 4;
const leastShare = 0.5;

/**
 * Takes the form in which the page is printed for the characters of which a model could not tell the form; on a page
 * with both forms they stay as they were read. Models have learned from simplified print and see it in traditional one:
 * on a page of that, characters of which it has one form alone take it.
 * @param lines the characters of a page
 */
export function settleForms(
	lines: ReadonlyArray<readonly Mark[]>,
	simplified: SimplifiedForms,
	traditional: TraditionalForms,
): Mark[][] {
	const simple = new Set(simplified.values());
	const isTraditional = (char: string) => simplified.has(char);
	const isSimplified = (char: string) => simple.has(char) && !simplified.has(char);
	const sure = lines.flat().filter(({ otherForm }) => otherForm === undefined);
	const count = (isOfForm: (char: string) => boolean) =>
		sure.filter(({ char }) => isOfForm(char)).length;
	const [traditionalOnes, simplifiedOnes] = [count(isTraditional), count(isSimplified)];
	const formOf = ({ char, otherForm = '' }: Mark): string => {
		if (traditionalOnes >= Math.max(leastTraditional, leastShare * simplifiedOnes)) {
			if (isTraditional(char)) return char;
			return isTraditional(otherForm) ? otherForm : (traditional.get(char) ?? char);
		}
		const isSimple = simplifiedOnes > clearly * traditionalOnes;
		return isSimple && isSimplified(otherForm) && !isSimplified(char) ? otherForm : char;
	};
	return lines.map((marks) =>
		marks.map((mark) => {
			const char = formOf(mark);
			return char === mark.char ? mark : { ...mark, char };
		}),
	);
}
