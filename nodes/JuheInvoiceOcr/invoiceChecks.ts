import { allNumbers, sameAmount, sum } from '../shared/checks/arithmetic';
import { parseCapitalAmount } from '../shared/checks/capitalAmount';
import { taxIdProblem } from '../shared/checks/taxId';
import type { Reason } from '../shared/review';
import type { CellValue } from '../shared/values/convert';

type Cells = Readonly<Record<string, CellValue>>;

/**
 * The shapes of codes. Source: the State Taxation Administration's numbering of invoices. A check code has 20 digits; the
 * last six of them where it is asked for only, five or six letters and digits on block-chain invoices and fiscal bills,
 * up to 16 or 24 digits on local rolls: what is left is a check code of 20 with digits lost or doubled.
 */
const codeShapes: ReadonlyArray<{ key: string; shape: RegExp; problem: string }> = [
	{ key: 'invoiceCode', shape: /^(\d{10}|\d{12})$/, problem: 'has not 10 or 12 digits' },
	{ key: 'invoiceNumber', shape: /^(\d{8}|\d{20})$/, problem: 'has not 8 or 20 digits' },
	{
		key: 'checkCode',
		shape: /^(\d{4,16}|\d{20}|\d{24}|[0-9A-Z]{5,6})$/i,
		problem: 'has not 20 digits',
	},
];

const expectedFields = ['invoiceNumber', 'totalAmount'];
const taxIdFields = ['buyerTaxId', 'sellerTaxId'];

const missing = (header: Cells): Reason[] =>
	expectedFields
		.filter((key) => header[key] === null)
		.map((key) => ({ about: key, text: `${key} was not read` }));

const codes = (header: Cells): Reason[] =>
	codeShapes.flatMap(({ key, shape, problem }) => {
		const code = header[key];
		const isPrinted =
			typeof code !== 'string' || code.includes('*') || shape.test(code.replace(/-/g, ''));
		return isPrinted ? [] : [{ about: key, text: `${key} ${problem}` }];
	});

const taxIds = (header: Cells): Reason[] =>
	taxIdFields.flatMap((key) => {
		const id = header[key];
		const problem = typeof id === 'string' ? taxIdProblem(id) : undefined;
		return problem ? [{ about: key, text: `${key} ${problem}` }] : [];
	});

const aboutTotal = (text: string): Reason => ({ about: 'totalAmount', text });

function wordsAgainstFigures({ totalAmount, totalAmountInWords }: Cells): Reason[] {
	if (typeof totalAmount !== 'number' || typeof totalAmountInWords !== 'string') return [];
	const inWords = parseCapitalAmount(totalAmountInWords);
	return inWords === undefined || sameAmount(inWords, totalAmount, 0.001)
		? []
		: [aboutTotal(`totalAmount ${totalAmount} differs from the amount in words, ${inWords}`)];
}

function taxAgainstTotal({ amountBeforeTax, totalTax, totalAmount }: Cells): Reason[] {
	const numbers = allNumbers([amountBeforeTax, totalTax, totalAmount]);
	if (!numbers) return [];
	const [before, tax, total] = numbers;
	return sameAmount(before + tax, total)
		? []
		: [
				aboutTotal(
					`amountBeforeTax ${before} plus totalTax ${tax} is ${sum([before, tax])}, not totalAmount ${total}`,
				),
			];
}

function rowsAgainstTotal({ totalAmount }: Cells, rows: readonly Cells[]): Reason[] {
	const amounts = allNumbers(rows.map((row) => row.amount));
	if (typeof totalAmount !== 'number' || !amounts) return [];
	const taxes = rows
		.map((row) => row.taxAmount)
		.filter((tax): tax is number => typeof tax === 'number');
	const net = sum(amounts);
	const gross = sum([...amounts, ...taxes]);
	return sameAmount(net, totalAmount) || sameAmount(gross, totalAmount)
		? []
		: [aboutTotal(`the rows add up to ${gross}, not to totalAmount ${totalAmount}`)];
}

/**
 * Looks for contradictions inside one invoice, but for those inside one row. What cannot be checked, because a value is missing or not
 * readable as such, is not reported as wrong.
 *
 * @returns a reason for each contradiction
 */
export function checkInvoice(header: Cells, rows: readonly Cells[]): Reason[] {
	return [
		...missing(header),
		...codes(header),
		...taxIds(header),
		...wordsAgainstFigures(header),
		...taxAgainstTotal(header),
		...rowsAgainstTotal(header, rows),
	];
}
