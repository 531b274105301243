import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeData } from './data-set.mts';
import { pdfs } from './digital/index.mts';
import { invoices } from './invoices/index.mts';
import { dataSamples } from './ofd/index.mts';
import { makePdfs } from './pdf-set.mts';
import { receipts } from './receipts/index.mts';
import { makeSet } from './set.mts';
import { makeSeveral } from './several-set.mts';
import { several } from './several/index.mts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
await makeSet({ folder, documents: [...receipts, ...invoices], maxBytes: 15e6 }, wanted);
await makePdfs(join(folder, 'pdf'), pdfs, wanted);
await makeSeveral(join(folder, 'several'), several, wanted);
await makeData(join(folder, 'data'), dataSamples, wanted);
