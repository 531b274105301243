import { apiNames } from '../access/access.mts';
import { newKey } from '../access/key-hash.mts';
import { NameTakenError, type KeyStore } from '../access/key-store.mts';
import type { KeyRules } from '../access/stored-key.mts';
import { expiry } from './expiry.mts';
import { parseFlags } from './flags.mts';
import { keyList } from './key-list.mts';
import { keyName, printable } from './key-name.mts';
import { explained, openStore, warningOf } from './store.mts';
import { UsageError } from './usage-error.mts';
import { addresses, integer, someOf } from './values.mts';

export const keysUsage = `Usage: juhe-ocr-server keys add NAME --store FILE [options]
       juhe-ocr-server keys list --store FILE
       juhe-ocr-server keys revoke NAME --store FILE

"add" prints a new key, once: only its hash is stored. A running server follows at once.

  --store FILE            the key store, which "add" makes if it is missing (JUHE_OCR_STORE)
  --apis API,...          what the key may call (invoice,receipt)
  --expires DATE          when it stops working: YYYY-MM-DD or a full ISO time (never)
  --per-day N             readings a day, 10012 beyond (any number)
  --per-minute N          readings a minute, 10011 beyond (any number)
  --allow CIDR,...        addresses that may use it (all)
  --trial                 a key to try the service with: 10013 instead of 10012
`;

const storeFlag = { store: { type: 'string' }, help: { type: 'boolean' } } as const;

const ruleFlags = {
	apis: { type: 'string' },
	expires: { type: 'string' },
	'per-day': { type: 'string' },
	'per-minute': { type: 'string' },
	allow: { type: 'string' },
	trial: { type: 'boolean' },
} as const;

type Flags = ReturnType<typeof parse>['values'];

/**
 * Runs `juhe-ocr-server keys ...`; returns what to print. Throws UsageError.
 * @param args the arguments after `keys`
 * @param warn told what is not wrong and should still be known
 */
export function runKeys(
	args: string[],
	environment: NodeJS.ProcessEnv,
	now: number,
	warn: (text: string) => void = (text) => console.error(`juhe-ocr-server: ${text}`),
): string {
	const { values, positionals } = parse(args);
	if (values.help) return keysUsage;
	const [command, name, ...rest] = positionals;
	const action = actions[command];
	if (!action) throw new UsageError(`keys ${command ?? ''}: add, list or revoke is needed`);
	if ((name !== undefined) !== action.named || rest.length > 0) {
		throw new UsageError(
			`keys ${command}: ${action.named ? 'one name is needed' : 'takes no name'}`,
		);
	}
	const [rule] = Object.keys(ruleFlags).filter((flag) => flag in values);
	if (rule && !action.makes) throw new UsageError(`keys ${command}: takes no --${rule}`);
	const file = values.store ?? environment.JUHE_OCR_STORE;
	if (!file) throw new UsageError(`keys ${command}: --store FILE or JUHE_OCR_STORE is needed`);
	const order = { name, values, now, warn };
	const work = action.prepare(order);

	const store = openStore(file, { create: action.makes });
	try {
		const output = explained(file, () => work(store));
		const warning = warningOf(file);
		if (warning) warn(warning);
		return output;
	} finally {
		store.close();
	}
}

interface Order {
	name: string;
	values: Flags;
	now: number;
	warn(text: string): void;
}

interface Action {
	/** Whether it is about one key. */
	named: boolean;
	/** Whether it makes a key, with rules, and the store for it. */
	makes: boolean;
	/** Looks at what is asked for; returns what is then done with the store. */
	prepare(order: Order): (store: KeyStore) => string;
}

const actions: Record<string, Action | undefined> = {
	add: {
		named: true,
		makes: true,
		prepare({ name, values, now, warn }) {
			const rules = rulesOf(name, values);
			if (rules.expires !== undefined && rules.expires <= now) {
				warn(`--expires ${values.expires}: that is over, the key will not work`);
			}
			return (store) => addKey(store, rules);
		},
	},
	list: {
		named: false,
		makes: false,
		prepare:
			({ now }) =>
			(store) =>
				keyList(store, now),
	},
	revoke: {
		named: true,
		makes: false,
		prepare:
			({ name }) =>
			(store) => {
				if (store.revoke(name)) return `${printable(name)} is revoked\n`;
				throw new UsageError(`there is no key named "${printable(name)}"`);
			},
	},
};

function addKey(store: KeyStore, rules: KeyRules): string {
	const key = newKey();
	try {
		store.add(key, rules);
	} catch (error) {
		throw error instanceof NameTakenError ? new UsageError(error.message) : error;
	}
	return `${key}\n`;
}

function rulesOf(name: string, values: Flags): KeyRules {
	const { expires, allow } = values;
	return {
		name: keyName(name),
		apis: apisOf(values.apis),
		expires: expires === undefined ? undefined : expiry('expires', expires),
		perDay: limitOf('per-day', values['per-day']),
		perMinute: limitOf('per-minute', values['per-minute']),
		addresses: allow === undefined ? [] : addresses('allow', allow),
		trial: values.trial ?? false,
	};
}

const apisOf = (value: string | undefined) =>
	value === undefined ? apiNames : someOf('apis', value, apiNames);

const limitOf = (flag: string, value: string | undefined) =>
	value === undefined ? undefined : integer(flag, value, 1, 1e9);

const parse = (args: string[]) => parseFlags(args, { ...storeFlag, ...ruleFlags }, true);
