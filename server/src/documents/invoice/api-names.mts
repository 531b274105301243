/** The names of the invoice API that are always served. */
export const alwaysServed = [
	'发票代码',
	'发票号码',
	'日期',
	'校验码',
	'购买方名称',
	'购买方识别号',
	'销售方名称',
	'销售方识别号',
	'合计金额(大写)',
	'合计金额(小写)',
] as const;

/** Further ones in the order of the API, which are served where they are known. */
export const furtherServed = [
	'时间',
	'发票名称',
	'种类',
	'省',
	'市',
	'合计金额',
	'合计税额',
	'购买方地址、电话',
	'购买方开户行及账号',
	'销售方地址、电话',
	'销售方开户行及账号',
	'备注',
	'密码区',
] as const;
