import sharp from 'sharp';
import type { Page } from '../../src/page/types.mts';
import type { Source } from '../../src/files/source.mts';
import { ofdText, smallOfd, type SmallOfd } from '../../testing/files/ofd.mts';
import { sourcesOf } from '../../testing/files/sources.mts';
import { sample } from '../../testing/process/server-process.mts';
import { distances } from '../../src/files/ofd/text-object.mts';

async function firstOf(parts: SmallOfd): Promise<Source> {
	const [first] = await sourcesOf(smallOfd(parts));
	return first;
}
async function pageOf(parts: SmallOfd): Promise<Page> {
	const source = await firstOf(parts);
	if (source.type !== 'page') throw new Error(source.type);
	return source.page;
}
/** The texts of a page with the corner of their box in millimetres. */
async function textsOf(parts: SmallOfd): Promise<string[]> {
	const { boxes } = await pageOf(parts);
	const millimetres = (pixels: number) => Math.round((pixels * 25.4) / 300);
	return boxes.map(({ text, quad: [{ x, y }] }) => `${text} ${millimetres(x)} ${millimetres(y)}`);
}

describe('the text of a page', () => {
	it('stands where its object, its template and its annotation say', async () => {
		const page = {
			objects: ofdText('票面', 20, 30),
			template: ofdText('表格', 10, 12),
			annotations: `<ofd:Annot Type="Path"><ofd:Appearance Boundary="100 50 80 20">${ofdText('批注', 5, 7)}</ofd:Appearance></ofd:Annot>`,
		};
		expect(await textsOf(page)).toEqual(['表格 10 11', '票面 20 29', '批注 105 56']);
		expect(await pageOf(page)).toMatchObject({ width: 2480, height: 1654 });
	});

	it('is measured from the corner of its page', async () => {
		const parts = { box: '-10 -20 210 140', objects: ofdText('票面', 20, 30) };
		expect(await textsOf(parts)).toEqual(['票面 30 49']);
	});

	const matrix = (numbers: string) => ofdText('合计金额', 20, 30, `CTM="${numbers}"`);
	it('is moved, stretched and shrunk by its matrix', async () => {
		const wide = async (numbers: string) => {
			const [{ text, quad }] = (await pageOf({ objects: matrix(numbers) })).boxes;
			return `${text} ${Math.round(((quad[1].x - quad[0].x) * 25.4) / 300)} wide`;
		};
		expect(await textsOf({ objects: matrix('1 0 0 1 15 5') })).toEqual(['合计金额 35 34']);
		expect(await wide('1 0 0 1 0 0')).toBe('合计金额 16 wide');
		expect(await wide('0.5 0 0 0.5 0 0')).toBe('合计金额 8 wide');
	});

	it('is turned upright with its page, and left out where it runs across it', async () => {
		const lines = Array.from({ length: 4 }, (_, i) =>
			ofdText('发票号码', 60 + 10 * i, 20, 'CTM="0 1 -1 0 0 0"'),
		);
		const page = await pageOf({ objects: `${lines.join('')}${ofdText('水印', 20, 100)}` });
		expect(page).toMatchObject({ width: 1654, height: 2480 });
		expect(page.boxes.map(({ text }) => text)).toEqual(Array(4).fill('发票号码'));
	});

	const code = (attributes: string, text: string) =>
		`<ofd:TextObject Boundary="20 30 80 40" Font="1" Size="4"><ofd:TextCode ${attributes}>${text}</ofd:TextCode></ofd:TextObject>`;
	it.each([
		['in runs', 'X="0" Y="4" DeltaX="g 3 4 2 g 2 2"', '合计金额128', ['合计金额128 20 30']],
		['of which the last goes on', 'X="0" Y="4" DeltaX="4"', '合计金额', ['合计金额 20 30']],
		[
			'downwards',
			'X="0" Y="4" DeltaY="g 3 6"',
			'合计金额',
			['合 20 30', '计 20 36', '金 20 42', '额 20 48'],
		],
		[
			'back to a next line',
			'X="0" Y="4" DeltaX="4 -4 4" DeltaY="0 8 0"',
			'合计金额',
			['合计 20 30', '金额 20 38'],
		],
		['without end', 'X="0" Y="4" DeltaX="g 99999999999 4"', '合计金额', ['合计金额 20 30']],
		['that are none', 'X="0" Y="4" DeltaX="g x y NaN 4"', '合计', ['合计 20 30']],
	])('has distances %s', async (_, attributes, text, expected) => {
		expect(await textsOf({ objects: code(attributes, text) })).toEqual(expected);
	});

	it('goes on at the place of the text code before where one has none', async () => {
		const objects =
			'<ofd:TextObject Boundary="20 30 80 40" Size="4"><ofd:TextCode X="8" Y="4">合计</ofd:TextCode><ofd:TextCode Y="14">金额</ofd:TextCode></ofd:TextObject>';
		expect(await textsOf({ objects })).toEqual(['合计 28 30', '金额 28 40']);
	});

	it('is none of seals, watermarks, hidden and transparent objects, and what stands beside the page', async () => {
		const annotation = (type: string) =>
			`<ofd:Annot Type="${type}"><ofd:Appearance Boundary="0 0 80 20">${ofdText('印章', 5, 7)}</ofd:Appearance></ofd:Annot>`;
		const parts = {
			objects: [
				ofdText('隐藏', 20, 30, 'Visible="false"'),
				ofdText('透明', 20, 40, 'Alpha="0"'),
				ofdText('页外', 20, 200),
				ofdText('左外', -200, 20),
				ofdText('票面', 20, 50),
			].join(''),
			annotations: ['Stamp', 'Watermark'].map(annotation).join(''),
		};
		expect(await textsOf(parts)).toEqual(['票面 20 49']);
	});

	it('is found in blocks and in units of graphics, where these end', async () => {
		const unit = (id: number, content: string) =>
			`<ofd:CompositeGraphicUnit ID="${id}" Width="80" Height="20"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`;
		const use = (id: number, at = '10 10') =>
			`<ofd:CompositeObject ResourceID="${id}" Boundary="${at} 80 20"/>`;
		const parts = {
			objects: `<ofd:PageBlock><ofd:PageBlock>${ofdText('块', 20, 30)}</ofd:PageBlock></ofd:PageBlock>${use(5)}`,
			resources: `<ofd:CompositeGraphicUnits>${unit(5, `${ofdText('元', 1, 2)}${use(6)}`)}${unit(6, use(6))}</ofd:CompositeGraphicUnits>`,
		};
		expect(await textsOf(parts)).toEqual(['块 20 29', '元 11 11']);
	});

	it('is none of fonts larger than any paper, and of matrices without sense', async () => {
		const odd = [
			'CTM="1e300 0 0 1e300 0 0"',
			'CTM="0 0 0 0 0 0"',
			'Size="1e9"',
			'CTM="a b c d e f"',
		];
		const objects = odd.map(
			(more, i) =>
				`<ofd:TextObject Boundary="20 ${20 + 10 * i} 9 9" ${more}><ofd:TextCode X="0" Y="4">合计</ofd:TextCode></ofd:TextObject>`,
		);
		expect(await textsOf({ objects: objects.join('') })).toEqual(['合计 20 49']);
	});

	it('may be a scan, which is the picture then', async () => {
		const scan = await sharp({
			create: { width: 40, height: 30, channels: 3, background: 'white' },
		})
			.png()
			.toBuffer();
		const source = await firstOf({
			objects: `<ofd:ImageObject ResourceID="7" Boundary="0 0 210 140"/>${ofdText('已报销', 20, 30)}`,
			resources:
				'<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>Res/scan.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
			more: [{ name: 'Doc_0/Res/scan.png', content: scan }],
		});
		expect(source).toEqual({ type: 'picture', name: '', file: scan });
	});
});

