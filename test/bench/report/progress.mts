/** Tells the person who waits what is measured now. */
export type Progress = (line: string) => void;

/** Writes to the standard error, with the time since the start. */
export function toTerminal(): Progress {
	const started = Date.now();
	return (line) => {
		const seconds = Math.round((Date.now() - started) / 1000);
		const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		process.stderr.write(`${clock}  ${line}\n`);
	};
}
