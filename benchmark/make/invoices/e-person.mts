import { taxId } from '../../../samples/make/taxid.mts';
import { digitalInvoice } from './digital.mts';
import { taxedItem } from './items.mts';

export const ePerson = digitalInvoice({
	id: 'mi15-e-person',
	bureau: '湖北省税务局',
	number: '25422000000173369520',
	date: '2025年05月07日',
	buyer: { name: '吕思远（个人）' },
	seller: { name: '武汉朗阅文化传媒有限公司', taxId: taxId('420103', 'MA49LF0H') },
	items: [
		taxedItem({
			name: '*信息技术服务*会员服务费',
			specification: '年卡',
			unit: '份',
			quantity: '1',
			grossPrice: '298.00',
			taxRate: 6,
		}),
		taxedItem({
			name: '*印刷品*摄影画册',
			specification: '精装',
			unit: '本',
			quantity: '2',
			grossPrice: '128.00',
			taxRate: 9,
		}),
	],
	issuer: '向婷',
	photo: { desk: 'wood', tilt: -4 },
});
