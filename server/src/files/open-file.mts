import {
	describeOther,
	formatOf,
	isOtherFormat,
	isPictureFormat,
	type Format,
} from '../image/format.mts';
import { PictureError } from '../page/picture-error.mts';
import { Archive } from './archive.mts';
import { mostDocuments } from './bounds.mts';
import { invoiceOf } from './invoice/from-xml.mts';
import { openOfd } from './ofd/open-ofd.mts';
import type { Source } from './source.mts';
import { parseXml } from './xml.mts';

/** Files that systems leave in archives. */
const litter = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu;

/**
 * What a file holds, in order: itself, the pages of an OFD, or all that of each document in a ZIP. Each is opened when
 * its turn comes, so that whoever has enough stops. Throws PictureError where the file itself cannot be read, and the
 * signal's reason when it is aborted.
 */
export async function* openFile(file: Buffer, signal?: AbortSignal): AsyncGenerator<Source> {
	const format = formatOf(file);
	for await (const source of format === 'zip' ? openZip(file) : openOne(format, file, '')) {
		signal?.throwIfAborted();
		yield source;
	}
}

async function* openOne(format: Format, file: Buffer, name: string): AsyncGenerator<Source> {
	if (isPictureFormat(format)) yield { type: 'picture', name, file };
	else if (format === 'pdf') yield { type: 'pdf', name, file };
	else if (format === 'ofd') yield* openOfd(file, name);
	else if (format === 'xml') yield openXml(file, name);
	else if (format === 'zip') throw new PictureError('an archive in an archive: unpack it');
	else if (isOtherFormat(format)) {
		throw new PictureError(`the file is ${describeOther(format)}`);
	}
}

function openXml(file: Buffer, name: string): Source {
	const invoice = invoiceOf(parseXml(file));
	if (invoice) return { type: 'invoice', name, invoice };
	throw new PictureError('the XML is no electronic invoice of a kind that is known');
}

async function* openZip(file: Buffer): AsyncGenerator<Source> {
	const archive = await Archive.open(file);
	const paths = archive.paths.filter((path) => !litter.test(path));
	const outside = archive.outside.length;
	if (paths.length + outside === 0) throw new PictureError('the ZIP is empty');
	for (const name of paths.slice(0, mostDocuments)) yield* openEntry(archive, name);
	const left = paths.length - mostDocuments;
	if (left > 0) {
		const message = `${left} further files of the ZIP: at most ${mostDocuments} are read`;
		yield { type: 'refused', name: '', message };
	}
	if (outside > 0) {
		const message = `${outside} files of the ZIP have paths that lead out of it`;
		yield { type: 'refused', name: '', message };
	}
}

/** A file of a ZIP; what is wrong with it is no reason not to read the others. */
async function* openEntry(archive: Archive, name: string): AsyncGenerator<Source> {
	try {
		const file = await archive.read(name);
		yield* openOne(formatOf(file), file, name);
	} catch (error) {
		if (!(error instanceof PictureError)) throw error;
		yield { type: 'refused', name, message: error.message };
	}
}
