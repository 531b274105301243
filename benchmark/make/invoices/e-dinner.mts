import { taxId } from '../../../samples/make/taxid.mts';
import { digitalInvoice } from './digital.mts';
import { taxedItem } from './items.mts';

export const eDinner = digitalInvoice({
	id: 'mi10-e-dinner',
	bureau: '浙江省税务局',
	number: '24332000000318870462',
	date: '2024年06月21日',
	buyer: { name: '宁波澄海数据服务有限公司', taxId: taxId('330203', 'MA2GT5K8') },
	seller: { name: '宁波鄞州望潮楼餐饮店', taxId: taxId('330212', 'MA2J8RN4', '92') },
	items: [
		taxedItem({
			name: '*餐饮服务*餐费',
			unit: '次',
			quantity: '1',
			grossPrice: '862.00',
			taxRate: 1,
		}),
	],
	issuer: '施小芳',
});
