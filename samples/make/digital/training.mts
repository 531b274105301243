import { item } from '../invoices/items.mts';
import { taxId } from '../taxid.mts';
import { digitalInvoice } from './form.mts';

export const training = digitalInvoice({
	id: 'd01-training',
	number: '24332000000158306471',
	date: '2024年06月18日',
	bureau: '浙江省税务局',
	buyer: { name: '杭州云栖澄明软件有限公司', taxId: taxId('330106', 'MA2H5T7R') },
	seller: { name: '宁波启帆职业培训学校有限公司', taxId: taxId('330203', '72046915') },
	items: [
		item({
			name: '*非学历教育服务*项目管理培训费',
			unit: '人',
			quantity: '3',
			unitPrice: '1886.79',
			taxRate: 6,
		}),
		item({
			name: '*印刷品*培训教材',
			specification: 'PM-2024 上下册',
			unit: '套',
			quantity: '3',
			unitPrice: '64.22',
			taxRate: 9,
		}),
	],
	remarks: '培训日期：2024年6月12日至14日',
	issuer: '贺雨桐',
});
