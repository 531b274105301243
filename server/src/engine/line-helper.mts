// The thread that helps to read the lines of a page. Its first message is the model, the others are pages.
import { parentPort } from 'node:worker_threads';
import { readNextLines, type HelperReport, type LinesOfPage } from './line-reader.mts';
import { Recognition, type RecognitionModel } from './recognition.mts';

const send = (report: HelperReport) => parentPort?.postMessage(report);

parentPort?.once('message', async (model: RecognitionModel) => {
	const recognition = await Recognition.create(model);
	parentPort?.on('message', async (page: LinesOfPage) =>
		send(await readNextLines(recognition, page)),
	);
	send('ready');
});
