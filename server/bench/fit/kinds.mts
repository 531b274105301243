import { join } from 'node:path';
import { readInvoice } from '../../src/documents/invoice.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import type { Weights } from '../../src/documents/score/weights.mts';
import type { Page } from '../../src/page/types.mts';
import {
	compareInvoice,
	compareReceipt,
	type Result,
	type Truth,
} from '../../testing/accuracy/compare.mts';
import type { Example } from './fields.mts';
import { learnInvoice } from './invoices.mts';
import { judgeInvoice } from './judge-invoices.mts';
import { judgeReceipt } from './judge-receipts.mts';
import type { Perceptron } from './perceptron.mts';
import { learnReceipt } from './receipts.mts';
import type { Judgement } from './sureness.mts';

/** How a kind of document is read, held against its truth and learned, and where its weights are kept. */
export interface Learnable {
	file: string;
	learn: (example: Example, learner: Perceptron) => void;
	compare: (truth: Truth, page: Page, weights: Weights) => Result;
	/** What was chosen, from which it is learned how sure to be of it. */
	judge: (example: Example, weights: Weights) => Judgement[];
}

const score = join(import.meta.dirname, '..', '..', 'src', 'documents', 'score');

/** By the name of the kind. */
export const learnables: Readonly<Record<string, Learnable>> = {
	receipt: {
		file: join(score, 'receipt-weights.json'),
		learn: learnReceipt,
		judge: judgeReceipt,
		compare: (truth, page, weights) => compareReceipt(truth, readReceipt(page, weights)),
	},
	invoice: {
		file: join(score, 'invoice-weights.json'),
		learn: learnInvoice,
		judge: judgeInvoice,
		compare: (truth, page, weights) => compareInvoice(truth, readInvoice(page, weights)),
	},
};
