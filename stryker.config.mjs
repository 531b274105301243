// Do the tests notice when the code changes? Each run changes it in one place after another and lists what no test saw.
// StrykerJS, because it is kept for TypeScript and jest, and runs only the tests that reach a change.
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import jestConfig from './jest.config.js';

const documents = 'server/src/documents';

/**
 * What is changed, and the tests that must notice: those of its subject, as jest loads every file it is given for each
 * change. `MUTANTS=values npm run test:mutants` runs one part.
 */
const parts = {
	values: {
		mutate: ['nodes/shared/values/*.ts'],
		tests: ['unit/values', 'unit/value-edges', 'unit/shared-cases'],
	},
	checks: {
		mutate: ['nodes/shared/checks/*.ts', 'nodes/Juhe*/*Checks.ts'],
		tests: [
			'unit/{check,tax-id}-edges',
			'unit/shared-cases',
			'unit/capital-amount',
			'unit/{invoice,receipt}-items-*',
			'unit/several-documents',
		],
	},
	items: {
		mutate: [
			'nodes/Juhe*/*.ts',
			'!nodes/Juhe*/*{Api,Checks}.ts',
			'nodes/shared/{columns,leftOut,review}.ts',
		],
		tests: [
			'unit/{invoice,receipt}-items{,-*}',
			'unit/several-documents',
			'unit/{columns,review-edges}',
		],
	},
	files: {
		mutate: [
			'nodes/shared/{formats,headers}/*.ts',
			'nodes/shared/{fileFormats,noise,pictureFacts,pictureFormat,pictureLimits}.ts',
		],
		tests: ['unit/picture-{edges,facts,headers}', 'unit/noise', 'unit/file-formats'],
	},
	answers: {
		mutate: [
			'nodes/shared/{answerer,envelope,errorCodes,exactJson,failure,httpAnswer,httpStatuses,retryAfter,statusFailure}.ts',
		],
		tests: ['unit/answer-edges', 'unit/envelope', 'unit/exact-json'],
	},
	calls: {
		mutate: ['nodes/shared/call/*.ts', '!nodes/shared/call/sendPicture.ts'],
		tests: [
			'unit/{call,result}-*',
			'unit/transport-edges',
			'unit/{pause,pool}',
			'unit/picture-form',
		],
	},
	credentials: {
		mutate: ['credentials/*.ts', 'nodes/shared/{authenticatedRequest,plainHttp}.ts'],
		tests: ['unit/credential', 'unit/plain-http'],
	},
	runs: {
		mutate: [
			'nodes/Juhe*/*Api.ts',
			'nodes/shared/call/sendPicture.ts',
			'nodes/shared/input/*.ts',
			'nodes/shared/{destination,documents,failedItem,hints,nodeErrors,pages,recogniseAllItems,recognisePicture,settings}.ts',
		],
		tests: [
			'unit/{base64-text,input-names,node-errors,settings}',
			'engine/{base64-image,binary-fields,calls,destinations,downloads,failed-items,failing-among-several,sources}',
			'engine/{documents,left-out,limits,page-range,pages}',
		],
	},
	readings: {
		mutate: [
			`${documents}/{numbers,values,dates}.mts`,
			`${documents}/invoice/{capital,tax-id,line-arithmetic}.mts`,
		],
		tests: ['documents/*-edges', 'documents/{values,invoice-codes}'],
	},
	equations: {
		mutate: [
			`${documents}/propose/{line-product,printed-sums,repairs}.mts`,
			`${documents}/score/table-features.mts`,
			`${documents}/solve/beam.mts`,
		],
		tests: ['documents/{beam,equation,product,table}-edges', 'documents/repairs'],
	},
	// What only whole pages reach: each change reads hundreds of them, which takes hours.
	solving: {
		mutate: [
			`${documents}/solve/{name-column,table}.mts`,
			`${documents}/kinds/invoice/{sum-readings,sum-repairs,sums}.mts`,
			`${documents}/kinds/receipt/{money,money-candidates}.mts`,
		],
		tests: [
			'documents/{adjustments,invoice-lines,invoice-totals,receipt-goods{,-names},rows,solved,table-search}',
		],
	},
	access: {
		mutate: [
			'server/src/access/{addresses,gate,key-access,key-hash,key-store,limits,store-condition,store-error,windows}.mts',
		],
		tests: ['access/{keys-and-limits,precedence,rules-edges,store-faults}'],
	},
	// Of these two what needs no process: a change in the others costs seconds each.
	http: {
		mutate: [
			'server/src/http/{base64-value,body-budget,form-limits,network,order-id,unescape}.mts',
		],
		tests: ['http/{budget,value-edges}'],
	},
	worker: { mutate: ['server/src/worker/fair-queue.mts'], tests: ['worker/queue'] },
};
const part = process.env.MUTANTS;
if (!(part in parts)) throw new Error(`Set MUTANTS to one of ${Object.keys(parts).join(', ')}`);
const { mutate, tests } = parts[part];
const isServer = mutate[0].startsWith('server/');
/** What jest reads anew for each change; the less, the quicker. */
const roots = isServer ? ['server', 'test/support'] : ['credentials', 'nodes', 'test'];

/** As `npm test` runs them, but where the changed sources are. */
const { rootDir, ...jest } = jestConfig.projects.find(({ displayName }) => displayName === 'unit');
/** Where the reports are, and what the next run goes on from. */
const folder = `.cache/mutants/${part}`;

export default {
	testRunner: 'jest',
	testRunnerNodeArgs: ['--experimental-vm-modules'],
	plugins: ['@stryker-mutator/jest-runner'],
	coverageAnalysis: 'perTest',
	concurrency: 1,
	// Milliseconds: an endless loop is found by counting; only waiting for nothing takes a clock.
	timeoutMS: 20_000,
	incremental: true,
	incrementalFile: `${folder}/incremental.json`,
	// Away from the sources: what an interrupted run leaves there is nobody's to lint.
	tempDirName: join(tmpdir(), 'juhe-mutants'),
	ignorePatterns: ['/.cache', '/demo-output', '/dist', '/server/dist'],
	// What is decided while a file loads needs all tests for each change; it is tables and words for the most part.
	ignoreStatic: true,
	// Descriptions are words for people: no test should repeat them.
	mutate: [...mutate, '!nodes/**/*.node.ts'],
	jest: {
		projectType: 'custom',
		enableFindRelatedTests: false,
		config: {
			...jest,
			roots: roots.map((path) => `<rootDir>/${path}`),
			// The engine's tests load the build; here it is the changed source that they must load.
			moduleNameMapper: { '^\\./dist/(.*)\\.js$': '<rootDir>/$1.ts' },
			setupFilesAfterEnv: ['<rootDir>/test/support/without-loads.js'],
			testMatch: tests.map(
				(name) => `<rootDir>/${isServer ? 'server/test' : 'test'}/${name}.test.mts`,
			),
			testPathIgnorePatterns: ['\\.load\\.test\\.mts$'],
		},
	},
	reporters: ['clear-text', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: `${folder}/report.html` },
	jsonReporter: { fileName: `${folder}/report.json` },
};
