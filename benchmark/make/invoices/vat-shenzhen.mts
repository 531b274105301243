import { taxId } from '../../../samples/make/taxid.mts';
import { discountLine, taxedItem } from './items.mts';
import { vatInvoice } from './vat.mts';

const airConditioner = taxedItem({
	name: '*家用空气调节器*壁挂空调',
	specification: 'KFR-35GW',
	unit: '台',
	quantity: '2',
	grossPrice: '2899.00',
	taxRate: 13,
	decimals: 8,
});

export const vatShenzhen = vatInvoice({
	id: 'mi07-vat-shenzhen',
	title: '深圳增值税普通发票',
	bureau: '深圳市税务局',
	ink: '#27548a',
	font: "'WenQuanYi Micro Hei Mono', monospace",
	paper: true,
	code: '044031900104',
	number: '81263390',
	date: '2020年07月29日',
	checkCode: '73920561184470528316',
	machine: '661616300584',
	buyer: {
		name: '深圳市观澜精工模具有限公司',
		taxId: taxId('440300', '76198823'),
		addressPhone: '深圳市龙华区观平路66号 0755-00281943',
		bankAccount: '南湾商业银行观澜支行 7559120038104406',
	},
	seller: {
		name: '深圳市锐诚电器有限公司',
		taxId: taxId('440300', 'MA5DR4U9'),
		addressPhone: '深圳市福田区振中路17号 0755-00836271',
		bankAccount: '鹏城银行华强支行 4000021909200517738',
	},
	items: [
		airConditioner,
		discountLine(airConditioner, '300.00'),
		taxedItem({
			name: '*劳务*安装费',
			unit: '次',
			quantity: '2',
			grossPrice: '180.00',
			taxRate: 13,
			decimals: 8,
		}),
	],
	people: { payee: '曾琳', reviewer: '廖伟强', issuer: '古月明' },
});
