import { readInvoice } from '../../src/documents/invoice.mts';
import { headingOf } from '../../src/documents/invoice/vat-code.mts';
import { editDistance } from '../../src/documents/text.mts';
import { pageOf } from '../../testing/documents/page.mts';

const valueIn = (text: string, name: string) =>
	readInvoice(pageOf(text)).find((field) => field.name === name)?.value;

describe('the heading', () => {
	it.each([
		['042001900211', '湖北增值税电子普通发票'],
		['4400194320', '广东增值税普通发票'],
		['033022000204', '宁波增值税普通发票'],
		['144031000000', undefined],
		['099902000211', undefined],
	])('of code %s', (code, heading) => {
		expect(headingOf(code)).toBe(heading);
	});

	it.each([
		['as printed', '湖北省武汉市服务业通用机打发票', '', '湖北省武汉市服务业通用机打发票'],
		['with signs hidden by a seal', '安徽省国家务局用机打发票', '', '安徽省国家税务局通用机打发票'],
		['by its code', '浙江增税普通发票', '发票代码:033002000211', '浙江增值税电子普通发票'],
		[
			'with a kind that the code knows in full',
			'浙江增值税普通发票',
			'发票代码:033002000211',
			'浙江增值税电子普通发票',
		],
		[
			'of another place than its code',
			'上海增值税普通发票',
			'发票代码:033002000211',
			'上海增值税普通发票',
		],
		[
			'of a digital invoice',
			'电子发柰(普通发)',
			'发票号码:24312000000087162035',
			'电子发票(普通发票)',
		],
		['with a remark in brackets', '河南通用(电子)发票', '', '河南通用(电子)发票'],
		[
			'with brackets on the next row',
			'四川省地方税务局通用机打发票',
			'          (卷式)',
			'四川省地方税务局通用机打发票(卷式)',
		],
		[
			'with brackets below its second row',
			'四川省地方税务局\n          通用机打发票',
			'          (通行费)',
			'四川省地方税务局通用机打发票(通行费)',
		],
		[
			'without the name of the copy below',
			'四川省地方税务局通用机打发票',
			'          (发票联)',
			'四川省地方税务局通用机打发票',
		],
		[
			'without a note below',
			'四川省地方税务局通用机打发票',
			'          (手写无效)',
			'四川省地方税务局通用机打发票',
		],
	])('is read %s', (_how, printed, line, title) => {
		expect(valueIn(`          ${printed}\n${line}\n开票日期:2021年3月4日`, '发票名称')).toBe(title);
	});

	it('is not made up', () => {
		expect(valueIn('购货清单\n日期:2021年3月4日\n金额:20.00', '发票名称')).toBeUndefined();
	});
});

describe('the cipher text', () => {
	const lines = [
		'>92*+7<5810/-94>36*28<>/7',
		'09-/4*>15+<7736>2/8*-04+<',
		'5<>6*92-/81+04*>37<65+21/',
	];

	it('is one piece, without the account beside it', () => {
		const text = lines.map((line) => `开户行及账号:农行 33010401600078   ${line}`).join('\n');
		expect(valueIn(text, '密码区')).toBe(lines.join(''));
	});

	it('is none of one line', () => {
		expect(valueIn(`名称:某某有限公司   ${lines[0]}`, '密码区')).toBeUndefined();
	});
});

describe('names of goods that broke over rows', () => {
	const head = '项目名称              规格型号    数量      单价      金额    税率     税额';
	const nameIn = (rows: string) =>
		readInvoice(pageOf(`${head}\n${rows}\n合计                                           ¥30.00`))
			.filter(({ name }) => name === '货物或应税劳务、服务名称')
			.map(({ value }) => value);

	it.each([
		[
			'below the first row',
			`*餐饮服务*工作餐配                     1    10.00     10.00     6%     0.60
送费
*运输服务*车费                         2    10.00     20.00     6%     1.20`,
			['*餐饮服务*工作餐配送费', '*运输服务*车费'],
		],
		[
			'around their figures',
			`*餐饮服务*工作餐配
                                       1    10.00     10.00     6%     0.60
送费
*运输服务*车费                         2    10.00     20.00     6%     1.20`,
			['*餐饮服务*工作餐配送费', '*运输服务*车费'],
		],
		[
			'without a class of goods',
			`工作餐配                               1    10.00     10.00     6%     0.60
送费(含盒)
车费                                   2    10.00     20.00     6%     1.20`,
			['工作餐配送费(含盒)', '车费'],
		],
	])('%s', (_where, rows, names) => {
		expect(nameIn(rows)).toEqual(names);
	});
});

test.each([
	['税额', '税额'],
	['税率', '税率'],
	['单价', '单价'],
])('the column %s is read although its head was not', (lost, name) => {
	const head = '项目名称                    数量      单价      金额    税率     税额';
	const text = `${head.replace(lost, '    ')}
*餐饮服务*工作餐              2     10.00     20.00     6%     1.20
*运输服务*车费                1     30.00     30.00     6%     1.80
合计                                          ¥50.00           ¥3.00`;
	const values = readInvoice(pageOf(text)).filter((field) => field.name === name);
	const whole = readInvoice(pageOf(text.replace(/^.*/u, head))).filter(
		(field) => field.name === name,
	);
	expect(values).toEqual(whole);
	expect(values).toHaveLength(2);
});

