import type { IExecuteFunctions } from 'n8n-workflow';

import { describeLeftOut } from './leftOut';
import type { LeftOut } from './leftOut';
import { isPlainAndFar } from './plainHttp';

function warn(context: IExecuteFunctions, message: string): void {
	context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}

/** The first of many, and how many more there are. */
function few(names: readonly string[], most: number, separator: string): string {
	const more = names.length > most ? ` and ${names.length - most} more` : '';
	return names.slice(0, most).join(separator) + more;
}

/** Names the files that were passed over, each with the reason. */
export function hintAboutSkipped(context: IExecuteFunctions, skipped: readonly string[]): void {
	if (skipped.length === 0) return;
	warn(context, `Skipped ${skipped.length} unsupported file(s): ${skipped.join('; ')}`);
}

/** Servers that a hint names one by one. */
const NAMED_SERVERS = 3;

/** Says which servers got the images and the key where anyone on the way can read them. */
export function hintAboutPlainHttp(context: IExecuteFunctions, servers: readonly string[]): void {
	const open = servers.filter(isPlainAndFar).map((server) => new URL(server).origin);
	if (open.length === 0) return;
	warn(
		context,
		`Images and the key were sent unencrypted to ${few(open, NAMED_SERVERS, ', ')}: anyone on the way can read them. Use an https:// address as Base URL in the Juhe credential`,
	);
}

/** Files that a hint names one by one. */
const NAMED_FILES = 10;

/** A file, and what of it is in no row. */
export interface PartlyRead {
	file: string;
	leftOut: LeftOut;
}

/** Names the files that were not read to their end, and those with pages on which no document was found. */
export function hintAboutLeftOut(context: IExecuteFunctions, files: readonly PartlyRead[]): void {
	const unread = files.flatMap(({ file, leftOut }) => {
		const what = describeLeftOut(leftOut);
		return what === '' ? [] : [`${file}: ${what}`];
	});
	if (unread.length > 0)
		warn(
			context,
			`Not all of ${unread.length} file(s) was read: ${few(unread, NAMED_FILES, '; ')}. Read the rest with a range in Pages (Options), or send the file in parts`,
		);
	const empty = files
		.filter(({ leftOut }) => leftOut.emptyPages.length > 0)
		.map(({ file, leftOut }) => `${file}: ${leftOut.emptyPages.join(', ')}`);
	if (empty.length > 0)
		warn(
			context,
			`No document was found on pages of ${empty.length} file(s): ${few(empty, NAMED_FILES, '; ')}`,
		);
}
