import invoices from './invoice-weights.json' with { type: 'json' };
import papers from './paper-weights.json' with { type: 'json' };
import receipts from './receipt-weights.json' with { type: 'json' };
import several from './several-weights.json' with { type: 'json' };
import { Weights } from './weights.mts';

/** The file of weights: learned by `bench/fit.mts`, `fit-papers.mts` or `fit-several.mts`, never typed. */
export interface WeightsFile {
	/** When they were learned, and from how many documents. */
	learned: string;
	documents: number;
	/** By name of the feature. */
	weights: Record<string, number>;
}

const weightsIn = ({ weights }: WeightsFile): Weights =>
	new Weights(new Map(Object.entries(weights)));

/** What invoices are read with. */
export const invoiceWeights = weightsIn(invoices);

/** What receipts are read with. */
export const receiptWeights = weightsIn(receipts);

/** What an invoice is told from a receipt by. */
export const paperWeights = weightsIn(papers);

/** What a page of several documents is told by. */
export const severalWeights = weightsIn(several);
