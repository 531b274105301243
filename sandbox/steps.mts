const tick = 1_000;

/**
 * Does a piece of work and tells about it in one line: elapsed time while it lasts (on a terminal), then how long it took.
 * @param done turns the result into what the line says at the end; without it, the label stays
 */
export async function step<T>(
	label: string,
	work: () => Promise<T>,
	done: (result: T) => string = () => label,
): Promise<T> {
	const started = Date.now();
	const elapsed = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
	const show = () => rewriteLine(`… ${label} (${elapsed()})`);
	show();
	const timer = setInterval(show, tick);
	try {
		const result = await work();
		rewriteLine('');
		console.log(`✓ ${done(result)} (${elapsed()})`);
		return result;
	} catch (error) {
		rewriteLine('');
		console.log(`✗ ${label} (${elapsed()})`);
		throw error;
	} finally {
		clearInterval(timer);
	}
}

function rewriteLine(text: string): void {
	if (process.stdout.isTTY) process.stdout.write(`\r${text}\u001b[K`);
}
