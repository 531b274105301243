// node src/engine/prepare.mts [FOLDER]
// Simplifies the models that are shipped, once, when the server is installed or packed: a start then reads them from
// `src/graphs/` or `dist/graphs/`, where each worker would simplify them again.
import { readFile } from 'node:fs/promises';
import { findModels } from './models.mts';
import { prepareGraphs } from './graph/prepared.mts';

const { detection, recognition, orientation } = await findModels();
const files = [detection, recognition, orientation].map(({ file }) => readFile(file));
await prepareGraphs(await Promise.all(files), process.argv[2]);