it('gives distances one by one, however many a run is said to have', () => {
	const list = distances('g 1e300 2');
	expect(Array.from({ length: 5 }, () => list.next().value)).toEqual([2, 2, 2, 2, 2]);
	expect(distances(undefined).next().value).toBeUndefined();
	expect(distances('g').next().value).toBeUndefined();
});

describe('the files of an OFD', () => {
	const objects = ofdText('票面', 20, 30);
	it.each([
		['from the root', '/Doc_0/Pages/Page_0/Content.xml'],
		['from the root without a stroke', 'Doc_0/Pages/Page_0/Content.xml'],
		['with the strokes of Windows', 'Pages\\Page_0\\Content.xml'],
		['in other letters', 'pages/PAGE_0/content.XML'],
		['with dots', './Pages/../Pages/Page_0/Content.xml'],
	])('are found %s', async (_, pageLocation) => {
		expect(await textsOf({ objects, pageLocation })).toEqual(['票面 20 29']);
	});

	it('are never looked for outside of it', async () => {
		const parts = { objects, pageLocation: '../../../../etc/passwd' };
		await expect(sourcesOf(smallOfd(parts))).rejects.toThrow(
			'the OFD is broken: it lacks the file of a page',
		);
	});

	it('may be missing or broken where the page does without', async () => {
		const parts = {
			objects,
			resources: '<broken',
			annotations: '<broken',
			tags: '<broken',
			attachment: '<',
		};
		expect(await textsOf(parts)).toEqual(['票面 20 29']);
	});

	it.each([
		['a page without paper', { box: '0 0 0 0' }, /0 x 0 mm/],
		['a page as large as a field', { box: '0 0 1000000 1000000' }, /1000000 x 1000000 mm/],
		['a page as thin as a thread', { box: '0 0 4000 1' }, /4000 x 1 mm/],
		[
			'a page of 25,000 characters',
			{ objects: ofdText('金额'.repeat(12_500), 1, 1) },
			/more than 20000 characters/,
		],
		[
			'a page of 60,000 objects',
			{ objects: '<ofd:PathObject/>'.repeat(60_000) },
			/too many objects/,
		],
		[
			'units that draw units that draw units',
			{
				objects: '<ofd:CompositeObject ResourceID="5"/>'.repeat(40),
				resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${'<ofd:CompositeObject ResourceID="5"/>'.repeat(40)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
			},
			/too many objects/,
		],
	])('are refused as %s', async (_, parts, message) => {
		await expect(sourcesOf(smallOfd(parts))).rejects.toThrow(message);
	});
});

describe('the data of an OFD', () => {
	const invoiceOf = async (parts: SmallOfd) => {
		const source = await firstOf(parts);
		return 'invoice' in source ? source.invoice : undefined;
	};
	const valueOf = async (parts: SmallOfd, name: string) =>
		(await invoiceOf(parts))?.fields.find((field) => field.name === name);
	const data = (name: string, value: string) =>
		`<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`;
	const head = data('发票号码', '24000000000000000001') + data('价税合计', '106.00');
	const tag = (name: string, id: number) =>
		`<${name}><ofd:ObjectRef PageRef="9">${id}</ofd:ObjectRef></${name}>`;

	it('are its head, where that names an invoice', async () => {
		expect(await valueOf({ head }, '合计金额(小写)')).toMatchObject({
			value: '106.00',
			place: null,
		});
		expect(await invoiceOf({ head: data('作者', '王') })).toBeUndefined();
	});

	it('are what is tagged before its head, and its attachment before both', async () => {
		const tags = `<root>${tag('InvoiceNo', 1)}${tag('TaxInclusiveTotalAmount', 2)}</root>`;
		const objects = ofdText('24000000000000000001', 10, 10) + ofdText('¥107.00', 10, 20, '', 2);
		const tagged = await valueOf({ head, tags, objects }, '合计金额(小写)');
		expect(tagged).toMatchObject({ value: '107.00', isDisputed: true, place: { page: 1 } });
		const attachment =
			'<eInvoice><InvoiceNo>24000000000000000001</InvoiceNo><TaxInclusiveTotalAmount>108</TaxInclusiveTotalAmount></eInvoice>';
		const attached = await valueOf({ head, tags, objects, attachment }, '合计金额(小写)');
		expect(attached).toMatchObject({ value: '108.00', isDisputed: true });
		const number = await valueOf({ head, tags, objects, attachment }, '发票号码');
		expect(number).toMatchObject({ isDisputed: false, place: { page: 1 } });
	});

	it('have lines by their places where tags of cells stand side by side', async () => {
		const cells = [
			['Item', 10, '*服务*甲', 5, 50],
			['Item', 11, '的续行', 5, 55],
			['Amount', 12, '10.00', 120, 50],
			['Item', 13, '*服务*乙', 5, 60],
			['Amount', 14, '20.00', 120, 60],
			['Quantity', 15, '2', 90, 60],
		] as const;
		const invoice = await invoiceOf({
			tags: `<root>${tag('InvoiceNo', 1)}${cells.map(([name, id]) => tag(name, id)).join('')}</root>`,
			objects:
				ofdText('24000000000000000001', 10, 10) +
				cells.map(([, id, text, x, y]) => ofdText(text, x, y, '', id)).join(''),
		});
		expect(invoice?.lines?.map((line) => line.map(({ value }) => value))).toEqual([
			['*服务*甲的续行', '', '', '', '', '10.00', '', ''],
			['*服务*乙', '', '', '2', '', '20.00', '', ''],
		]);
	});

	it('ignore tags of pages and objects that are not there', async () => {
		const tags = `<root>${tag('InvoiceNo', 77)}<IssueDate><ofd:ObjectRef PageRef="8">1</ofd:ObjectRef></IssueDate></root>`;
		expect(await invoiceOf({ tags, objects: ofdText('1', 1, 1) })).toBeUndefined();
	});

	it('are bounded in what tags refer to, and in how many tags there are', async () => {
		const reference = '<ObjectRef PageRef="9">1</ObjectRef>';
		const objects = ofdText('1.00', 10, 10);
		const many = (tags: string) => firstOf({ objects, tags: `<root><InvoiceNo/>${tags}</root>` });
		await expect(many(`<Note>${reference.repeat(2001)}</Note>`)).rejects.toThrow(
			/too many objects/,
		);
		await expect(many(`<Amount>${reference}</Amount>`.repeat(2001))).rejects.toThrow(
			/too many lines/,
		);
	});

	it('come with the first page of their document, and the others go on with it', async () => {
		const pages = await sourcesOf(sample('data/o04-office-list.ofd'));
		expect(
			pages.map((source) => source.type === 'page' && [!!source.invoice, !!source.continues]),
		).toEqual([
			[true, false],
			[false, true],
		]);
		const two = await sourcesOf(sample('data/o11-hardware-two.ofd'));
		expect(
			two.map((source) => source.type === 'page' && [!!source.invoice, !!source.continues]),
		).toEqual([
			[true, false],
			[true, false],
		]);
	});
});