test.each([
	['购 禾称:南京江宁远航贸易有限公司', '南京江宁远航贸易有限公司'],
	['购 电话:南京江宁远航贸易有限公司', undefined],
	['购 禾称:025-84362700', undefined],
])('the buyer above his tax id: %s', (line, name) => {
	const text = `${line}\n买 纳税人识别号:91320115MA1MWX4N2J\n方 地址、电话:`;
	expect(valueIn(text, '购买方名称') || undefined).toBe(name);
});

test.each([
	['税额', '税客'],
	['单位', '彩单住'],
])('the column %s is read although its head was read %s', (name, misread) => {
	const head = '项目名称          规格型号    单位    数量      单价      金额    税率    税额';
	const rows = `*餐饮服务*工作餐  大份        份         2     10.00     20.00      6%    1.20`;
	const values = (text: string) =>
		readInvoice(pageOf(text))
			.filter((field) => field.name === name)
			.map(({ value, confidence }) => ({ value, confidence }));
	const whole = values(`${head}\n${rows}`);
	expect(whole.map(({ value }) => value)).toEqual([name === '税额' ? '1.20' : '份']);
	expect(values(`${head.replace(name, misread)}\n${rows}`)).toEqual(whole);
});

describe('remarks', () => {
	const total = '价税合计(大写)  贰佰元整      (小写)¥200.00';

	it.each([
		[
			'below the word',
			`备注:合同号:HT-9\n     车牌号:苏A12345\n开票人:田雨`,
			'合同号:HT-9 车牌号:苏A12345',
		],
		[
			'around the word written downwards',
			`    起:南京\n备\n    止:上海\n注\n开票人:田雨`,
			'起:南京 止:上海',
		],
		['up to the clerks', '备注:无   收款人:王芳', '无'],
		['without where the seal belongs', '备注:B座1702\n      收款方(盖章)', 'B座1702'],
		['beside where the seal belongs', '备注:B座1702      开票单位(盖章有效):', 'B座1702'],
		['behind a word with a gap', '备 注: 第12号合同\n开票人:田雨', '第12号合同'],
		['behind half of the word with a colon', '备: 送货地址:深圳\n开票人:田雨', '送货地址:深圳'],
		['with clerks in the box', '备 合同号:9\n注 收款人:王芳\n开票人:田雨', '合同号:9 收款人:王芳'],
		[
			'below a table of vehicles',
			`运输工具种类  运输工具牌号  起运地  到达地\n公路运输      浙G5L208      台州    成都\n备  卸货日期2025-02-26\n\n注\n开票人:田雨`,
			'卸货日期2025-02-26',
		],
	])('stand %s', (_where, lines, remarks) => {
		expect(valueIn(`${total}\n${lines}`, '备注')).toBe(remarks);
	});

	it('stand beside a sign that is glued to them', () => {
		const seller = `销 名称:上海云图科技有限公司           备  项目编号:Z1
售 纳税人识别号:91310115MA1K3L4M5N     注项目负责人:葛明`;
		expect(valueIn(`${total}\n${seller}\n收款人:田雨`, '备注')).toBe('项目编号:Z1 项目负责人:葛明');
	});

	it('stand before the total', () => {
		const text = `品名      金额\n旅游费  200.00\n备注 团号1，已收定金20.00元，\n     余款转账\n${total}\n开票人:田雨`;
		expect(valueIn(text, '备注')).toBe('团号1,已收定金20.00元, 余款转账');
	});

	it.each([
		['备购方开户银行:中行\n注 收款人:冷静', '购方开户银行:中行 收款人:冷静'],
		['备 地点:南湖\n注i 合同号:N-9', '地点:南湖 合同号:N-9'],
		['备用金:30\n定金:20', '备用金:30 定金:20'],
	])('of a digital invoice are all between the total and the clerk: %s', (lines, remarks) => {
		const text = `电子发票(普通发票)\n${total}\n${lines}\n开票人:田雨`;
		expect(valueIn(text, '备注')).toBe(remarks);
		expect(valueIn(text, '开票人')).toBe('田雨');
	});

	it('lend no party their labels', () => {
		const text = `${total}\n备注 购方开户银行:中行\n     银行账号:6552\n开票人:田雨`;
		expect(valueIn(text, '购买方开户行及账号')).toBeUndefined();
	});
});

test.each([
	['', '', 0],
	['abc', 'abd', 1],
	['abc', 'ac', 1],
	['kitten', 'sitting', 3],
	['', 'ab', 2],
])('the distance from %j to %j is %i', (a, b, distance) => {
	expect(editDistance(a, b)).toBe(distance);
	expect(editDistance(a, b, distance)).toBe(distance);
	expect(editDistance(a, b, distance - 1)).toBe(Infinity);
});
