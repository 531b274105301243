import type { RetryClass } from './failure';

export interface ErrorCodeEntry {
	/** What happened; follows "Juhe error 10001: ". */
	meaning: string;
	/** What the person who runs the workflow can do. */
	remedy: string;
	retry: RetryClass;
	/** Every further call with the same key would meet it. */
	stopsKey?: boolean;
}

const SELF_HOSTED_ADVICE =
	'As an alternative, run juhe-ocr-server on your own machine and set Server to Self-Hosted in the Juhe credential';

/**
 * Every code of both vendor documents. Meanings follow the documents' tables of system-level and service-level
 * codes; retry classes follow the billing rule of the vendor's sister API (a call is billed when error_code is 0).
 */
export const errorCodes: Readonly<Record<string, ErrorCodeEntry>> = {
	10001: {
		meaning: 'the API key is wrong',
		remedy:
			'Copy the key of this API again from Juhe (Personal Center > My Data) into the Juhe credential',
		retry: 'never',
		stopsKey: true,
	},
	10002: {
		meaning: 'this key has no permission for this API',
		remedy:
			'Each Juhe key belongs to one API product. Check that the invoice key and the receipt key are not swapped in the Juhe credential, and that this API was applied for',
		retry: 'never',
		stopsKey: true,
	},
	10003: {
		meaning: 'the API key has expired',
		remedy: 'Renew the API product at Juhe, or put a valid key into the Juhe credential',
		retry: 'never',
		stopsKey: true,
	},
	10004: {
		meaning: 'the OpenID is wrong',
		remedy: 'Check the Juhe account that owns the key, then create the key again',
		retry: 'never',
	},
	10005: {
		meaning: 'the application was not approved in time',
		remedy: 'Complete the identity verification of your Juhe account',
		retry: 'never',
	},
	10007: {
		meaning: 'the source of the request is unknown to Juhe',
		remedy: "Check the allowed sources of this key in Juhe's console",
		retry: 'never',
	},
	10008: {
		meaning: 'the IP address of this n8n is blocked',
		remedy: "Add the public IP address of this n8n to the key's allowed addresses at Juhe",
		retry: 'never',
	},
	10009: {
		meaning: 'the API key is blocked',
		remedy: 'Ask Juhe why the key was blocked, or put another key into the Juhe credential',
		retry: 'never',
		stopsKey: true,
	},
	10011: {
		meaning: 'too many requests from this IP address',
		remedy:
			'Lower Max Concurrent Requests or raise Minimum Interval in the options of this node, then run it again',
		retry: 'safe',
	},
	10012: {
		meaning: 'the quota of this key is used up',
		remedy: 'Buy more calls at Juhe, or wait for the quota to renew',
		retry: 'never',
		stopsKey: true,
	},
	10013: {
		meaning: 'the test key has reached its request limit',
		remedy: 'Apply for a production key at Juhe and put it into the Juhe credential',
		retry: 'never',
		stopsKey: true,
	},
	10014: {
		meaning: 'Juhe had an internal error',
		remedy:
			'Check in your Juhe account whether this call was billed before you run it again: a second call may be billed too',
		retry: 'uncertain',
	},
	10020: {
		meaning: 'this API is under maintenance',
		remedy: `Try again later. ${SELF_HOSTED_ADVICE}`,
		retry: 'never',
		stopsKey: true,
	},
	10021: {
		meaning: 'this API has been switched off',
		remedy: `Ask Juhe for a successor of this API. ${SELF_HOSTED_ADVICE}`,
		retry: 'never',
		stopsKey: true,
	},
	253201: {
		meaning: 'the request was not accepted',
		remedy: 'Check that the file is an undamaged picture of a kind and size this API takes',
		retry: 'never',
	},
	253202: {
		meaning: 'recognition failed',
		remedy:
			'Check that the picture is sharp, upright and shows one document. A second call may be billed too',
		retry: 'uncertain',
	},
};

const serviceLevelEntry: ErrorCodeEntry = {
	meaning: 'the OCR service could not read the picture',
	remedy:
		'Check that the picture is sharp, upright, shows one document, and is undamaged, then run it again',
	retry: 'never',
};

const unknownEntry: ErrorCodeEntry = {
	meaning: 'the service answered with a code that is not documented',
	remedy: "Look the code up in Juhe's console or ask Juhe's support",
	retry: 'never',
};

/**
 * Finds what a code means. Service-level codes begin with 2 and are published for the invoice API only, so any
 * other 2xxxxx is taken as the service's answer about the picture.
 *
 * @param code the envelope's `error_code`, not 0
 */
export function explainCode(code: number): ErrorCodeEntry {
	return errorCodes[code] ?? (/^2\d{5}$/.test(String(code)) ? serviceLevelEntry : unknownEntry);
}
