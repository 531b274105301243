import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const kinds = ['invoices', 'receipts'] as const;

/** A sample that became a picture of its own. */
export interface Picture {
	/** Its id and file name: a number in front of the sample's name. */
	id: string;
	kind: (typeof kinds)[number];
	/** The file name of the sample whose truth is the picture's. */
	sample: string;
	bytes: Buffer;
}

/**
 * Makes pictures out of the samples, in turn. Each has a JPEG comment of its own, so that no cache knows it.
 * @param run a word that tells this run's pictures from those of others
 */
export function makePictures(run: string, count: number): Picture[] {
	const samples = kinds.flatMap((kind) =>
		readdirSync(path.resolve('samples', kind)).map((sample) => ({ kind, sample })),
	);
	return Array.from({ length: count }, (_, i) => {
		const { kind, sample } = samples[i % samples.length];
		const id = `${run}-${String(i + 1).padStart(3, '0')}-${sample}`;
		const bytes = readFileSync(path.resolve('samples', kind, sample));
		return { id, kind, sample, bytes: withComment(bytes, id) };
	});
}

/** A COM segment (ITU-T T.81, B.2.4.5) behind the start-of-image marker. */
function withComment(jpeg: Buffer, text: string): Buffer {
	const comment = Buffer.from(text, 'latin1');
	const head = Buffer.from([0xff, 0xfe, 0, 0]);
	head.writeUInt16BE(comment.length + 2, 2);
	return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)]);
}
