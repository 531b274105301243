import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { Word } from './pages.mts';
import { pageOf } from './pages.mts';
import type { Rival } from './rival.mts';

/** Level of a row of tesseract's TSV that stands for a word (tesseract(1), TSV output). */
const WORD = '5';
const MAX_OUTPUT = 64e6;

/** The words of a TSV, line by line. */
function linesOf(tsv: string): Word[][] {
	const lines = new Map<string, Word[]>();
	for (const row of tsv.split('\n').slice(1)) {
		const [level, page, block, paragraph, line, , x, y, width, height, confidence, ...text] =
			row.split('\t');
		if (level !== WORD) continue;
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

async function run(args: readonly string[], input?: Buffer): Promise<string> {
	const running = promisify(execFile)('tesseract', args, { maxBuffer: MAX_OUTPUT });
	running.child.stdin?.end(input);
	return (await running).stdout;
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
	return {
		name: `tesseract ${version} (system)`,
		read: async (picture) => {
			const { width, height } = await sharp(picture).metadata();
			const tsv = await run(['stdin', 'stdout', '-l', 'chi_sim', 'tsv'], picture);
			return pageOf(width, height, linesOf(tsv));
		},
		close: async () => undefined,
	};
}
