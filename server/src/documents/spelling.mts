import type { Char } from './layout/rows.mts';

/** Traditional characters of the labels on slips, also as they are misread, before the simplified one. */
const pairs =
	'單单罩单號号計计實实應应總总額额續续銀银員员機机時时間间點点帳账賬账發发據据現现費费稅税務务優优減减訂订購购買买賣卖數数價价錢钱餘余碼码電电話话檯台枱台開开結结會会積积幣币圓圆貨货經经辦办顧顾門门編编終终櫃柜條条項项類类別别際际節节讓让補补還还臺台種种營营業业導导聯联絡络傳传網网贖赎贈赠達达顯显發发種种德总僧价馀余寶宝寳宝淨净銷销鋪铺減减贖赎';

const simplified: ReadonlyMap<string, string> = new Map(
	Array.from(pairs.matchAll(/(.)(.)/gu), ([, traditional, simple]) => [traditional, simple]),
);

/** A text with the traditional characters of labels as simplified ones. */
export const simplify = (text: string): string =>
	Array.from(text, (char) => simplified.get(char) ?? char).join('');

/** Characters as the labels of the lexicons spell them: simplified, in upper case, 工号 not as I号. */
export const spellingOf = (chars: readonly Char[]): string =>
	chars
		.map(({ char }) => (simplified.get(char) ?? char).toUpperCase().slice(0, 1))
		.join('')
		.replace(/(?<![A-Z])I(?=号)/gu, '工');
