import {
	allNumbers,
	provenByProduct,
	provenKeys,
	sameAmount,
	sum,
	unequal,
} from '../shared/checks/arithmetic';
import type { Equation, Proven } from '../shared/checks/arithmetic';
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

function wordsAgainstFigures({ totalAmount, totalAmountInWords }: Cells): Equation | undefined {
	if (typeof totalAmount !== 'number' || typeof totalAmountInWords !== 'string') return undefined;
	const inWords = parseCapitalAmount(totalAmountInWords);
	if (inWords === undefined) return undefined;
	return {
		holds: sameAmount(inWords, totalAmount, 0.001),
		problem: `totalAmount ${totalAmount} differs from the amount in words, ${inWords}`,
		keys: ['totalAmount', 'totalAmountInWords'],
	};
}

function taxAgainstTotal(header: Cells): Equation | undefined {
	const keys = ['amountBeforeTax', 'totalTax', 'totalAmount'];
	const numbers = allNumbers(keys.map((key) => header[key]));
	if (!numbers) return undefined;
	const [before, tax, total] = numbers;
	return {
		holds: sameAmount(before + tax, total),
		problem: `amountBeforeTax ${before} plus totalTax ${tax} is ${sum([before, tax])}, not totalAmount ${total}`,
		keys,
	};
}

function rowsAgainstTotal({ totalAmount }: Cells, rows: readonly Cells[]): Equation | undefined {
	const amounts = allNumbers(rows.map((row) => row.amount));
	if (typeof totalAmount !== 'number' || !amounts) return undefined;
	const taxes = rows
		.map((row) => row.taxAmount)
		.filter((tax): tax is number => typeof tax === 'number');
	const net = sum(amounts);
	const gross = sum([...amounts, ...taxes]);
	return {
		holds: sameAmount(net, totalAmount) || sameAmount(gross, totalAmount),
		problem: `the rows add up to ${gross}, not to totalAmount ${totalAmount}`,
		keys: ['totalAmount'],
	};
}

/** A row's tax is its rate of its amount, to the cent. */
function provenByTax({ amount, taxRate, taxAmount }: Cells): string[] {
	const numbers = allNumbers([amount, taxAmount]);
	const [, percent] = /^(\d{1,2}(?:\.\d+)?)%$/.exec(String(taxRate ?? '')) ?? [];
	const isProven =
		numbers && percent && sameAmount((numbers[0] * Number(percent)) / 100, numbers[1]);
	return isProven ? ['amount', 'taxRate', 'taxAmount'] : [];
}

const equationsOf = (header: Cells, rows: readonly Cells[]) => [
	wordsAgainstFigures(header),
	taxAgainstTotal(header),
	rowsAgainstTotal(header, rows),
];

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
		...unequal(equationsOf(header, rows)).map(aboutTotal),
	];
}

/** Looks which values the sums, products and words of an invoice prove. */
export function provenOfInvoice(header: Cells, rows: readonly Cells[]): Proven {
	const ofRows = rowsAgainstTotal(header, rows);
	return {
		header: provenKeys(equationsOf(header, rows)),
		rows: rows.map(
			(row) =>
				new Set([
					...(ofRows?.holds ? ['amount'] : []),
					...provenByProduct(row, 'amount'),
					...provenByTax(row),
				]),
		),
	};
}
