import { parseArgs } from 'node:util';
import { apiNames } from '../access/access.mts';
import { newKey } from '../access/key-hash.mts';
import { KeyStore, NameTakenError, type KeyRules, type StoredKey } from '../access/key-store.mts';
import { UsageError } from './usage-error.mts';
import { addresses, integer, oneOf, splitList } from './values.mts';

export const keysUsage = `Usage: juhe-ocr-server keys add NAME --store FILE [options]
       juhe-ocr-server keys list --store FILE
       juhe-ocr-server keys revoke NAME --store FILE

"add" prints a new key, once: only its hash is stored. A running server follows at once.

  --store FILE            the key store, made if it is missing (JUHE_OCR_STORE)
  --apis API,...          what the key may call (invoice,receipt)
  --expires DATE          when it stops working: YYYY-MM-DD or a full ISO time (never)
  --per-day N             readings a day, 10012 beyond (any number)
  --per-minute N          readings a minute, 10011 beyond (any number)
  --allow CIDR,...        addresses that may use it (all)
  --trial                 a key to try the service with: 10013 instead of 10012
`;

const flags = {
	store: { type: 'string' },
	apis: { type: 'string' },
	expires: { type: 'string' },
	'per-day': { type: 'string' },
	'per-minute': { type: 'string' },
	allow: { type: 'string' },
	trial: { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

type Flags = ReturnType<typeof parse>['values'];

/**
 * Runs `juhe-ocr-server keys ...`; returns what to print. Throws UsageError.
 * @param args the arguments after `keys`
 */
export function runKeys(args: string[], environment: NodeJS.ProcessEnv, now: number): string {
	const { values, positionals } = parse(args);
	if (values.help) return keysUsage;
	const [command, name, ...rest] = positionals;
	const action = actions[command];
	if (!action) throw new UsageError(`keys ${command ?? ''}: add, list or revoke is needed`);
	if (Boolean(name) !== action.named || rest.length > 0) {
		throw new UsageError(
			`keys ${command}: ${action.named ? 'one name is needed' : 'takes no name'}`,
		);
	}
	const file = values.store ?? environment.JUHE_OCR_STORE;
	if (!file) throw new UsageError(`keys ${command}: --store FILE or JUHE_OCR_STORE is needed`);
	const rules = rulesOf(name, values);

	const store = openStore(file);
	try {
		return action.run(store, rules, now);
	} catch (error) {
		throw error instanceof NameTakenError ? new UsageError(error.message) : error;
	} finally {
		store.close();
	}
}

/** Opens the store for the command line and the server. Throws UsageError when the file is none. */
export function openStore(file: string): KeyStore {
	try {
		return new KeyStore(file);
	} catch (error) {
		throw new UsageError(`--store ${file}: ${(error as Error).message}`);
	}
}

interface Action {
	named: boolean;
	run(store: KeyStore, rules: KeyRules, now: number): string;
}

const actions: Record<string, Action | undefined> = {
	add: {
		named: true,
		run(store, rules) {
			const key = newKey();
			store.add(key, rules);
			return `${key}\n`;
		},
	},
	list: {
		named: false,
		run: (store, _rules, now) => table(store.list().map((key) => rowOf(store, key, now))),
	},
	revoke: {
		named: true,
		run(store, { name }) {
			if (!store.revoke(name)) throw new UsageError(`there is no key named "${name}"`);
			return `${name} is revoked\n`;
		},
	},
};

function rulesOf(name: string, values: Flags): KeyRules {
	const apis = splitList(values.apis ?? apiNames.join(','));
	return {
		name,
		apis: apis.map((api) => oneOf('apis', api, apiNames)),
		expires: values.expires === undefined ? undefined : dateOf(values.expires),
		perDay: limitOf('per-day', values['per-day']),
		perMinute: limitOf('per-minute', values['per-minute']),
		addresses: addresses('allow', values.allow ?? ''),
		trial: values.trial ?? false,
	};
}

const limitOf = (flag: string, value: string | undefined) =>
	value === undefined ? undefined : integer(flag, value, 0, 1e9);

function dateOf(text: string): number {
	const time = /^\d{4}-\d\d-\d\d(T.+)?$/.test(text) ? Date.parse(text) : NaN;
	if (Number.isNaN(time)) {
		throw new UsageError(`--expires ${text}: a date such as 2027-01-31 is needed`);
	}
	return time;
}

const headings = [
	'NAME',
	'APIS',
	'STATE',
	'EXPIRES',
	'PER DAY',
	'PER MINUTE',
	'ADDRESSES',
	'TODAY',
	'TOTAL',
];

function rowOf(store: KeyStore, key: StoredKey, now: number): string[] {
	const { day, total } = store.usage(key.id, now);
	const expired = key.expires !== undefined && now >= key.expires;
	return [
		key.name,
		key.apis.join(','),
		key.revoked ? 'revoked' : expired ? 'expired' : key.trial ? 'trial' : 'active',
		key.expires === undefined ? 'never' : new Date(key.expires).toISOString(),
		String(key.perDay ?? '-'),
		String(key.perMinute ?? '-'),
		key.addresses.join(',') || 'all',
		String(day),
		String(total),
	];
}

function table(rows: string[][]): string {
	const lines = [headings, ...rows];
	const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
	const print = (line: string[]) =>
		line
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd();
	return lines.map((line) => `${print(line)}\n`).join('');
}

function parse(args: string[]) {
	try {
		return parseArgs({ args, options: flags, allowPositionals: true });
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
