import { taxId } from '../../../samples/make/taxid.mts';
import { taxedItem } from './items.mts';
import { vatInvoice } from './vat.mts';

export const vatSichuan = vatInvoice({
	id: 'mi08-vat-sichuan',
	title: '四川增值税电子普通发票',
	bureau: '四川省税务局',
	ink: '#8a4526',
	font: "'Noto Sans CJK SC', sans-serif",
	code: '051002100311',
	number: '20387714',
	date: '2022年11月09日',
	checkCode: '18845630972201476359',
	machine: '539909177206',
	buyer: { name: '王若涵' },
	seller: {
		name: '成都佑康口腔门诊部有限公司',
		taxId: taxId('510105', 'MA6DG8L2'),
		addressPhone: '成都市青羊区槐树街29号 028-00617734',
	},
	items: [
		taxedItem({
			name: '*医疗服务*洁牙',
			unit: '次',
			quantity: '1',
			grossPrice: '260.00',
			decimals: 8,
		}),
		taxedItem({
			name: '*医疗服务*树脂充填',
			unit: '颗',
			quantity: '3',
			grossPrice: '320.00',
			decimals: 8,
		}),
	],
	people: { reviewer: '赖梦瑶', issuer: '管理员' },
});
