import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { OutputChoices } from './ocrApi';
import type { Pages } from './pages';

/** Settings of the whole run, taken from the first item. */
export interface RunSettings {
	maxConcurrency: number;
	/** Milliseconds between the starts of two requests. */
	minInterval: number;
	/** Milliseconds. */
	timeout: number;
	rateLimitRetries: number;
	retryUncertain: boolean;
	reuseResults: boolean;
}

/** Settings that an expression may vary from item to item. */
export interface ItemSettings extends OutputChoices {
	includeInputFields: boolean;
	keepImage: boolean;
	/** Which files are passed over instead of being errors. */
	unsupportedFiles: UnsupportedFiles;
	/** Which pages of its files are read. */
	pages: Pages;
}

/** Values of the option Unsupported Files. */
export type UnsupportedFiles = 'fail' | 'skip' | 'skipNoise';

interface RawOptions extends IDataObject {
	fieldNames?: string;
	includeInputFields?: boolean;
	keepImage?: boolean;
	maxConcurrency?: number;
	minInterval?: number;
	timeout?: number;
	rateLimitRetries?: number;
	retryUncertain?: boolean;
	unsupportedFiles?: string;
	reuseResults?: boolean;
	reviewChecks?: boolean;
	pages?: { selection?: { which?: string; range?: unknown } };
}

const MAX_CONCURRENCY = 50;
const MAX_RETRIES = 10;
const MAX_TIMEOUT_SECONDS = 600;

function readOptions(context: IExecuteFunctions, itemIndex: number): RawOptions {
	return context.getNodeParameter('options', itemIndex, {}) as RawOptions;
}

function wholeNumber(value: unknown, fallback: number, least: number, most: number): number {
	const number = Number(value ?? fallback);
	return Number.isFinite(number) ? Math.min(Math.max(Math.trunc(number), least), most) : fallback;
}

/** Reads and completes what holds for the whole run, so that nothing behind it meets an undefined option. */
export function readRunSettings(context: IExecuteFunctions): RunSettings {
	const options = readOptions(context, 0);
	return {
		maxConcurrency: wholeNumber(options.maxConcurrency, 3, 1, MAX_CONCURRENCY),
		minInterval: wholeNumber(options.minInterval, 0, 0, Number.MAX_SAFE_INTEGER),
		timeout: wholeNumber(options.timeout, 60, 1, MAX_TIMEOUT_SECONDS) * 1000,
		rateLimitRetries: wholeNumber(options.rateLimitRetries, 3, 0, MAX_RETRIES),
		retryUncertain: options.retryUncertain ?? false,
		reuseResults: options.reuseResults ?? true,
	};
}

function asUnsupportedFiles(value: string | undefined): UnsupportedFiles {
	return value === 'skip' || value === 'skipNoise' ? value : 'fail';
}

function asPages({ which, range }: { which?: string; range?: unknown } = {}): Pages {
	return {
		which: which === 'first' || which === 'range' ? which : 'all',
		range: String(range ?? ''),
	};
}

/** Reads and completes what may differ from item to item. */
export function readItemSettings(context: IExecuteFunctions, itemIndex: number): ItemSettings {
	const options = readOptions(context, itemIndex);
	return {
		output: context.getNodeParameter('output', itemIndex) as string,
		fieldNames: options.fieldNames === 'original' ? 'original' : 'english',
		reviewChecks: options.reviewChecks ?? true,
		includeInputFields: options.includeInputFields ?? false,
		keepImage: options.keepImage ?? false,
		unsupportedFiles: asUnsupportedFiles(options.unsupportedFiles),
		pages: asPages(options.pages?.selection),
	};
}
