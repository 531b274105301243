// The thread that helps to read the lines of a page.
import { parentPort } from 'node:worker_threads';
import { readNextLines, type HelperReport, type LinesOfPage } from './line-reader.mts';
import { Recognition } from './recognition.mts';

const send = (report: HelperReport) => parentPort?.postMessage(report);

const recognition = await Recognition.create();
parentPort?.on('message', async (page: LinesOfPage) =>
	send(await readNextLines(recognition, page)),
);
send('ready');
