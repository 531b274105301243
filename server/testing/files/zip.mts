import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a ZIP, and what its headers say of it where that is not the truth. */
export interface ZipEntry {
	name: string | Buffer;
	content?: Buffer | string;
	/** What the headers say; by default the truth. */
	size?: number;
	packedSize?: number;
	checksum?: number;
	/** 0 stored, 8 deflated. */
	method?: number;
	/** 1: encrypted. */
	flags?: number;
	/** The packed bytes, where they are others than the content's. */
	packed?: Buffer;
	/** The entry whose bytes it has instead of its own, by its index. */
	sharedWith?: number;
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

/** A ZIP that says of its files what it is told to say (APPNOTE.TXT, 4.3). */
export function zip(entries: readonly ZipEntry[], count: number = entries.length): Buffer {
	const chunks: Buffer[] = [];
	const central: Buffer[] = [];
	const offsets: number[] = [];
	let at = 0;
	const add = (...parts: Buffer[]) => {
		for (const part of parts) at += part.length;
		chunks.push(...parts);
	};
	for (const entry of entries) {
		const name = Buffer.from(entry.name);
		const content = Buffer.from(entry.content ?? '');
		const { method = 8, flags = 0, checksum = crc32(content), size = content.length } = entry;
		const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt16LE(flags, 2);
		facts.writeUInt16LE(method, 4);
		facts.writeUInt32LE(checksum, 10);
		facts.writeUInt32LE(entry.packedSize ?? packed.length, 14);
		facts.writeUInt32LE(size, 18);
		facts.writeUInt16LE(name.length, 22);
		const head = (value: number) => {
			const bytes = Buffer.alloc(4);
			bytes.writeUInt32LE(value);
			return bytes;
		};
		const offset = entry.sharedWith === undefined ? at : offsets[entry.sharedWith];
		offsets.push(offset);
		if (entry.sharedWith === undefined) add(head(signature.local), facts, name, packed);
		const more = Buffer.alloc(14);
		more.writeUInt32LE(offset, 10);
		central.push(head(signature.central), Buffer.from([20, 0]), facts, more, name);
	}
	const start = at;
	add(...central);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(signature.end);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(at - start, 12);
	end.writeUInt32LE(start, 16);
	return Buffer.concat([...chunks, end]);
}
