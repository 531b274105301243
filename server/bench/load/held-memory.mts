// Preloaded into a server whose memory is judged: on SIGUSR2 it collects its garbage and prints what it still holds.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

process.on('SIGUSR2', () => {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	const { heapUsed, external } = process.memoryUsage();
	console.log(`held ${heapUsed + external}`);
});
