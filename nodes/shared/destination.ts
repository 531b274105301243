import type { IExecuteFunctions } from 'n8n-workflow';

import { RecognitionFailure } from './failure';
import type { OcrApi } from './ocrApi';
import type { ServerKind } from './serverKind';

/** Where a picture is sent, and under which key. Expressions in the credential may vary it from item to item. */
export interface Destination {
	server: ServerKind;
	/** Without a slash at its end. */
	baseUrl: string;
	/** Goes into the form, and tells whose results may be shared; nowhere else. */
	key: string;
}

/** Reads the destination of an input item. @throws RecognitionFailure where it is not complete */
export type ReadDestination = (itemIndex: number) => Promise<Destination>;

/** n8n's mark on an error of an expression; its words repeat the expression, which may hold a key. */
const EXPRESSION_ERROR = /\[Error resolving credentials\]/;
/** Paths of APIs are put behind it, so it ends before a query. */
const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/i;

function refuse(message: string, remedy: string): RecognitionFailure {
	return new RecognitionFailure({ origin: 'input', message, remedy, retry: 'never' });
}

function unavailable(error: unknown): RecognitionFailure {
	const reason = error instanceof Error ? error.message : String(error);
	return EXPRESSION_ERROR.test(reason)
		? refuse(
				'An expression in the Juhe credential gives no value for this item',
				'Check the expressions in the credential, and the fields of the item that they name',
			)
		: refuse(
				`n8n could not provide the Juhe credential: ${reason}`,
				'Choose the credential in this node again',
			);
}

/** A field of the credential as text; an expression can make anything of it. */
function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

async function readDestination(
	context: IExecuteFunctions,
	{ displayName, keyField, keyLabel }: OcrApi,
	itemIndex: number,
): Promise<Destination> {
	const credential = await context.getCredentials('juheApi', itemIndex).catch((error: unknown) => {
		throw unavailable(error);
	});
	const baseUrl = textOf(credential.baseUrl).replace(/\/+$/, '');
	if (!WEB_ADDRESS.test(baseUrl) || !URL.canParse(baseUrl)) {
		throw refuse(
			'Base URL in the Juhe credential is not a web address',
			'Set it to https://apis.juhe.cn for Juhe Cloud, or to the address of your own server, such as http://127.0.0.1:8787',
		);
	}
	const key = textOf(credential[keyField]);
	if (key === '') {
		throw refuse(
			`The Juhe credential has no key for ${displayName}`,
			`Fill in ${keyLabel} in the credential; an expression there must give a key for every item. Each Juhe key belongs to one API product; a server of your own accepts the key "demo" until keys are configured`,
		);
	}
	return {
		server: credential.server === 'selfHosted' ? 'selfHosted' : 'juheCloud',
		baseUrl,
		key,
	};
}

/**
 * Makes the reader of a run's destinations. n8n does not tell whether a credential holds expressions, so each item's
 * is resolved anew, once for all its pictures: no more often than n8n's own request helper decrypts it.
 */
export function destinationReader(context: IExecuteFunctions, api: OcrApi): ReadDestination {
	let last: { itemIndex: number; destination: Promise<Destination> } | undefined;
	return async (itemIndex) => {
		if (last?.itemIndex !== itemIndex)
			last = { itemIndex, destination: readDestination(context, api, itemIndex) };
		return await last.destination;
	};
}
