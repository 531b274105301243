import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.mts';

/**
 * Reads a command line. A flag that is given twice or without a value is refused: a variable that a script
 * forgot to set would otherwise switch off what the flag is for.
 * Throws UsageError.
 * @param options the flags, as `parseArgs` of Node takes them
 */
export function parseFlags<Flags extends NonNullable<ParseArgsConfig['options']>>(
	args: string[],
	options: Flags,
	allowPositionals = false,
) {
	const { tokens, ...parsed } = parse({ args, options, allowPositionals, tokens: true });
	const seen = new Set<string>();
	for (const token of tokens) {
		if (token.kind !== 'option') continue;
		if (seen.has(token.name)) throw new UsageError(`--${token.name} is given more than once`);
		if (token.value?.trim() === '')
			throw new UsageError(`--${token.name} is given without a value`);
		seen.add(token.name);
	}
	return parsed;
}

function parse<Config extends ParseArgsConfig>(config: Config) {
	try {
		return parseArgs(config);
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
