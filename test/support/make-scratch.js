const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

/** Makes the folder in which n8n-core keeps its files and gigabytes of binary data during one test run. */
module.exports = async () => {
	process.env.JUHE_TEST_SCRATCH = mkdtempSync(path.join(tmpdir(), 'juhe-test-'));
};
