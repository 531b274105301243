import { saidKindProblems, wrongKind } from '../shared/checks/kind';
import type { Reason } from '../shared/review';
import type { CellValue } from '../shared/values/convert';
import { withoutBlanks } from '../shared/values/text';

type Cells = Readonly<Record<string, CellValue>>;

/** Titles and labels of invoices. A receipt may tell where to get an invoice, which makes it none. */
const INVOICE_WORDS =
	/发票(?:代码|号码|监制|联)|机打(?:代码|号码)|(?:购买|销售)方|纳税人识别号|价税合计|税务局|增值税|(?:通用|机打|普通|专用|统一|定额|卷式|平推式|电子)\)?发票/;
const HOW_TO_GET_ONE = /[开開]|扫|申请|领取|索取|获取|请/;
const INVOICE_LABELS = /^(?:发票代码|发票号码|校验码|(?:购买方|销售方).*|价税合计.*)$/;
/** Of fully digital invoices: year, province, a digit for the way it was issued, then 15 digits that count them. */
const DIGITAL_NUMBER = /^2\d(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d0{5}\d{10}$/;
/** A tax class between asterisks before a name; shops set words such as 特价 there. */
const TAX_CLASS =
	/^\*[^*]{0,20}(?:服务|制品|设备|用品|产品|食品|饮料|机械|租赁|电器|材料|元件|器件|器械|劳务|出版物|销售|不动产|文具|谷物|加工品|图书|服装|家具|玩具|汽油|柴油|成品油|润滑油|电力|天然气|水冰雪|供电|供水|供热|计算机|汽车|机动车|零部件|钢材|水泥|涂料|试剂助剂|中成药|药品制剂|烟草|茶叶|精制茶|酒)\*./;

const isInvoiceText = (value: unknown): boolean => {
	const text = typeof value === 'string' ? withoutBlanks(value) : '';
	return INVOICE_WORDS.test(text) && !HOW_TO_GET_ONE.test(text);
};

const hasInvoiceWords = ({ shopName }: Cells) => isInvoiceText(shopName);

const hasInvoiceNumber = ({ receiptNumber }: Cells) =>
	typeof receiptNumber === 'string' && DIGITAL_NUMBER.test(receiptNumber);

const hasTaxClasses = (rows: readonly Cells[]) => {
	const classed = rows.filter(({ name }) => typeof name === 'string' && TAX_CLASS.test(name));
	return classed.length > 0 && classed.length * 2 >= rows.length;
};

/**
 * Looks whether a paper that was given to the receipt API is a shop's receipt: nothing that only invoices have was read.
 *
 * @param others names and values that the receipt API does not know
 * @param said what the server says of the kind
 */
export function receiptKindProblems(
	header: Cells,
	rows: readonly Cells[],
	others: ReadonlyArray<readonly [name: string, value: unknown]>,
	said: unknown,
): Reason[] {
	const problems = saidKindProblems(said, 'receipt');
	const isInvoice =
		hasInvoiceWords(header) ||
		hasInvoiceNumber(header) ||
		hasTaxClasses(rows) ||
		others.some(([name, value]) => INVOICE_LABELS.test(name) || isInvoiceText(value));
	if (problems.length > 0 || !isInvoice) return problems;
	return [
		wrongKind(
			'this looks like an invoice, not like a receipt: its words or its number are those of one. Give it to the Juhe Invoice OCR node',
		),
	];
}
