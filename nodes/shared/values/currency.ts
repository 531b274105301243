import type { DateOrder } from './date';
import { withoutBlanks } from './text';

interface Currency {
	/** ISO 4217. */
	code: string;
	/** As printed on its own, before an amount or behind it. */
	names: readonly string[];
	/** How dates are printed where it is paid with; none where the name tells of no place. */
	dateOrder?: DateOrder;
}

/** A sign that stands for several currencies is one of its own: it names the code, but no place. */
const currencies: readonly Currency[] = [
	{
		code: 'CNY',
		names: ['人民币', '人民幣', 'RMB', 'CNY', 'CN¥', '¥', '元', '圆', '圓', 'YUAN'],
		dateOrder: 'YMD',
	},
	{ code: 'HKD', names: ['港币', '港幣', '港元', 'HKD', 'HK$'], dateOrder: 'DMY' },
	{
		code: 'MOP',
		names: ['澳门元', '澳門元', '澳门币', '澳門幣', 'MOP', 'MOP$'],
		dateOrder: 'DMY',
	},
	{
		code: 'TWD',
		names: ['新台币', '新台幣', '新臺幣', '台币', '台幣', 'TWD', 'NT$'],
		dateOrder: 'ROC',
	},
	{ code: 'USD', names: ['美元', '美金', 'USD', 'US$'], dateOrder: 'MDY' },
	{ code: 'USD', names: ['$'] },
	{ code: 'EUR', names: ['欧元', '歐元', 'EUR', '€'], dateOrder: 'DMY' },
	{ code: 'GBP', names: ['英镑', '英鎊', 'GBP', '£'], dateOrder: 'DMY' },
	{ code: 'JPY', names: ['日元', '日圆', '日圓', 'JPY', 'JP¥'], dateOrder: 'YMD' },
	{ code: 'KRW', names: ['韩元', '韓元', 'KRW', '₩'], dateOrder: 'YMD' },
	{ code: 'SGD', names: ['新加坡元', '新币', 'SGD', 'S$'], dateOrder: 'DMY' },
	{ code: 'AUD', names: ['澳元', 'AUD', 'A$', 'AU$'], dateOrder: 'DMY' },
];

/** Every name of every currency, the longest first, so that HK$ is not taken for $. */
export const currencyNames: readonly string[] = currencies
	.flatMap(({ names }) => names)
	.sort((a, b) => b.length - a.length);

const byName = new Map(
	currencies.flatMap((currency) => currency.names.map((name) => [name, currency] as const)),
);

/** Names that go with those of other currencies too: HKD$, 港币元. */
const COMMON_NAMES = /^[$¥元圆圓]$/;
const ANY_NAME = new RegExp(currencyNames.map((name) => name.replace(/\$/g, '\\$')).join('|'), 'g');

/** What one name, or several that agree, stand for: 人民币, 人民币元, RMB¥, 美元(USD). */
function currencyNamed(text: string): Currency | undefined {
	const printed = withoutBlanks(text).toUpperCase();
	const alone = byName.get(printed);
	if (alone || printed.replace(ANY_NAME, '').replace(/[()]/g, '') !== '') return alone;
	const names = printed.match(ANY_NAME) ?? [];
	const own = names.filter((name) => !COMMON_NAMES.test(name));
	const [named, ...others] = (own.length > 0 ? own : names).map((name) => byName.get(name));
	return others.every((other) => other?.code === named?.code) ? named : undefined;
}

/** Names a currency by its ISO 4217 code; one that is unknown stays as printed. */
export function parseCurrency(text: string): string {
	return currencyNamed(text)?.code ?? text.trim();
}

/** The order of day, month and year where a currency, as printed or by its code, is paid with. */
export function dateOrderOf(currency: string): DateOrder | undefined {
	return currencyNamed(currency)?.dateOrder;
}
