// node samples/make/sealed/main.mts
// Draws the sealed pictures that the tests read: a few invoices with stamps of either kind.
import { join } from 'node:path';
import { invoices } from '../invoices/index.mts';
import { heldOutKind, sampleKind } from './kinds.mts';
import { makeSealed } from './sealed-set.mts';

const folder = join(import.meta.dirname, '..', '..', 'sealed');
const documentsOf = (...ids: string[]) => invoices.filter(({ id }) => ids.includes(id));
const sets = [
	{ kind: sampleKind, documents: documentsOf('i06-chongqing-repair', 'i12-heilongjiang') },
	{ kind: heldOutKind, documents: documentsOf('i02-fujian') },
];
for (const { kind, documents } of sets) {
	await makeSealed({ folder: join(folder, kind.name), documents, kind, photos: true });
}
