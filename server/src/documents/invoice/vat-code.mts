/**
 * The tax bureaus that issue VAT invoices, by the four digits of their administrative code. Source: the
 * State Taxation Administration's coding of invoices; Dalian, Ningbo, Xiamen, Qingdao and Shenzhen have
 * bureaus of their own.
 */
const bureaus: Readonly<Record<string, string>> = {
	1100: '北京',
	1200: '天津',
	1300: '河北',
	1400: '山西',
	1500: '内蒙古',
	2100: '辽宁',
	2102: '大连',
	2200: '吉林',
	2300: '黑龙江',
	3100: '上海',
	3200: '江苏',
	3300: '浙江',
	3302: '宁波',
	3400: '安徽',
	3500: '福建',
	3502: '厦门',
	3600: '江西',
	3700: '山东',
	3702: '青岛',
	4100: '河南',
	4200: '湖北',
	4300: '湖南',
	4400: '广东',
	4403: '深圳',
	4500: '广西',
	4600: '海南',
	5000: '重庆',
	5100: '四川',
	5200: '贵州',
	5300: '云南',
	5400: '西藏',
	6100: '陕西',
	6200: '甘肃',
	6300: '青海',
	6400: '宁夏',
	6500: '新疆',
};

/** The names of the bureaus, as headings begin with them. */
export const bureauNames: readonly string[] = Object.values(bureaus);

/** The last two digits of a code of twelve that begins with 0. */
const kindsOfTwelve: Readonly<Record<string, string>> = {
	'04': '增值税普通发票',
	'05': '增值税普通发票',
	'06': '增值税普通发票(卷票)',
	'07': '增值税普通发票(卷票)',
	11: '增值税电子普通发票',
	12: '增值税电子普通发票',
	13: '增值税电子专用发票',
};

/** The eighth digit of a code of ten. */
const kindsOfTen: Readonly<Record<string, string>> = {
	1: '增值税专用发票',
	3: '增值税普通发票',
	5: '增值税专用发票',
	6: '增值税普通发票',
};

/** What the heading of a VAT invoice says, by its code; undefined for other codes. */
export function headingOf(code: string): string | undefined {
	const area = code.length === 12 ? code.slice(1, 5) : code.slice(0, 4);
	const kind =
		code.length === 12 && code.startsWith('0')
			? kindsOfTwelve[code.slice(-2)]
			: code.length === 10
				? kindsOfTen[code[7]]
				: undefined;
	return kind && bureaus[area] && bureaus[area] + kind;
}
