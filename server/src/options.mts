import { availableParallelism } from 'node:os';
import { apiNames, type ApiName } from './access/access.mts';
import { AddressList } from './access/addresses.mts';
import { parseFlags } from './cli/flags.mts';
import { UsageError } from './cli/usage-error.mts';
import { addresses, integer, oneOf, someOf, splitList } from './cli/values.mts';

/** What the command line and the environment ask for. */
export interface Options {
	host: string;
	port: number;
	workers: number;
	/** Pictures that may wait for a worker. */
	queue: number;
	/** Bytes that a picture may have. */
	maximumPicture: number;
	/** Milliseconds after which a request is answered, whatever became of it. */
	deadline: number;
	/** Bytes of memory that a worker may hold while it is at a picture. */
	maximumMemory: number;
	/** The folder of the models; undefined for those that are shipped. */
	models: string | undefined;
	/** The path of the key store; undefined when there is none. */
	store: string | undefined;
	/** The keys of the environment. */
	keys: string[];
	denied: AddressList;
	/** Proxies whose X-Forwarded-For is believed. */
	trustedProxies: string[];
	off: ApiName[];
	maintenance: boolean;
	logLevel: (typeof logLevels)[number];
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** A setting: its flag, the variable that gives it too, its default, and what the usage text says. */
interface Setting {
	flag: string;
	variable: string;
	value: string;
	preset: string;
	about: string;
}

const settings = {
	port: setting('port', 'PORT', '8787', 'the port to listen on; 0 takes a free one'),
	host: setting('host', 'HOST', '127.0.0.1', 'the address to listen on; any other needs keys'),
	workers: setting('workers', 'N', String(availableParallelism()), 'processes that read pictures'),
	queue: setting('queue', 'N', '32', 'pictures that may wait for one of them'),
	memory: setting('worker-memory', 'MB', '800', 'what one of them may hold in memory'),
	maximumPicture: setting(
		'max-picture',
		'MB',
		'20',
		'the largest picture or document that is taken',
	),
	deadline: setting('deadline', 'SECONDS', '30', 'when a request is given up'),
	models: setting('models', 'DIR', '', 'the models that read (PP-OCRv4, which is shipped)'),
	store: setting('store', 'FILE', '', 'the key store, see "juhe-ocr-server keys --help"'),
	deny: setting('deny', 'CIDR,...', '', 'addresses that may not call'),
	proxies: setting('trust-proxy', 'CIDR,...', '', 'proxies whose X-Forwarded-For is believed'),
	off: setting('off', 'API,...', '', 'APIs that are switched off: invoice, receipt'),
	maintenance: setting('maintenance', 'yes|no', 'no', 'answer every call with 10020'),
	logLevel: setting('log-level', 'LEVEL', 'info', logLevels.join(', ')),
} satisfies Record<string, Setting>;

function setting(flag: string, value: string, preset: string, about: string): Setting {
	const variable = `JUHE_OCR_${flag.toUpperCase().replaceAll('-', '_')}`;
	return { flag, variable, value, preset, about };
}

const usageLines = Object.values(settings).map(({ flag, value, preset, about }) =>
	`  ${`--${flag} ${value}`.padEnd(24)}${about}${preset && ` (${preset})`}`.trimEnd(),
);

export const usage = `Usage: juhe-ocr-server [options]
       juhe-ocr-server keys add|list|revoke --store FILE ...
       juhe-ocr-server models tiny|small|medium ...

Serves Juhe's invoice and shopping receipt OCR APIs on this machine.

${usageLines.join('\n')}
  --help                  shows this text

Every option can be given in the environment instead: JUHE_OCR_PORT for --port, and so on.
  JUHE_OCR_KEYS           keys that may call both APIs without limits, separated by commas

Without a store and without JUHE_OCR_KEYS the key "demo" is accepted, from this machine only.
`;

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/**
 * Reads the command line; undefined asks for the usage text. Throws UsageError.
 * @param args the arguments after the script's name
 */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options | undefined {
	const flags = parse(args);
	if (flags.help) return undefined;
	const text = (name: keyof typeof settings) => {
		const { flag, variable, preset } = settings[name];
		return String(flags[flag] ?? (environment[variable] || preset));
	};

	const options: Options = {
		host: text('host'),
		port: integer('port', text('port'), 0, 65535),
		workers: integer('workers', text('workers'), 1, 64),
		queue: integer('queue', text('queue'), 1, 100_000),
		maximumPicture: integer('max-picture', text('maximumPicture'), 1, 100) * 1e6,
		deadline: integer('deadline', text('deadline'), 1, 600) * 1000,
		maximumMemory: integer('worker-memory', text('memory'), 500, 100_000) * 1e6,
		models: text('models') || undefined,
		store: text('store') || undefined,
		keys: splitList(environment.JUHE_OCR_KEYS ?? ''),
		denied: new AddressList(addresses('deny', text('deny'))),
		trustedProxies: addresses('trust-proxy', text('proxies')),
		off: someOf('off', text('off'), apiNames),
		maintenance: oneOf('maintenance', text('maintenance'), ['yes', 'no']) === 'yes',
		logLevel: oneOf('log-level', text('logLevel'), logLevels),
	};
	if (options.keys.length === 0 && environment.JUHE_OCR_KEYS) {
		throw new UsageError('JUHE_OCR_KEYS is set without keys in it');
	}
	if (options.keys.length === 0 && !options.store && !loopback.test(options.host)) {
		throw new UsageError(
			`--host ${options.host}: without keys only this machine may call; set --store or JUHE_OCR_KEYS, or use 127.0.0.1`,
		);
	}
	return options;
}

function parse(args: string[]): Record<string, string | boolean | undefined> {
	const flags = Object.values(settings).map(({ flag }) => [flag, { type: 'string' }] as const);
	return parseFlags(args, { ...Object.fromEntries(flags), help: { type: 'boolean' } })
		.values as Record<string, string | boolean | undefined>;
}
