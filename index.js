const { JuheApi } = require('./dist/credentials/JuheApi.credentials.js');
const { JuheInvoiceOcr } = require('./dist/nodes/JuheInvoiceOcr/JuheInvoiceOcr.node.js');
const { JuheReceiptOcr } = require('./dist/nodes/JuheReceiptOcr/JuheReceiptOcr.node.js');

module.exports = { JuheApi, JuheInvoiceOcr, JuheReceiptOcr };
