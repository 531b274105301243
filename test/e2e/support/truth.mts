import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What stands on a sample, in the APIs' own names. */
export interface Truth {
	id: string;
	fields: Record<string, string>;
	/** The rows of a receipt: product, quantity, unit price, subtotal; '' where nothing is printed. */
	table: string[][];
}

/** How a printed text and a cell are compared. */
type Kind = 'text' | 'amount' | 'magnitude' | 'date' | 'time' | 'currency';

type Columns = Record<string, readonly [column: string, kind: Kind]>;

/** The column of the sheet that each field of the receipt API goes to. */
export const receiptColumns: Columns = {
	shop_name: ['shopName', 'text'],
	receipt_num: ['receiptNumber', 'text'],
	machine_num: ['machineNumber', 'text'],
	employee_num: ['employeeNumber', 'text'],
	consumption_date: ['purchaseDate', 'date'],
	consumption_time: ['purchaseTime', 'time'],
	total_amount: ['totalAmount', 'amount'],
	paid_amount: ['paidAmount', 'amount'],
	change: ['changeAmount', 'amount'],
	// The truth has discounts without their sign.
	discount: ['discountAmount', 'magnitude'],
	currency: ['currency', 'currency'],
	print_date: ['printDate', 'date'],
	print_time: ['printTime', 'time'],
};

/** The columns of a receipt's rows, in the order of the truth's cells. */
export const tableColumns: ReadonlyArray<readonly [column: string, kind: Kind]> = [
	['name', 'text'],
	['quantity', 'amount'],
	['unitPrice', 'amount'],
	['subtotal', 'amount'],
];

/** The column of the sheet that each field of the invoice API goes to. */
export const invoiceColumns: Columns = {
	发票代码: ['invoiceCode', 'text'],
	发票号码: ['invoiceNumber', 'text'],
	日期: ['invoiceDate', 'date'],
	时间: ['invoiceTime', 'time'],
	校验码: ['checkCode', 'text'],
	购买方名称: ['buyerName', 'text'],
	购买方识别号: ['buyerTaxId', 'text'],
	销售方名称: ['sellerName', 'text'],
	销售方识别号: ['sellerTaxId', 'text'],
	'合计金额(小写)': ['totalAmount', 'amount'],
	'合计金额(大写)': ['totalAmountInWords', 'text'],
	合计金额: ['amountBeforeTax', 'amount'],
	合计税额: ['totalTax', 'amount'],
	行业分类: ['industryClass', 'text'],
	发票名称: ['invoiceTitle', 'text'],
	'购买方地址、电话': ['buyerAddressPhone', 'text'],
	'销售方地址、电话': ['sellerAddressPhone', 'text'],
	购买方开户行及账号: ['buyerBankAccount', 'text'],
	销售方开户行及账号: ['sellerBankAccount', 'text'],
	收款人: ['payee', 'text'],
	复核: ['reviewer', 'text'],
	开票人: ['issuer', 'text'],
	备注: ['remarks', 'text'],
};

const currencies: Record<string, string> = { 人民币: 'CNY', RMB: 'CNY' };

/** What a printed text must have become in the sheet. */
const expectations: Record<Kind, (printed: string) => string | number> = {
	text: comparable,
	amount: toNumber,
	magnitude: (printed) => Math.abs(toNumber(printed)),
	date: toIsoDate,
	time: toTime,
	currency: (printed) => currencies[printed],
};

/** How a cell is read for the comparison. */
const readings: Record<Kind, (cell: string) => string | number> = {
	text: comparable,
	amount: Number,
	magnitude: (cell) => Math.abs(Number(cell)),
	date: (cell) => cell,
	time: (cell) => cell,
	currency: (cell) => cell,
};

/** The truth of the picture with this file name, or of a page of the PDF: the first, or the one behind a #. */
export function truthOf(file: string): Truth {
	const [name, page = '1'] = file.split('#');
	const id = name.replace(/(\.photo)?\.(jpg|pdf)$/, '');
	const truth = name.endsWith('.pdf') ? read('pdf', id).pages[Number(page) - 1] : read('truth', id);
	const { table = [], items: _, ...fields } = truth.fields;
	return { id, fields, table };
}

function read(folder: string, id: string) {
	return JSON.parse(readFileSync(path.resolve('samples', folder, `${id}.json`), 'utf8'));
}

/** Whether a cell of the sheet says what is printed. */
export function isRight(kind: Kind, printed: string, cell: string): boolean {
	return cell !== '' && readings[kind](cell) === expectations[kind](printed);
}

function comparable(text: string): string {
	return text.normalize('NFKC').replace(/\s+/g, '');
}

function toNumber(printed: string): number {
	return Number(/-?\d[\d,]*(\.\d+)?/.exec(comparable(printed))?.[0].replaceAll(',', ''));
}

/** 下午 (afternoon) is the only word of the day's time on the samples. */
function toTime(printed: string): string {
	const [hours, ...rest] = printed.match(/\d+/g) ?? [];
	const hour = Number(hours) + (printed.includes('下午') ? 12 : 0);
	return [String(hour).padStart(2, '0'), ...rest].join(':');
}

function toIsoDate(printed: string): string {
	const [year, month, day] = printed.match(/\d+/g) ?? [];
	return [year?.padStart(4, '20'), month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
}
