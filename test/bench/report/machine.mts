import { cpus, release, totalmem, type } from 'node:os';

/** The machine and the day, in one line. */
export function describeMachine(): string {
	const [{ model }] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	const day = new Date().toISOString().slice(0, 10);
	return `${day}, ${cpus().length} cores (${model.trim()}), ${memory} GB, ${type()} ${release().split('-')[0]}, Node.js ${process.versions.node}`;
}
