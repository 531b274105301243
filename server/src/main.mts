#!/usr/bin/env node
import { inspect } from 'node:util';
import { keysUsage, runKeys } from './cli/keys.mts';
import { UsageError } from './cli/usage-error.mts';
import { readOptions, usage } from './options.mts';
import { forgetVariable } from './cli/secret-variable.mts';
import { serve } from './serve.mts';

const [command, ...rest] = process.argv.slice(2);
const environment = { ...process.env };
forgetVariable('JUHE_OCR_KEYS');

try {
	if (command === 'keys') {
		process.stdout.write(runKeys(rest, environment, Date.now()));
	} else {
		const options = readOptions(process.argv.slice(2), environment);
		if (options) await serve(options);
		else console.log(usage);
	}
} catch (error) {
	console.error(`juhe-ocr-server: ${explain(error)}`);
	process.exit(1);
}

function explain(error: unknown): string {
	if (error instanceof UsageError) {
		return `${error.message}\n\n${command === 'keys' ? keysUsage : usage}`;
	}
	const { code, message } = error as NodeJS.ErrnoException;
	if (code === 'EADDRINUSE') {
		return `the port is taken: ${message}. Choose another one with --port.`;
	}
	return inspect(error);
}
