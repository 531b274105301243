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

const dayFirstCurrencies = /港|澳|HK|MOP/iu;

/** Whether a currency, as printed or as named here, is of a place where the day comes first in a date. */
export const hasDayFirst = (currency: string): boolean => dayFirstCurrencies.test(currency);
