import { strToU8, zipSync } from 'fflate';
import type { InvoiceFields } from '../document.mts';
import { customDatas, customTag, type Tagged, type TagStyle } from './data.mts';
import type { Drawn } from './forms.mts';
import { textObject, type Printed } from './objects.mts';

/** A document of an OFD: its drawn pages, and what of its data the file brings along. */
export interface OfdDocumentPlan {
	fields: InvoiceFields;
	pages: Drawn[];
	/** An attached XML, with its name. */
	attachment?: [name: string, xml: string];
	tags?: TagStyle;
	/** Whether its head has the main values (CustomData). */
	head?: boolean;
	/** How much larger than the page the coordinates of texts are; their matrices take it back. */
	scale?: number;
}

/** In local time, which is what a ZIP has. */
const madeAt = new Date(2024, 0, 1);
const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const font = 3;

/** A ZIP of files whose bytes do not change from run to run. */
export const zipOf = (files: Record<string, string | Uint8Array>): Buffer =>
	Buffer.from(
		zipSync(
			Object.fromEntries(
				Object.entries(files).map(([name, content]) => [
					name,
					[typeof content === 'string' ? strToU8(content) : content, { mtime: madeAt, level: 9 }],
				]),
			),
		),
	);

const root = (name: string, content: string): string =>
	`${declaration}<ofd:${name} ${namespace}>${content}</ofd:${name}>\n`;

const layer = (id: number, content: string): string =>
	`<ofd:Content><ofd:Layer ID="${id}">${content}</ofd:Layer></ofd:Content>`;

function documentFiles(plan: OfdDocumentPlan, folder: string): Record<string, string> {
	const { pages, attachment, tags, scale } = plan;
	let lastId = 10;
	const files: Record<string, string> = {};
	const tagged: Tagged[] = [];
	const draw = (texts: readonly Printed[], page: number) =>
		texts
			.map((one) => {
				const id = ++lastId;
				tagged.push({ ...one, id, page });
				return textObject(one, id, font, scale);
			})
			.join('');
	const entries = pages.map(({ form, typed, height }, i) => {
		const [page, template] = [++lastId, ++lastId];
		files[`${folder}/Tpls/Tpl_${i}/Content.xml`] = root('Page', layer(++lastId, draw(form, page)));
		files[`${folder}/Pages/Page_${i}/Content.xml`] = root(
			'Page',
			`<ofd:Area><ofd:PhysicalBox>0 0 210 ${height}</ofd:PhysicalBox></ofd:Area>` +
				`<ofd:Template TemplateID="${template}" ZOrder="Background"/>` +
				layer(++lastId, draw(typed, page)),
		);
		files[`${folder}/Annots/Page_${i}/Annotation.xml`] = root(
			'PageAnnot',
			`<ofd:Annot Type="Watermark" ID="${++lastId}"><ofd:Appearance Boundary="60 60 90 10">` +
				`${textObject({ text: '下载次数：1', x: 0, y: 0 }, ++lastId, font)}</ofd:Appearance></ofd:Annot>`,
		);
		return { page, template };
	});
	files[`${folder}/PublicRes.xml`] = root(
		'Res',
		`<ofd:Fonts><ofd:Font ID="${font}" FontName="SimSun" FamilyName="SimSun"/></ofd:Fonts>`,
	);
	files[`${folder}/Annots/Annotations.xml`] = root(
		'Annotations',
		entries
			.map(
				({ page }, i) =>
					`<ofd:Page PageID="${page}"><ofd:FileLoc>Page_${i}/Annotation.xml</ofd:FileLoc></ofd:Page>`,
			)
			.join(''),
	);
	if (attachment) {
		files[`${folder}/Attachs/Attachments.xml`] = root(
			'Attachments',
			`<ofd:Attachment ID="1" Name="${attachment[0].replace('.xml', '')}" Format="xml" Visible="false"><ofd:FileLoc>${attachment[0]}</ofd:FileLoc></ofd:Attachment>`,
		);
		files[`${folder}/Attachs/${attachment[0]}`] = attachment[1];
	}
	if (tags) {
		files[`${folder}/Tags/CustomTags.xml`] = root(
			'CustomTags',
			'<ofd:CustomTag TypeID="fp"><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag>',
		);
		// Pages of a list repeat the parties: the tags are those of the invoice and the lines of the last page.
		files[`${folder}/Tags/CustomTag.xml`] = customTag(tagged, tags);
	}
	files[`${folder}/Document.xml`] = root(
		'Document',
		`<ofd:CommonData><ofd:MaxUnitID>${lastId}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>` +
			entries
				.map(
					({ template }, i) =>
						`<ofd:TemplatePage ID="${template}" BaseLoc="Tpls/Tpl_${i}/Content.xml"/>`,
				)
				.join('') +
			'</ofd:CommonData><ofd:Pages>' +
			entries
				.map(({ page }, i) => `<ofd:Page ID="${page}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
				.join('') +
			'</ofd:Pages><ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>' +
			(attachment ? '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>' : '') +
			(tags ? '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>' : ''),
	);
	return files;
}

/** An OFD (GB/T 33190) of one or more documents. */
export function ofdOf(plans: readonly OfdDocumentPlan[]): Buffer {
	const bodies = plans.map(
		({ fields, head }, i) =>
			`<ofd:DocBody><ofd:DocInfo><ofd:DocID>${String(i).padStart(32, '0')}</ofd:DocID>` +
			(head ? `<ofd:CustomDatas>${customDatas(fields)}</ofd:CustomDatas>` : '') +
			`</ofd:DocInfo><ofd:DocRoot>Doc_${i}/Document.xml</ofd:DocRoot></ofd:DocBody>`,
	);
	return zipOf({
		...Object.assign({}, ...plans.map((plan, i) => documentFiles(plan, `Doc_${i}`))),
		'OFD.xml': `${declaration}<ofd:OFD ${namespace} DocType="OFD" Version="1.1">${bodies.join('')}</ofd:OFD>\n`,
	});
}
