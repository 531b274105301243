/** Where a value stands: the page, 1 for the one that the data come with, and a box in thousandths of its width and height. */
export interface Place {
	page: number;
	box: [left: number, top: number, right: number, bottom: number];
}

/** A value of an invoice's structured data under the name that the API serves it by. */
export interface StructuredValue {
	name: string;
	/** As such invoices print it; '' where the data say that there is none. */
	value: string;
	place: Place | null;
	/** Whether the file says something else of it in another of its places. */
	isDisputed: boolean;
}

/** An invoice as a file's own data say it: no recognition, no rules. What the data do not speak of is not in it. */
export interface StructuredInvoice {
	fields: StructuredValue[];
	/** Lines of goods, each with all columns in the order of the API; undefined where the data do not list them. */
	lines: StructuredValue[][] | undefined;
}

/** The columns of a line of goods by the names of the API, in its order. */
export const lineColumns = [
	'货物或应税劳务、服务名称',
	'规格型号',
	'单位',
	'数量',
	'单价',
	'金额',
	'税率',
	'税额',
] as const;
