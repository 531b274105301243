const shared = require('./jest.shared.js');

module.exports = {
	...shared,
	testMatch: ['**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '\\.load\\.test\\.mts$'],
	testTimeout: 60_000,
};
