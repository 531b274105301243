const shared = require('./jest.shared.js');

// Times and memory mean something only while nothing else runs beside them.
module.exports = {
	...shared,
	testMatch: ['**/*.load.test.mts'],
};
