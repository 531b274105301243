import type { IExecuteFunctions } from 'n8n-workflow';

import { readItemSettings, readRunSettings } from '../../nodes/shared/settings.ts';

/** A node with these options. */
const nodeWith = (options: object) =>
	({
		getNodeParameter: (name: string) => (name === 'options' ? options : 'invoice'),
	}) as unknown as IExecuteFunctions;
const runWith = (options: object) => readRunSettings(nodeWith(options));
const itemWith = (options: object) => readItemSettings(nodeWith(options), 0);

it('are what the descriptions say where nothing is set', () => {
	expect(runWith({})).toEqual({
		maxConcurrency: 3,
		minInterval: 0,
		timeout: 60_000,
		rateLimitRetries: 3,
		retryUncertain: false,
		reuseResults: true,
	});
	expect(itemWith({})).toEqual({
		output: 'invoice',
		fieldNames: 'english',
		reviewChecks: true,
		includeInputFields: false,
		keepImage: false,
		unsupportedFiles: 'fail',
		pages: { which: 'all', range: '' },
	});
});

it.each([
	['maxConcurrency', [0, 1, 50, 51, 2.9, '7', 'x', null], [1, 1, 50, 50, 2, 7, 3, 3]],
	['timeout', [0, 1, 600, 601, 2.9, Infinity], [1000, 1000, 600_000, 600_000, 2000, 60_000]],
	['rateLimitRetries', [-1, 0, 10, 11], [0, 0, 10, 10]],
	['minInterval', [-1, 0, 250], [0, 0, 250]],
])('%s of %j is %j: an expression may give anything', (name, given, taken) => {
	expect(given.map((value) => runWith({ [name]: value })[name as 'timeout'])).toEqual(taken);
});

it.each([
	[
		'unsupportedFiles',
		['skip', 'skipNoise', 'fail', 'other'],
		['skip', 'skipNoise', 'fail', 'fail'],
	],
	['fieldNames', ['original', 'english', 'other'], ['original', 'english', 'english']],
])('%s of %j is %j', (name, given, taken) => {
	expect(given.map((value) => itemWith({ [name]: value })[name as 'fieldNames'])).toEqual(taken);
});

it.each([
	[{ which: 'first' }, { which: 'first', range: '' }],
	[
		{ which: 'range', range: 3 },
		{ which: 'range', range: '3' },
	],
	[
		{ which: 'other', range: '2-5' },
		{ which: 'all', range: '2-5' },
	],
])('pages of %j are %j', (selection, pages) => {
	expect(itemWith({ pages: { selection } }).pages).toEqual(pages);
});
