import { PictureError } from '../../page/picture-error.mts';
import { Archive, normalPath } from '../archive.mts';
import { mostInXml } from '../bounds.mts';
import { parseXml, type XmlElement } from '../xml.mts';

/** The folder of a path. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The files of an OFD. Writers get paths wrong in many ways; whatever names exactly one file is found. */
export class OfdPackage {
	readonly #archive: Archive;
	readonly #byLowerCase: ReadonlyMap<string, string>;
	#xmlLeft: number = mostInXml.together;

	private constructor(archive: Archive) {
		this.#archive = archive;
		this.#byLowerCase = new Map(archive.paths.map((path) => [path.toLowerCase(), path]));
	}

	/** Opens an OFD. Throws PictureError. */
	static async open(file: Buffer): Promise<OfdPackage> {
		return new OfdPackage(await Archive.open(file));
	}

	/**
	 * The path of a file that another one speaks of: from the root where it begins with `/`, else from one of the
	 * folders in turn. Undefined where there is none.
	 */
	locate(location: string, ...folders: readonly string[]): string | undefined {
		const bases = location.startsWith('/') ? [''] : [...folders, ''];
		for (const base of bases) {
			const path = normalPath(base + location.trim());
			const found = path && this.#byLowerCase.get(path.toLowerCase());
			if (found) return found;
		}
		return undefined;
	}

	/** The paths that end in a name. */
	pathsEndingIn(name: string): string[] {
		return this.#archive.paths.filter((path) => path.toLowerCase().endsWith(name));
	}

	/** The root of an XML file. Throws PictureError. */
	async xml(path: string): Promise<XmlElement> {
		const bytes = await this.#archive.read(path, Math.min(mostInXml.bytes, this.#xmlLeft));
		this.#xmlLeft -= bytes.length;
		return parseXml(bytes);
	}

	/** The root of an XML file that the document can do without: undefined where it is missing or broken. */
	async optionalXml(path: string | undefined): Promise<XmlElement | undefined> {
		if (path === undefined) return undefined;
		try {
			return await this.xml(path);
		} catch (error) {
			if (error instanceof PictureError) return undefined;
			throw error;
		}
	}

	/** The bytes of a file. Throws PictureError. */
	async bytes(path: string): Promise<Buffer> {
		return await this.#archive.read(path);
	}
}
