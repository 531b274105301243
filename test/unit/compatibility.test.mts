import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve(__dirname, '../../dist');
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
	name.endsWith('.js'),
);
const sources = scripts.map((name) => readFileSync(path.join(dist, name), 'utf8'));

it.each([
	['2.41', 'n8n-workflow'],
	['1.123', 'n8n-workflow-1'],
])('everything the build takes from n8n-workflow is there in n8n %s', (_, module) => {
	const used = new Set(
		sources.flatMap((source) =>
			[...source.matchAll(/\bn8n_workflow_1\.(\w+)/g)].map(([, name]) => name),
		),
	);
	expect([...used]).toEqual(
		expect.arrayContaining(['NodeApiError', 'NodeOperationError', 'sleep']),
	);
	const offered = require(module) as Record<string, unknown>;
	expect([...used].filter((name) => offered[name] === undefined)).toEqual([]);
});

it('needs nothing at run time but n8n-workflow and Node', () => {
	const modules = new Set(
		sources.flatMap((source) =>
			[...source.matchAll(/require\("([^".][^"]*)"\)/g)].map(([, name]) => name),
		),
	);
	expect([...modules].sort()).toEqual(['crypto', 'n8n-workflow']);
});
