import { grid } from '../../../samples/make/invoices/forms.mts';
import { taxId } from '../../../samples/make/taxid.mts';
import { digitalInvoice } from './digital.mts';
import { taxedItem } from './items.mts';

const trips = {
	head: ['出行人', '有效身份证件号', '出行日期', '出发地', '到达地', '等级', '交通工具类型'],
	rows: [['郑文博', '1101********2716', '2025-01-13', '北京市', '天津市', '-', '客运汽车']],
};

export const eTravel = digitalInvoice({
	id: 'mi12-e-travel',
	bureau: '北京市税务局',
	number: '25112000000026640157',
	date: '2025年01月15日',
	business: '旅客运输服务',
	buyer: { name: '北京砺行咨询有限公司', taxId: taxId('110108', 'MA01UQ72') },
	seller: { name: '天津海河畅行科技有限公司', taxId: taxId('120116', 'MA06K3D5') },
	items: [
		taxedItem({
			name: '*运输服务*客运服务费',
			unit: '次',
			quantity: '1',
			grossPrice: '186.40',
			taxRate: 3,
		}),
		taxedItem({
			name: '*运输服务*高速通行代收',
			unit: '次',
			quantity: '1',
			grossPrice: '35.00',
			taxRate: 3,
		}),
	],
	details: `<div class="details">${grid(trips.head, trips.rows)}</div>`,
	issuer: '系统开票',
});
