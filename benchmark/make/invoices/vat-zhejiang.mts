import { taxId } from '../../../samples/make/taxid.mts';
import { taxedItem } from './items.mts';
import { vatInvoice } from './vat.mts';

export const vatZhejiang = vatInvoice({
	id: 'mi06-vat-zhejiang',
	title: '浙江增值税电子普通发票',
	bureau: '浙江省税务局',
	ink: '#7d4a2a',
	font: "'AR PL UMing CN', serif",
	code: '033002000211',
	number: '47105528',
	date: '2021年03月17日',
	checkCode: '60417385529013864472',
	machine: '499099830127',
	buyer: { name: '嘉兴市南湖区云杉软件工作室', taxId: taxId('330402', 'MA2CYQ16', '92') },
	seller: {
		name: '杭州拾光酒店管理有限公司',
		taxId: taxId('330105', 'MA28W3P7'),
		addressPhone: '杭州市拱墅区莫干路512号 0571-00873316',
		bankAccount: '越江银行杭州拱宸支行 3301040160004482719',
	},
	items: [
		taxedItem({
			name: '*住宿服务*住宿费',
			specification: '大床房',
			unit: '间夜',
			quantity: '2',
			grossPrice: '388.00',
			taxRate: 6,
			decimals: 8,
		}),
		taxedItem({
			name: '*餐饮服务*早餐',
			unit: '份',
			quantity: '2',
			grossPrice: '38.00',
			taxRate: 6,
			decimals: 8,
		}),
	],
	remarks: '入住 2021-03-15 离店 2021-03-17',
	people: { payee: '潘玉', reviewer: '卢静', issuer: '徐晓峰' },
});
