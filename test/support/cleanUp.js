const { rmSync } = require('node:fs');
const path = require('node:path');

/** Removes what n8n-core wrote for the engine tests: its folder and gigabytes of binary data. */
module.exports = async () =>
	rmSync(path.resolve(__dirname, '../../.cache/engine'), { recursive: true, force: true });
