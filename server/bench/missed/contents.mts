import { oneOf, type Random } from './random.mts';

/** Also characters that hardly any text has, as they stand in names. */
const goods = [...'矿泉水苹果酱油面包牛奶纸巾鸡蛋白菜猪肉电池胶带茶叶糖盐米醋笔灯泡'];
const rare = [...'喆堃龑赟翀昉旻晟煊珺琬璟祎邕鑫淼焱垚犇骉麤嫄嬅瑄睿'];
const traditional = [...'啟銀號單價錢額總計實收廣東電話員貨賬機點時間買賣門務國區東車場'];

const wordOf = (random: Random, chars: readonly string[], least: number, most: number) =>
	Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () =>
		oneOf(random, chars),
	).join('');

/** Digits of which one stands twice or more in a row: 88, 2002, 1100.00. */
function repeated(random: Random): string {
	const digit = () => String(Math.floor(random() * 10));
	const [one, other] = [digit(), digit()];
	return oneOf(random, [
		`${one}${one}`,
		`${one}${one}${one}`,
		`${one}0${other}${other}`,
		`${one}${one}.${other}${other}`,
		`1${one}${one}${other}.00`,
		`20${one}${one}`,
	]);
}
const amount = (random: Random) => (random() * 10 ** (1 + random() * 3)).toFixed(2);
const lone = (random: Random) =>
	oneOf(random, ['1', '1', '1', '2', '3', '5', '7', '8', '9', 'x1', 'x2', '×1']);

/** The columns of each kind of sheet: where each begins, in half ems, and what stands in it. */
export const columns: Record<
	string,
	ReadonlyArray<readonly [at: number, text: (random: Random) => string]>
> = {
	lone: [
		[0, (random) => wordOf(random, goods, 2, 5)],
		[16, lone],
		[26, amount],
		[40, lone],
		[50, amount],
	],
	yuan: [
		[0, (random) => wordOf(random, goods, 2, 4)],
		[14, () => '¥'],
		[24, amount],
		[38, (random) => `¥${amount(random)}`],
		[56, (random) => oneOf(random, ['元', '份', '个', 'kg', '瓶'])],
	],
	repeated: [
		[0, repeated],
		[16, repeated],
		[32, repeated],
		[48, repeated],
	],
	names: [
		[
			0,
			(random) => wordOf(random, ['王', '李', '张', '刘', '陈'], 1, 1) + wordOf(random, rare, 1, 2),
		],
		[14, (random) => wordOf(random, goods, 1, 3) + oneOf(random, rare)],
		[34, (random) => wordOf(random, traditional, 3, 6)],
		[54, (random) => wordOf(random, traditional, 2, 2)],
	],
	mixed: [
		[0, (random) => wordOf(random, goods, 3, 6)],
		[18, lone],
		[28, amount],
		[42, repeated],
		[54, () => '2002'],
	],
};
