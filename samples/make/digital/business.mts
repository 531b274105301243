import { cents, sum, yuan } from '../amounts.mts';
import type { Item } from '../document.mts';
import { grid } from '../invoices/forms.mts';
import { item } from '../invoices/items.mts';
import { taxId } from '../taxid.mts';
import { digitalInvoice } from './form.mts';

/** A line that only has an amount and its tax. */
function sumItem(name: string, amount: string, rate: number): Item {
	return [name, '', '', '', '', amount, `${rate}%`, yuan(Math.round((cents(amount) * rate) / 100))];
}

/** A ride with a car that was called, with the table of who travelled. */
export const ride = digitalInvoice({
	id: 'd04-ride-travellers',
	number: '25322000000118204652',
	date: '2025年05月07日',
	bureau: '江苏省税务局',
	business: '旅客运输服务',
	buyer: { name: '南通濠河纺织品有限公司', taxId: taxId('320602', 'MA1P4R7U') },
	seller: { name: '苏州云途出行科技有限公司', taxId: taxId('320505', 'MA20L6K7') },
	items: [
		item({
			name: '*运输服务*客运服务费',
			unit: '次',
			quantity: '1',
			unitPrice: '143.69',
			taxRate: 3,
		}),
		['*运输服务*客运服务费', '', '', '', '', '-9.71', '3%', '-0.29'],
	],
	details: grid(
		['出行人', '有效身份证件号', '出行日期', '出发地', '到达地', '等级', '交通工具类型'],
		[
			['章怀瑾', '3206********4418', '2025-05-05', '南通市', '苏州市', '无', '出租汽车'],
			['乔松', '3206********1027', '2025-05-06', '苏州市', '南通市', '无', '出租汽车'],
		],
	),
	issuer: '系统开票',
});

const toll = [sumItem('*经营租赁*通行费', '48.54', 3), sumItem('*经营租赁*通行费', '23.30', 3)];
const trips = [
	['苏F8K216', '客车', '20250318', '20250318'],
	['苏F8K216', '客车', '20250321', '20250321'],
];

/** Two passages of a toll road. */
export const passage = digitalInvoice({
	id: 'd05-toll',
	number: '25322000000096014837',
	date: '2025年04月02日',
	bureau: '江苏省税务局',
	business: '通行费',
	buyer: { name: '南通濠河纺织品有限公司', taxId: taxId('320602', 'MA1P4R7U') },
	seller: { name: '江苏沿江高速公路经营有限公司', taxId: taxId('320100', '71409285') },
	items: toll,
	columns: {
		heads: [
			'项目名称',
			'车牌号',
			'类型',
			'通行日期起',
			'通行日期止',
			'金 额',
			'税率/征收率',
			'税 额',
		],
		rows: toll.map((columns, i) => [columns[0], ...trips[i], ...columns.slice(5)]),
		firstWidth: 22,
	},
	issuer: '系统开票',
});

/** What was sold comes back. */
export const returned = digitalInvoice({
	id: 'd06-red-letter',
	title: '电子发票（增值税专用发票）',
	number: '25352000000047718219',
	date: '2025年02月24日',
	bureau: '福建省税务局',
	buyer: { name: '福州榕城海鲜加工有限公司', taxId: taxId('350104', 'MA2XR5G1') },
	seller: { name: '厦门鹭岛冷链设备有限公司', taxId: taxId('350206', '61285047') },
	items: [
		item({
			name: '*制冷设备*卧式冷柜',
			specification: 'BD-520',
			unit: '台',
			quantity: '-2',
			unitPrice: '2654.87',
			taxRate: 13,
		}),
		item({
			name: '*制冷设备*冷柜温控器',
			unit: '只',
			quantity: '-5',
			unitPrice: '88.50',
			taxRate: 13,
		}),
	],
	remarks: '被红冲蓝字数电票号码：25352000000031140592',
	issuer: '林汐',
});

const works = [
	sumItem('*建筑服务*外墙保温工程款', '128440.37', 9),
	sumItem('*建筑服务*脚手架搭拆费', '9174.31', 9),
];

/** Work on a building, with its place and the name of the project. */
export const building = digitalInvoice({
	id: 'd07-building',
	title: '电子发票（增值税专用发票）',
	number: '25372000000081560423',
	date: '2025年06月11日',
	bureau: '山东省税务局',
	business: '建筑服务',
	buyer: { name: '烟台海岬置业有限公司', taxId: taxId('370602', 'MA3D9F6T') },
	seller: { name: '潍坊鲁匠建筑安装有限公司', taxId: taxId('370702', '68471926') },
	items: works,
	columns: {
		heads: ['项目名称', '建筑服务发生地', '建筑项目名称', '金 额', '税率/征收率', '税 额'],
		rows: works.map((columns) => [columns[0], '山东省烟台市', '海岬花园二期', ...columns.slice(5)]),
		firstWidth: 28,
	},
	remarks: `土地增值税项目编号：370602202500118 跨地（市）标志：是 合同价：${sum(works.map(([, , , , , amount]) => amount))}`,
	issuer: '于飞',
});
