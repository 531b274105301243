import { taxId } from '../../../samples/make/taxid.mts';
import { taxedItem } from './items.mts';
import { vatInvoice } from './vat.mts';

export const vatShanghai = vatInvoice({
	id: 'mi09-vat-shanghai',
	title: '上海增值税电子普通发票',
	bureau: '上海市税务局',
	ink: '#6f4a35',
	font: "'WenQuanYi Zen Hei', sans-serif",
	code: '031001900411',
	number: '06951842',
	date: '2019年12月05日',
	checkCode: '52680173940085126637',
	machine: '661547823190',
	buyer: {
		name: '上海浦帆国际货运代理有限公司',
		taxId: taxId('310115', 'MA1K4H8B'),
	},
	seller: {
		name: '上海溪石信息科技有限公司',
		taxId: taxId('310110', '08627154'),
		addressPhone: '上海市杨浦区国安路758弄 021-00654102',
		bankAccount: '沪东银行五角场支行 310066726018800',
	},
	items: [
		taxedItem({
			name: '*研发和技术服务*报关接口技术服务费',
			unit: '项',
			quantity: '1',
			grossPrice: '12800.00',
			taxRate: 6,
			decimals: 8,
		}),
		taxedItem({
			name: '*信息系统增值服务*云主机租用',
			specification: '4核8G',
			unit: '月',
			quantity: '6',
			grossPrice: '349.00',
			taxRate: 6,
			decimals: 8,
		}),
		taxedItem({
			name: '*信息系统增值服务*短信',
			unit: '条',
			quantity: '5000',
			grossPrice: '0.05',
			taxRate: 6,
			decimals: 8,
		}),
	],
	remarks: '合同编号 XS-2019-1107',
	people: { payee: '沈佳', reviewer: '顾晨', issuer: '陆一鸣' },
});
