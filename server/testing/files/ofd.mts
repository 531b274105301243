import { zip, type ZipEntry } from './zip.mts';

/** What a small OFD is made of; each part is XML with the usual prefix, or left out. */
export interface SmallOfd {
	/** Objects of the page's only layer. */
	objects?: string;
	/** Objects of its template. */
	template?: string;
	/** Annotations of the page. */
	annotations?: string;
	/** What stands in the resources. */
	resources?: string;
	/** Left, top, width, height in millimetres. */
	box?: string;
	/** The head's CustomData. */
	head?: string;
	/** CustomTag.xml. */
	tags?: string;
	/** An attached XML. */
	attachment?: string | Buffer;
	/** Where the document says that its page is. */
	pageLocation?: string;
	more?: ZipEntry[];
}

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const file = (name: string, root: string, content: string): ZipEntry => ({
	name,
	content: `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} ${namespace}>${content}</ofd:${root}>`,
});

/** A text object at a place in millimetres, its characters next to each other. */
export const ofdText = (text: string, x: number, y: number, more = '', id = 1): string =>
	`<ofd:TextObject ID="${id}" Boundary="${x} ${y} 80 5" Font="1" Size="4" ${more}><ofd:TextCode X="0" Y="3.5">${text}</ofd:TextCode></ofd:TextObject>`;

const layer = (objects: string) => `<ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content>`;

/** An OFD of one page. */
export function smallOfd(parts: SmallOfd): Buffer {
	const { objects = '', template, annotations, resources, box = '0 0 210 140', tags } = parts;
	const { head = '', attachment, pageLocation = 'Pages/Page_0/Content.xml', more = [] } = parts;
	const link = (is: unknown, element: string) => (is === undefined ? '' : element);
	return zip([
		file(
			'OFD.xml',
			'OFD',
			`<ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>${head}</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>`,
		),
		file(
			'Doc_0/Document.xml',
			'Document',
			`<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:PageArea>` +
				link(resources, '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>') +
				link(template, '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Content.xml"/>') +
				`</ofd:CommonData><ofd:Pages><ofd:Page ID="9" BaseLoc="${pageLocation}"/></ofd:Pages>` +
				link(annotations, '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>') +
				link(attachment, '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>') +
				link(tags, '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>'),
		),
		file(
			'Doc_0/Pages/Page_0/Content.xml',
			'Page',
			`${link(template, '<ofd:Template TemplateID="2"/>')}${layer(objects)}`,
		),
		file('Doc_0/Tpls/Content.xml', 'Page', layer(template ?? '')),
		file('Doc_0/DocumentRes.xml', 'Res', resources ?? ''),
		file(
			'Doc_0/Annots/Annotations.xml',
			'Annotations',
			'<ofd:Page PageID="9"><ofd:FileLoc>Annotation.xml</ofd:FileLoc></ofd:Page>',
		),
		file('Doc_0/Annots/Annotation.xml', 'PageAnnot', annotations ?? ''),
		file(
			'Doc_0/Attachs/Attachments.xml',
			'Attachments',
			'<ofd:Attachment ID="1"><ofd:FileLoc>invoice.xml</ofd:FileLoc></ofd:Attachment>',
		),
		{ name: 'Doc_0/Attachs/invoice.xml', content: attachment ?? '' },
		file(
			'Doc_0/Tags/CustomTags.xml',
			'CustomTags',
			'<ofd:CustomTag><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag>',
		),
		{ name: 'Doc_0/Tags/CustomTag.xml', content: tags ?? '' },
		...more,
	]);
}
