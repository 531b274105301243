import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invoices } from './invoices/index.mts';
import { receipts } from './receipts/index.mts';
import { makeSet } from './set.mts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const documents = [...receipts, ...invoices];
await makeSet({ folder, documents, maxBytes: 15e6 }, process.argv.slice(2));
