import { allNumbers, rowProductProblems, sameAmount, sum } from '../shared/checks/arithmetic';
import { parseCapitalAmount } from '../shared/checks/capitalAmount';
import { taxIdProblem } from '../shared/checks/taxId';
import type { CellValue } from '../shared/values/convert';

type Cells = Readonly<Record<string, CellValue>>;

/** Digits a code can have. Source: the State Taxation Administration's numbering of invoices. */
const codeShapes: ReadonlyArray<{ key: string; shape: RegExp; digits: string }> = [
	{ key: 'invoiceCode', shape: /^(\d{10}|\d{12})$/, digits: '10 or 12' },
	{ key: 'invoiceNumber', shape: /^(\d{8}|\d{20})$/, digits: '8 or 20' },
	{ key: 'checkCode', shape: /^\d{20}$/, digits: '20' },
];

const expectedFields = ['invoiceNumber', 'totalAmount'];
const taxIdFields = ['buyerTaxId', 'sellerTaxId'];

const missing = (header: Cells) =>
	expectedFields.filter((key) => header[key] === null).map((key) => `${key} was not read`);

const codes = (header: Cells) =>
	codeShapes.flatMap(({ key, shape, digits }) => {
		const code = header[key];
		return typeof code !== 'string' || shape.test(code) ? [] : [`${key} has not ${digits} digits`];
	});

const taxIds = (header: Cells) =>
	taxIdFields.flatMap((key) => {
		const id = header[key];
		const problem = typeof id === 'string' ? taxIdProblem(id) : undefined;
		return problem ? [`${key} ${problem}`] : [];
	});

function wordsAgainstFigures({ totalAmount, totalAmountInWords }: Cells): string[] {
	if (typeof totalAmount !== 'number' || typeof totalAmountInWords !== 'string') return [];
	const inWords = parseCapitalAmount(totalAmountInWords);
	return inWords === undefined || sameAmount(inWords, totalAmount, 0.001)
		? []
		: [`totalAmount ${totalAmount} differs from the amount in words, ${inWords}`];
}

function taxAgainstTotal({ amountBeforeTax, totalTax, totalAmount }: Cells): string[] {
	const numbers = allNumbers([amountBeforeTax, totalTax, totalAmount]);
	if (!numbers) return [];
	const [before, tax, total] = numbers;
	return sameAmount(before + tax, total)
		? []
		: [`amountBeforeTax ${before} plus totalTax ${tax} is not totalAmount ${total}`];
}

function rowsAgainstTotal({ totalAmount }: Cells, rows: readonly Cells[]): string[] {
	const amounts = allNumbers(rows.map((row) => row.amount));
	if (typeof totalAmount !== 'number' || !amounts) return [];
	const taxes = rows
		.map((row) => row.taxAmount)
		.filter((tax): tax is number => typeof tax === 'number');
	const net = sum(amounts);
	const gross = sum([...amounts, ...taxes]);
	return sameAmount(net, totalAmount) || sameAmount(gross, totalAmount)
		? []
		: [`the rows add up to ${gross}, not to totalAmount ${totalAmount}`];
}

/**
 * Looks for contradictions inside one invoice. What cannot be checked, because a value is missing or not
 * readable as such, is not reported as wrong.
 *
 * @returns a sentence for each contradiction
 */
export function checkInvoice(header: Cells, rows: readonly Cells[]): string[] {
	return [
		...missing(header),
		...codes(header),
		...taxIds(header),
		...wordsAgainstFigures(header),
		...taxAgainstTotal(header),
		...rowProductProblems(rows, 'amount'),
		...rowsAgainstTotal(header, rows),
	];
}
