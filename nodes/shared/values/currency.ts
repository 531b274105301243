import { withoutBlanks } from './text';

/** Printed names to ISO 4217 codes. */
const currencies: ReadonlyArray<readonly [RegExp, string]> = [
	[/^(人民币|人民幣|RMB|CNY|¥|元|圆|YUAN)(元|圆)?$/i, 'CNY'],
	[/^(港币|港幣|港元|HKD|HK\$)$/i, 'HKD'],
	[/^(美元|美金|USD|US\$|\$)$/i, 'USD'],
	[/^(欧元|EUR|€)$/i, 'EUR'],
	[/^(日元|日圆|JPY)$/i, 'JPY'],
	[/^(英镑|GBP|£)$/i, 'GBP'],
	[/^(澳门元|澳门币|澳門元|MOP)$/i, 'MOP'],
	[/^(新台币|台币|新臺幣|TWD)$/i, 'TWD'],
];

/** Names a currency by its ISO 4217 code; one that is unknown stays as printed. */
export function parseCurrency(text: string): string {
	const printed = withoutBlanks(text);
	return currencies.find(([names]) => names.test(printed))?.[1] ?? text.trim();
}
