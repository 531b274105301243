import { taxId } from '../../../samples/make/taxid.mts';
import { digitalInvoice } from './digital.mts';
import { taxedItem } from './items.mts';

export const eFarm = digitalInvoice({
	id: 'mi14-e-farm',
	bureau: '山东省税务局',
	number: '25372000000088105349',
	date: '2025年02月26日',
	buyer: { name: '济南市历下区第三实验幼儿园', taxId: taxId('370102', '49550218', '12') },
	seller: { name: '寿光市绿垄蔬菜种植专业合作社', taxId: taxId('370783', '58309147', '93') },
	items: [
		taxedItem({ name: '*蔬菜*黄瓜', unit: '千克', quantity: '120.5', grossPrice: '4.60' }),
		taxedItem({ name: '*蔬菜*西红柿', unit: '千克', quantity: '88', grossPrice: '5.25' }),
		taxedItem({ name: '*蔬菜*彩椒', unit: '千克', quantity: '32.4', grossPrice: '9.80' }),
		taxedItem({ name: '*禽蛋*鲜鸡蛋', unit: '千克', quantity: '60', grossPrice: '10.10' }),
	],
	remarks: '自产农产品销售',
	issuer: '孙立军',
	photo: { desk: 'cloth' },
});
