const { rmSync } = require('node:fs');

module.exports = async () =>
	rmSync(process.env.JUHE_TEST_SCRATCH, { recursive: true, force: true });
