import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { Word } from './pages.mts';
import { pageOf } from './pages.mts';
import type { Rival } from './rival.mts';
import { peakOf, usageOf } from './usage.mts';

/** Level of a row of tesseract's TSV that stands for a word (tesseract(1), TSV output). */
const wordLevel = '5';
const maxOutput = 64e6;

/** The words of a TSV, line by line. */
function linesOf(tsv: string): Word[][] {
	const lines = new Map<string, Word[]>();
	for (const row of tsv.split('\n').slice(1)) {
		const [level, page, block, paragraph, line, , x, y, width, height, confidence, ...text] =
			row.split('\t');
		if (level !== wordLevel) continue;
		const key = [page, block, paragraph, line].join();
		const [left, top] = [Number(x), Number(y)];
		const word = {
			text: text.join('\t'),
			confidence: Number(confidence),
			left,
			top,
			right: left + Number(width),
			bottom: top + Number(height),
		};
		lines.set(key, [...(lines.get(key) ?? []), word]);
	}
	return [...lines.values()];
}

/** How often the memory of a running process is looked at, in milliseconds. */
const watchInterval = 10;

/** @param watch told the most memory that the process has held so far, in bytes */
async function run(
	args: readonly string[],
	input?: Buffer,
	watch: (bytes: number) => void = () => undefined,
): Promise<string> {
	const running = promisify(execFile)('tesseract', args, { maxBuffer: maxOutput });
	const { pid, stdin } = running.child;
	const timer = setInterval(() => watch(peakOf(pid ?? 0)), watchInterval);
	stdin?.end(input);
	try {
		return (await running).stdout;
	} finally {
		clearInterval(timer);
	}
}

/**
 * The system's tesseract with simplified Chinese and its own defaults, a process for each picture as on a command
 * line.
 *
 * @returns undefined where it or its Chinese data is not installed
 */
export async function createTesseractCommand(): Promise<Rival | undefined> {
	const languages = await run(['--list-langs']).catch(() => '');
	if (!/^chi_sim$/m.test(languages)) return undefined;
	const version = /tesseract v?(\S+)/.exec(await run(['--version']))?.[1] ?? '';
	let peakBytes = 0;
	const watch = (bytes: number) => (peakBytes = Math.max(peakBytes, bytes));
	return {
		name: `tesseract ${version} (system)`,
		read: async (picture) => {
			const { width, height } = await sharp(picture).metadata();
			const tsv = await run(['stdin', 'stdout', '-l', 'chi_sim', 'tsv'], picture, watch);
			return pageOf(width, height, linesOf(tsv));
		},
		usage: () => ({ ...usageOf('self'), peakBytes }),
		close: async () => undefined,
	};
}
