import { readInvoice } from '../../src/documents/invoice.mts';
import { pageOf } from '../../testing/documents/page.mts';

const valuesIn = (text: string): Map<string, string> =>
	new Map(
		readInvoice(pageOf(`      北京市国家税务局通用机打发票\n${text}`)).map(({ name, value }) => [
			name,
			value,
		]),
	);

const table = '项目      单价    数量    金额\n纸张      20.00    2     40.00\n合计(小写):40.00';

describe('the address and the telephone number of a party', () => {
	it.each([
		['behind one label', '地址、电话:城关街3号 0931-8471122', '城关街3号 0931-8471122'],
		['behind one label, a mobile alone', '地址、电话:13893112203', '13893112203'],
		['behind labels of their own', '地址:城关街3号   电话:0931-8471122', '城关街3号 0931-8471122'],
		['on rows of their own', '地址:城关街3号\n电话:8471122', '城关街3号 8471122'],
		['behind labels that name the party', '付款方电话:(0931)8471122', '(0931)8471122'],
		['with digits hidden', '联系电话:138****2203', '138****2203'],
		['with the number of a service line', '地址、电话:城关街3号 95598', '城关街3号 95598'],
		['of a buyer abroad', '地址、电话:Quay Street 12, Galway', 'Quay Street 12, Galway'],
		['where the customer is supplied', '用水地址:城关街3号', '城关街3号'],
	])('are read %s', (_how, lines, contact) => {
		const values = valuesIn(`付款方:兰州黄河纸业有限公司\n${lines}\n${table}`);
		expect(values.get('购买方地址、电话')).toBe(contact);
		expect(values.has('销售方地址、电话')).toBe(false);
	});

	it('stand side by side below the two names', () => {
		const values = valuesIn(`购买方:兰州黄河纸业有限公司          销售方:兰州白塔商贸有限公司
地  址:城关街3号                    地  址:白塔路9号
电  话:0931-8471122                 电  话:0931-2205566`);
		expect(values.get('购买方地址、电话')).toBe('城关街3号 0931-8471122');
		expect(values.get('销售方地址、电话')).toBe('白塔路9号 0931-2205566');
	});

	it('stand below a label that was misread', () => {
		const values = valuesIn(`购买方:兰州黄河纸业有限公司          销售方:兰州白塔商贸有限公司
税;号 911101067855120489            税  号:52110108MJ04A3H714
地  址:城关街3号                    地  址:白塔路9号`);
		expect(values.get('购买方地址、电话')).toBe('城关街3号');
		expect(values.get('销售方地址、电话')).toBe('白塔路9号');
	});

	it.each([
		['of whom to complain to', '付款方:兰州黄河纸业有限公司   投诉电话:0931-12366000'],
		['beside no party', `付款方:兰州黄河纸业有限公司\n${table}\n开票人:田雨\n电话:0931-8471122`],
		['that is none', '付款方:兰州黄河纸业有限公司   电话:00931'],
	])('are not taken from a number %s', (_which, lines) => {
		const values = valuesIn(lines);
		expect(values.get('购买方名称')).toBe('兰州黄河纸业有限公司');
		expect(values.has('购买方地址、电话')).toBe(false);
		expect(values.has('销售方地址、电话')).toBe(false);
	});
});

describe('the tax id of a party', () => {
	it('is read where the stroke between its two names was lost', () => {
		const values = valuesIn(`购名称:兰州黄河纸业有限公司            销名称:兰州白塔商贸有限公司
方统一社会信用代码纳税人识别号:12440103MB2D7K914P   方统一社会信用代码纳税人识别号:91440111MA5CU4P6XK`);
		expect(values.get('购买方识别号')).toBe('12440103MB2D7K914P');
		expect(values.get('销售方识别号')).toBe('91440111MA5CU4P6XK');
	});

	it.each(['Payee Tax ID:', 'PayeeTax1ID:', 'Beneficiary Code:', ''])(
		'is read behind what its label is called in another language: %s',
		(translation) => {
			const values = valuesIn(
				`收款方名称:兰州白塔商贸有限公司\n收款方识别号 ${translation}91440111MA5CU4P6XK\n${table}`,
			);
			expect(values.get('销售方识别号')).toBe('91440111MA5CU4P6XK');
		},
	);
});

describe('a name with brackets', () => {
	it('keeps a word in them that is a label elsewhere', () => {
		const values = valuesIn(`收款方名称:国家税务总局雨城区税务局(代开机关)   开票人:田雨`);
		expect(values.get('销售方名称')).toBe('国家税务总局雨城区税务局(代开机关)');
		expect(values.get('开票人')).toBe('田雨');
	});

	it.each([
		['国家税务总局雨城区税务局(', '代开机关)'],
		['国家税务总局雨城区税务局(代开', '机关)'],
		['兰州黄河纸业有限公司(城关中学', '店)'],
	])('is joined with its next row where it broke in them: %s', (begin, rest) => {
		const values = valuesIn(
			`收款方名称:${begin}\n           ${rest}\n收款方识别号:91310115MA1K3L4M5N\n${table}`,
		);
		expect(values.get('销售方名称')).toBe(begin + rest);
	});
});
