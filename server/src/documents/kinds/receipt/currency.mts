import { simplify } from '../../spelling.mts';

/** Signs and words of a currency on a slip, and how the API names it. The first that stands counts. */
const currencies: ReadonlyArray<readonly [sign: RegExp, name: string]> = [
	[/HKD|HK\$|港[币幣元]/u, '港币'],
	[/MOP|澳[门門][元币幣]/u, '澳门币'],
	[/USD|US\$|美[元金]/u, '美元'],
	[
		/[¥￥]|RMB|CNY|人民币|\d\s?[元圆]|[零壹贰叁肆伍陆柒捌玖拾佰仟万]\s?[元圆]|[(/:]元\)?/u,
		'人民币',
	],
];

/** The currency that the texts of a slip show; empty when they show none. */
export function currencyOf(texts: readonly string[]): string {
	const all = texts.join('\n');
	return currencies.find(([sign]) => sign.test(all))?.[1] ?? '';
}

/** What is told on slips of Hong Kong and Macau alone, where their dollars and patacas are printed as `$`. */
const regions =
	/八[达達]通|[轉转][数數]快|香港|澳[門门]|九[龍龙]|新界|OCTOPUS|PAYME|MPAY|HONG\s?KONG|KOWLOON|MACA[UO]/iu;
/** So many different traditional characters are no accident of the recogniser. */
const leastTraditional = 4;

/** Whether texts are of a slip from Hong Kong or Macau, by its words or its characters. */
function isOfHongKong(texts: readonly string[]): boolean {
	const all = texts.join('\n');
	if (/[¥￥]|RMB|CNY|人民币/u.test(all)) return false;
	const traditional = Array.from(all).filter((char) => simplify(char) !== char);
	return regions.test(all) || new Set(traditional).size >= leastTraditional;
}

const dayFirstCurrencies = /港|澳|HK|MOP/iu;

/** Whether a currency, as printed or as named here, or the texts of a slip are of a place where the day comes first in a date. */
export const hasDayFirst = (currency: string, texts: readonly string[]): boolean =>
	dayFirstCurrencies.test(currency) || isOfHongKong(texts);
