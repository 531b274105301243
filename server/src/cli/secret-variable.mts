import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/** Where in `/proc/self/stat`, behind the name of the program, stands the address of the environment: proc(5), field 50. */
const environmentField = 50 - 3;

/**
 * Takes a variable out of the environment of this process, so that its workers, which run as the same user, do not
 * find it in `/proc/<pid>/environ` either. That shows the memory in which the environment was handed over, where
 * removing a variable leaves its text. Systems without `/proc` show no environment as a file: there, and where
 * the memory may not be written, the variable is only removed.
 */
export function forgetVariable(name: string): void {
	if (process.env[name] === undefined) return;
	delete process.env[name];
	try {
		eraseFromMemory(name);
	} catch {
		// Nothing depends on it, and the key store is there for whoever cannot rely on it.
	}
}

function eraseFromMemory(name: string): void {
	const handedOver = readFileSync('/proc/self/environ');
	const stat = readFileSync('/proc/self/stat', 'latin1');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const memory = openSync('/proc/self/mem', 'r+');
	try {
		for (const { at, text } of entriesOf(handedOver, `${name}=`)) {
			erase(memory, Number(fields[environmentField]) + at, text);
		}
	} finally {
		closeSync(memory);
	}
}

/** Every entry that begins so, with its place: a variable can be handed over more than once. */
function entriesOf(environment: Buffer, beginning: string) {
	const entries: Array<{ at: number; text: Buffer }> = [];
	for (let at = 0, end; at < environment.length; at = end + 1) {
		end = environment.indexOf(0, at);
		if (end === -1) end = environment.length;
		const text = environment.subarray(at, end);
		if (text.toString('latin1').startsWith(beginning)) entries.push({ at, text });
	}
	return entries;
}

/** Writes zeros over a text, only if the text is what lies there. */
function erase(memory: number, address: number, text: Buffer): void {
	const found = Buffer.alloc(text.length);
	readSync(memory, found, 0, found.length, address);
	if (found.equals(text)) writeSync(memory, Buffer.alloc(text.length), 0, text.length, address);
}
