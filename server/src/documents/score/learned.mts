import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Weights } from './weights.mts';

/** The file of weights: learned by `bench/fit.mts`, never typed. */
export interface WeightsFile {
	/** When they were learned, and from how many documents. */
	learned: string;
	documents: number;
	/** By name of the feature. */
	weights: Record<string, number>;
}

/** The weights in a file. */
export function readWeights(file: string): Weights {
	const { weights } = JSON.parse(readFileSync(file, 'utf8')) as WeightsFile;
	return new Weights(new Map(Object.entries(weights)));
}

/** Where the weights for invoices are kept. */
export const invoiceWeights = join(import.meta.dirname, 'invoice-weights.json');

/** Where the weights for receipts are kept. */
export const receiptWeights = join(import.meta.dirname, 'receipt-weights.json');
