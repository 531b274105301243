import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a picture is looked for, as shares of its length: only a part of it may be left. */
const sought = [0.2, 0.5, 0.8];

/** Whether bytes hold a part of a picture, as it is, as base64 at any offset or as hexadecimal digits. */
export function holdsPicture(bytes: Buffer, picture: Buffer): boolean {
	return sought.some((share) => {
		const from = Math.floor(picture.length * share);
		const part = picture.subarray(from, from + 96);
		const encoded = [0, 1, 2].map((offset) =>
			part.subarray(offset, offset + 90).toString('base64'),
		);
		return [part, ...encoded, part.toString('hex')].some((form) => bytes.includes(form));
	});
}

/** The files of an n8n that hold a part of a picture, without its packages. */
export async function filesWithPicture(userFolder: string, picture: Buffer): Promise<string[]> {
	const files = await readdir(userFolder, { recursive: true, withFileTypes: true });
	const holding: string[] = [];
	for (const { name, parentPath } of files.filter((entry) => entry.isFile())) {
		const file = path.join(parentPath, name);
		if (file.includes('node_modules')) continue;
		if (holdsPicture(await contentOf(file), picture)) holding.push(path.relative(userFolder, file));
	}
	return holding;
}

/** What is in a file; nothing where n8n deletes it meanwhile. */
async function contentOf(file: string): Promise<Buffer> {
	try {
		return await readFile(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
		throw error;
	}
}
