import { taxId } from '../../../samples/make/taxid.mts';
import { digitalInvoice } from './digital.mts';
import { discountLine, taxedItem } from './items.mts';

const monitor = taxedItem({
	name: '*计算机外部设备*液晶显示器',
	specification: '27寸 QHD',
	unit: '台',
	quantity: '3',
	grossPrice: '1299.00',
	taxRate: 13,
});

export const eGoods = digitalInvoice({
	id: 'mi11-e-goods',
	bureau: '广东省税务局',
	number: '24442000000507713986',
	date: '2024年09月03日',
	buyer: { name: '佛山市禅城区启明职业培训学校', taxId: taxId('440604', '59217760', '52') },
	seller: { name: '广州云仓电子商务有限公司', taxId: taxId('440112', 'MA5CJ7W3') },
	items: [
		monitor,
		discountLine(monitor, '200.00'),
		taxedItem({
			name: '*计算机外部设备*无线键鼠套装',
			specification: 'KM-260',
			unit: '套',
			quantity: '12',
			grossPrice: '89.00',
			taxRate: 13,
		}),
		taxedItem({
			name: '*纸制品*打印纸',
			specification: 'A4 80g 500张',
			unit: '包',
			quantity: '40',
			grossPrice: '24.50',
			taxRate: 13,
		}),
		taxedItem({
			name: '*文具*白板笔',
			specification: '黑色',
			unit: '支',
			quantity: '36',
			grossPrice: '3.20',
			taxRate: 13,
		}),
		taxedItem({
			name: '*印刷品*教学参考书',
			specification: '第三版',
			unit: '册',
			quantity: '25',
			grossPrice: '46.80',
			taxRate: 9,
		}),
		taxedItem({
			name: '*物流辅助服务*收派服务费',
			unit: '单',
			quantity: '2',
			grossPrice: '18.00',
			taxRate: 6,
		}),
	],
	remarks: '订单号:GZ240902-71835',
	issuer: '区嘉欣',
});
