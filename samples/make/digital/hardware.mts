import { item } from '../invoices/items.mts';
import { taxId } from '../taxid.mts';
import { digitalInvoice } from './form.mts';

const parties = {
	bureau: '湖北省税务局',
	buyer: { name: '武汉长风水务工程有限公司', taxId: taxId('420106', '68542097') },
	seller: { name: '襄阳固德五金机电商行', taxId: taxId('420606', 'MA4F2W8K', '92') },
	issuer: '卢向阳',
	typed: "23px 'Noto Sans CJK SC', sans-serif",
};

/** Two invoices of one order, as they are mailed in one file. */
export const hardware = [
	digitalInvoice({
		...parties,
		id: 'd03-hardware-1',
		number: '25422000000203619854',
		date: '2025年01月09日',
		items: [
			item({
				name: '*通用设备*潜水排污泵',
				specification: '50WQ15-22-2.2',
				unit: '台',
				quantity: '2',
				unitPrice: '1486.73',
				taxRate: 13,
			}),
			item({
				name: '*金属制品*不锈钢球阀',
				specification: 'DN50',
				unit: '只',
				quantity: '12',
				unitPrice: '73.45',
				taxRate: 13,
			}),
		],
		remarks: '合同号：CF-2025-0016',
	}),
	digitalInvoice({
		...parties,
		id: 'd03-hardware-2',
		number: '25422000000203619867',
		date: '2025年01月09日',
		items: [
			item({
				name: '*配电控制设备*控制箱',
				specification: 'QX-2K',
				unit: '台',
				quantity: '1',
				unitPrice: '920.35',
				taxRate: 13,
			}),
		],
		remarks: '合同号：CF-2025-0016 第2张',
	}),
];
