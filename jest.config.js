/** One transform for the nodes (.ts) and for everything around them (.mts): both become CommonJS. */
const shared = {
	rootDir: __dirname,
	moduleFileExtensions: ['mts', 'ts', 'mjs', 'js', 'json', 'node'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	testEnvironment: 'node',
	globalSetup: '<rootDir>/test/support/make-scratch.js',
	globalTeardown: '<rootDir>/test/support/remove-scratch.js',
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/demo-output/', '<rootDir>/.cache/'],
};

const e2e = '<rootDir>/test/e2e/';
const load = '\\.load\\.test\\.mts$';

/** Chosen with --selectProjects; the scripts of package.json run each as it has to run. */
module.exports = {
	// A file each on all cores: much of a test is waiting for a server, a timeout, a pause.
	maxWorkers: '100%',
	// Of each project: Jest takes no other one from a project (the setup of e2e sets its own).
	testTimeout: 120_000,
	projects: [
		{
			...shared,
			displayName: 'unit',
			testMatch: ['**/*.test.mts'],
			testPathIgnorePatterns: ['/node_modules/', e2e, load],
		},
		// Times and memory mean something only while nothing else runs beside them: with --runInBand.
		{ ...shared, displayName: 'load', testMatch: ['**/*.load.test.mts'] },
		// With --runInBand: n8n has its ports, the services theirs.
		{
			...shared,
			displayName: 'e2e',
			testMatch: [`${e2e}**/*.test.mts`],
			setupFilesAfterEnv: [`${e2e}support/set-timeout.js`],
		},
	],
};
