import { PictureError } from '../../page/picture-error.mts';
import { assertAtMost, mostOfdPages } from '../bounds.mts';
import { childOf, childrenOf, elementAt, numbersOf, type XmlElement } from '../xml.mts';
import { folderOf, type OfdPackage } from './package.mts';

/** A page: the number that tags call it by, and its file, where there is one. */
export interface PageFile {
	id: string;
	path: string | undefined;
}

/** A document of an OFD (GB/T 33190, 7.4 and 7.5): what its head says, and which files it is made of. */
export interface OfdDocument {
	folder: string;
	/** What its head says by name (CustomData). */
	head: ReadonlyArray<readonly [name: string, value: string]>;
	pages: PageFile[];
	/** Template pages by their number. */
	templates: ReadonlyMap<string, string>;
	/** Left, top, width, height of its pages in millimetres, where they do not say their own. */
	box: number[];
	/** Files of resources. */
	resources: string[];
	/** Files of annotations by the number of their page. */
	annotations: ReadonlyMap<string, string>;
	attachments: string[];
	/** Files of custom tags. */
	tags: string[];
}

const located = (files: OfdPackage, elements: readonly XmlElement[], ...folders: string[]) =>
	elements.flatMap(({ text }) => files.locate(text, ...folders) ?? []);

/** The paths that a list (Attachments.xml, CustomTags.xml) names in its entries. */
async function listed(
	files: OfdPackage,
	list: XmlElement | undefined,
	entry: string,
	folder: string,
): Promise<string[]> {
	const path = list && files.locate(list.text, folder);
	const entries = childrenOf(await files.optionalXml(path), entry);
	const locations = entries.flatMap((one) => childOf(one, 'FileLoc') ?? []);
	return located(files, locations, folderOf(path ?? ''), folder);
}

async function annotationsOf(
	files: OfdPackage,
	list: XmlElement | undefined,
	folder: string,
): Promise<Map<string, string>> {
	const path = list && files.locate(list.text, folder);
	const pages = childrenOf(await files.optionalXml(path), 'Page');
	return new Map(
		pages.flatMap((page) => {
			const location = childOf(page, 'FileLoc');
			const file = location && files.locate(location.text, folderOf(path ?? ''), folder);
			return file ? [[page.attributes.PageID ?? '', file] as const] : [];
		}),
	);
}

/** The attachments; of a writer that lists none, the invoice's data by their usual name. */
async function attachmentsOf(files: OfdPackage, document: XmlElement, folder: string) {
	const named = await listed(files, childOf(document, 'Attachments'), 'Attachment', folder);
	const usual = files
		.pathsEndingIn('original_invoice.xml')
		.filter((path) => path.startsWith(folder));
	return [...new Set([...named, ...usual])];
}

async function openDocument(files: OfdPackage, body: XmlElement): Promise<OfdDocument> {
	const root = childOf(body, 'DocRoot');
	const path = root && files.locate(root.text);
	if (!path) throw new PictureError('the OFD is broken: it lacks its document');
	const document = await files.xml(path);
	const folder = folderOf(path);
	const common = childOf(document, 'CommonData');
	const fileOf = ({ attributes }: XmlElement) => files.locate(attributes.BaseLoc ?? '', folder);
	const pages = childrenOf(childOf(document, 'Pages'), 'Page');
	assertAtMost(mostOfdPages, pages.length, 'the OFD has too many pages');
	return {
		folder,
		head: childrenOf(elementAt(body, 'DocInfo/CustomDatas'), 'CustomData').map(
			({ attributes, text }) => [attributes.Name ?? '', text] as const,
		),
		pages: pages.map((page) => ({ id: page.attributes.ID ?? '', path: fileOf(page) })),
		templates: new Map(
			childrenOf(common, 'TemplatePage').flatMap((template) => {
				const path = fileOf(template);
				return path ? [[template.attributes.ID ?? '', path] as const] : [];
			}),
		),
		box: numbersOf(common && elementAt(common, 'PageArea/PhysicalBox')?.text),
		resources: located(
			files,
			[...childrenOf(common, 'PublicRes'), ...childrenOf(common, 'DocumentRes')],
			folder,
		),
		annotations: await annotationsOf(files, childOf(document, 'Annotations'), folder),
		attachments: await attachmentsOf(files, document, folder),
		tags: await listed(files, childOf(document, 'CustomTags'), 'CustomTag', folder),
	};
}

/** The documents of an OFD, in order, each opened when its turn comes. Throws PictureError. */
export async function* documentsOf(files: OfdPackage): AsyncGenerator<OfdDocument> {
	const entry = files.locate('OFD.xml');
	if (!entry) throw new PictureError('the OFD is broken: it lacks OFD.xml');
	const bodies = childrenOf(await files.xml(entry), 'DocBody');
	if (bodies.length === 0) throw new PictureError('the OFD is broken: it has no document');
	for (const body of bodies) yield await openDocument(files, body);
}
