import { item } from '../invoices/items.mts';
import { taxId } from '../taxid.mts';
import { digitalInvoice } from './form.mts';

export const hotel = digitalInvoice({
	id: 'd02-hotel',
	number: '24512000000094817260',
	date: '2024年09月03日',
	bureau: '四川省税务局',
	buyer: { name: '成都青禾地质勘察研究院', taxId: taxId('510107', '45071823', '12') },
	seller: { name: '乐山临江阁酒店管理有限公司', taxId: taxId('511102', 'MA68QK3N') },
	items: [
		item({
			name: '*住宿服务*住宿费',
			specification: '高级双床房',
			unit: '天',
			quantity: '4',
			unitPrice: '298.02',
			taxRate: 6,
		}),
		item({
			name: '*餐饮服务*早餐',
			unit: '份',
			quantity: '8',
			unitPrice: '26.42',
			taxRate: 6,
		}),
	],
	remarks: '入住：8月30日 离店：9月3日',
	issuer: '彭立夏',
});
