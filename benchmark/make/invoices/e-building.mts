import type { Item } from '../../../samples/make/document.mts';
import { taxId } from '../../../samples/make/taxid.mts';
import { digitalInvoice } from './digital.mts';
import { taxedItem } from './items.mts';

// The form for building services prints neither quantities nor prices.
const withoutQuantity = ([name, , , , , amount, taxRate, tax]: Item): Item => [
	name,
	'',
	'',
	'',
	'',
	amount,
	taxRate,
	tax,
];

export const eBuilding = digitalInvoice({
	id: 'mi13-e-building',
	bureau: '江苏省税务局',
	number: '24322000000459028813',
	date: '2024年11月28日',
	business: '建筑服务',
	buyer: { name: '无锡市滨湖区青禾社区卫生服务中心', taxId: taxId('320211', '46628935', '12') },
	seller: { name: '江苏固安防水工程有限公司', taxId: taxId('320505', 'MA1X6P9T') },
	items: [
		taxedItem({
			name: '*建筑服务*屋面防水维修',
			quantity: '1',
			grossPrice: '38600.00',
			taxRate: 9,
		}),
		taxedItem({ name: '*建筑服务*外墙清洗', quantity: '1', grossPrice: '5200.00', taxRate: 9 }),
	].map(withoutQuantity),
	columns: {
		head: ['项目名称', '建筑服务发生地', '建筑项目名称', '金 额', '税率/征收率', '税 额'],
		widths: [330, 320, 285, 200, 190],
		cellsOf: ([name, , , , , amount, taxRate, tax]) => [
			name,
			'江苏省无锡市滨湖区',
			'门诊楼修缮',
			amount,
			taxRate,
			tax,
		],
	},
	remarks: '土地增值税项目编号: 跨地(市)标志:是',
	issuer: '钱志远',
});
