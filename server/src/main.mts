#!/usr/bin/env node
import { inspect } from 'node:util';
import { keysUsage, runKeys } from './cli/keys.mts';
import { modelsUsage, runModels } from './cli/models/command.mts';
import { FetchError } from './cli/models/fetch-error.mts';
import { UsageError } from './cli/usage-error.mts';
import { ModelError } from './engine/model-error.mts';
import { readOptions, usage } from './options.mts';
import { forgetVariable } from './cli/secret-variable.mts';
import { serve } from './serve.mts';

const [command, ...rest] = process.argv.slice(2);
const environment = { ...process.env };
forgetVariable('JUHE_OCR_KEYS');

/** What is shown with what is wrong with a command line. */
const usages: Readonly<Record<string, string | undefined>> = {
	keys: keysUsage,
	models: modelsUsage,
};

try {
	if (command === 'keys') {
		process.stdout.write(runKeys(rest, environment, Date.now()));
	} else if (command === 'models') {
		process.stdout.write(await runModels(rest));
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
		return `${error.message}\n\n${usages[command] ?? usage}`;
	}
	if (error instanceof ModelError || error instanceof FetchError) return error.message;
	const { code, message } = error as NodeJS.ErrnoException;
	if (code === 'EADDRINUSE') {
		return `the port is taken: ${message}. Choose another one with --port.`;
	}
	return inspect(error);
}
