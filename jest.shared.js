// One transform for the nodes (.ts) and for everything around them (.mts): both become CommonJS.
module.exports = {
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
	globalSetup: '<rootDir>/test/support/makeScratch.js',
	globalTeardown: '<rootDir>/test/support/removeScratch.js',
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/demo-output/', '<rootDir>/.cache/'],
};
