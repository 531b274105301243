// The fork is an ES module; n8n requires one of CommonJS.
module.exports = require('@appthreat/sqlite3').default;
