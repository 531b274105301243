import type { Caller, Refusal } from './access.mts';
import { AddressList } from './addresses.mts';
import type { StoredKey, Usage } from './stored-key.mts';

/** Which rule of a key is against a call, if one is; its limits are another matter. */
export function ruleAgainst(
	key: StoredKey,
	{ api, address }: Caller,
	now: number,
): Refusal | undefined {
	if (key.revoked) return { code: 10009, hint: 'the key was revoked' };
	if (key.expires !== undefined && now >= key.expires) {
		return { code: 10003, hint: `the key expired on ${new Date(key.expires).toISOString()}` };
	}
	if (!key.apis.includes(api)) return { code: 10002, hint: `the key is not for the ${api} API` };
	if (key.addresses.length > 0 && !new AddressList(key.addresses).includes(address)) {
		return { code: 10007, hint: `the key may not be used from ${address}` };
	}
	return undefined;
}

/** Which limit of a key is reached, if one is, by the readings that were counted for it. */
export function limitReached(
	{ perDay, perMinute, trial }: StoredKey,
	usage: Usage,
): Refusal | undefined {
	if (perDay !== undefined && usage.day >= perDay) {
		return {
			code: trial ? 10013 : 10012,
			hint: `${perDay} readings a day are used up, until midnight in China`,
		};
	}
	if (perMinute !== undefined && usage.minute >= perMinute) {
		return { code: 10011, hint: `${perMinute} readings a minute are used up, try again later` };
	}
	return undefined;
}
