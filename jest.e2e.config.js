const shared = require('./jest.shared.js');

module.exports = {
	...shared,
	testMatch: ['<rootDir>/test/e2e/**/*.test.mts'],
	testTimeout: 1_200_000,
};
