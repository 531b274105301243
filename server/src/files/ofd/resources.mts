import { childOf, childrenOf, type XmlElement } from '../xml.mts';
import type { OfdDocument } from './document.mts';
import { folderOf, type OfdPackage } from './package.mts';

/** What pages refer to by number (GB/T 33190, 7.9): files of pictures, and units of graphics that are drawn as one. */
export interface Resources {
	/** Paths of pictures. */
	pictures: Map<string, string>;
	units: Map<string, XmlElement>;
}

/** Reads the resources of a document; those that are missing or broken are left out. */
export async function readResources(files: OfdPackage, document: OfdDocument): Promise<Resources> {
	const resources: Resources = { pictures: new Map(), units: new Map() };
	for (const path of document.resources) {
		const root = await files.optionalXml(path);
		const folder = folderOf(path);
		const base = `${folder}${root?.attributes.BaseLoc ?? ''}/`;
		for (const medium of childrenOf(childOf(root, 'MultiMedias'), 'MultiMedia')) {
			const location = childOf(medium, 'MediaFile')?.text ?? '';
			const file = files.locate(location, base, folder, document.folder);
			if (file) resources.pictures.set(medium.attributes.ID ?? '', file);
		}
		const units = childrenOf(childOf(root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit');
		for (const unit of units) resources.units.set(unit.attributes.ID ?? '', unit);
	}
	return resources;
}
