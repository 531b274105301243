import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { OcrApi, OutputChoices, ServerKind } from './ocrApi';

/** Settings of the whole run, taken from the first item and the credential. */
export interface RunSettings {
	server: ServerKind;
	/** Without a slash at its end. */
	baseUrl: string;
	/** Goes into the form, and tells whose results may be shared; nowhere else. */
	key: string;
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
	skipUnsupported: boolean;
}

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

function assertBaseUrl(context: IExecuteFunctions, baseUrl: string): void {
	if (/^https?:\/\/[^/\s]+/i.test(baseUrl)) return;
	throw new NodeOperationError(
		context.getNode(),
		'Base URL in the Juhe credential is not a web address',
		{
			description:
				'Set it to https://apis.juhe.cn for Juhe Cloud, or to the address of your own server, such as http://127.0.0.1:8787',
		},
	);
}

function assertKey(
	context: IExecuteFunctions,
	key: string,
	{ displayName, keyLabel }: OcrApi,
): void {
	if (key !== '') return;
	throw new NodeOperationError(
		context.getNode(),
		`The Juhe credential has no key for ${displayName}`,
		{
			description: `Fill in ${keyLabel} in the credential. Each Juhe key belongs to one API product; a server of your own accepts the key "demo" until keys are configured`,
		},
	);
}

/**
 * Reads and completes what holds for the whole run, so that nothing behind it meets an undefined option.
 *
 * @throws NodeOperationError where the credential lacks a usable address or the key of this API
 */
export async function readRunSettings(
	context: IExecuteFunctions,
	api: OcrApi,
): Promise<RunSettings> {
	const credential = await context.getCredentials('juheApi');
	const options = readOptions(context, 0);
	const baseUrl = String(credential.baseUrl ?? '')
		.trim()
		.replace(/\/+$/, '');
	const key = String(credential[api.keyField] ?? '').trim();
	assertBaseUrl(context, baseUrl);
	assertKey(context, key, api);
	return {
		server: credential.server === 'selfHosted' ? 'selfHosted' : 'juheCloud',
		baseUrl,
		key,
		maxConcurrency: wholeNumber(options.maxConcurrency, 3, 1, MAX_CONCURRENCY),
		minInterval: wholeNumber(options.minInterval, 0, 0, Number.MAX_SAFE_INTEGER),
		timeout: wholeNumber(options.timeout, 60, 1, MAX_TIMEOUT_SECONDS) * 1000,
		rateLimitRetries: wholeNumber(options.rateLimitRetries, 3, 0, MAX_RETRIES),
		retryUncertain: options.retryUncertain ?? false,
		reuseResults: options.reuseResults ?? true,
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
		skipUnsupported: options.unsupportedFiles === 'skip',
	};
}
