import { mostInXml } from '../../src/files/bounds.mts';
import { parseXml } from '../../src/files/xml.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import { sourcesOf } from '../../testing/files/sources.mts';
import { sample } from '../../testing/process/server-process.mts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const parse = (xml: string) => parseXml(Buffer.from(xml));

describe('an XML', () => {
	it('is read by its names without prefixes, its texts and its CDATA', () => {
		const root = parse(
			`${declaration}<fp:a xmlns:fp="x" b="1"><c>d<!-- e --><![CDATA[<f>]]></c> g</fp:a>`,
		);
		expect(root).toMatchObject({
			name: 'a',
			attributes: { b: '1' },
			text: ' g',
			children: [{ name: 'c', text: 'd<f>' }],
		});
	});

	it('is read although its prefixes are bound to nothing', () => {
		expect(parse('<:e xmlns:=""><x:b>1</x:b></:e>').children[0]).toMatchObject({
			name: 'b',
			text: '1',
		});
	});

	const text = '<?xml version="1.0" encoding="ENCODING"?><a>发票&amp;&#x7968;</a>';
	// 发票 as GBK has it.
	const gbk = (encoding: string) => {
		const [before, after] = text.replace('ENCODING', encoding).split('发票');
		return Buffer.concat([
			Buffer.from(before),
			Buffer.from([0xb7, 0xa2, 0xc6, 0xb1]),
			Buffer.from(after),
		]);
	};
	const utf16 = Buffer.from(`\ufeff${text.replace('ENCODING', 'UTF-16')}`, 'utf16le');
	it.each([
		['UTF-8', Buffer.from(text)],
		['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
		['GBK', gbk('GBK')],
		['GB2312', gbk('gb2312')],
		['GBK that says it is UTF-8', gbk('UTF-8')],
		['UTF-16, little end first', utf16],
		['UTF-16, big end first', Buffer.from(utf16).swap16()],
	])('is read in %s', (_, bytes) => {
		expect(parseXml(bytes).text).toBe('发票&票');
	});
});

describe('XMLs that are made to do harm', () => {
	const laughs = Array.from(
		{ length: 9 },
		(_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
	);
	const cases: Array<[name: string, xml: string | Buffer, message: RegExp]> = [
		[
			'a billion laughs',
			`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join('')}]><a>&l9;</a>`,
			/document type/,
		],
		[
			'an external entity',
			'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
			/document type/,
		],
		[
			'an external document type',
			'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><a/>',
			/document type/,
		],
		[
			'a parameter entity',
			'<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/hosts">%p;]><a/>',
			/document type/,
		],
		['an entity of its own', '<a>&x;</a>', /broken/],
		['no end', '<a><b>', /broken/],
		['two roots', '<a/><b/>', /broken/],
		['tags that cross', '<a><b></a></b>', /broken/],
		['nothing', '', /broken/],
		['text alone', `${declaration}text`, /broken/],
		['a name as long as a file', `<${'a'.repeat(3e6)}/>`, /broken/],
		['an attribute as long as a file', `<a b="${'c'.repeat(3e6)}"/>`, /broken/],
		[
			'more levels than any invoice',
			'<a>'.repeat(mostInXml.depth + 1) + '</a>'.repeat(mostInXml.depth + 1),
			/levels/,
		],
		['a million levels', '<a>'.repeat(1e6), /levels/],
		['more elements than any invoice', `<a>${'<b/>'.repeat(mostInXml.elements)}</a>`, /elements/],
		['more bytes than any invoice', Buffer.alloc(mostInXml.bytes + 1, '<a>'), /bytes/],
	];
	it.each(cases)('refuses %s', (_, xml, message) => {
		expect(() => parseXml(Buffer.from(xml))).toThrow(message);
		expect(() => parseXml(Buffer.from(xml))).toThrow(PictureError);
	});

	it('says nothing of what a file says', async () => {
		const secret = Buffer.from(`${declaration}<EInvoice><secret>4711</wrong></EInvoice>`);
		await expect(sourcesOf(secret)).rejects.toThrow(/^(?!.*(?:secret|4711)).*$/s);
	});

	it('reads a prototype as the name that it is', () => {
		const root = parse('<a><__proto__ constructor="1">b</__proto__></a>');
		expect(root.children[0].name).toBe('__proto__');
		expect(({} as { text?: string }).text).toBeUndefined();
	});
});

describe('an invoice as XML', () => {
	const ride = sample('data/x03-ride.xml').toString();
	const [source] = [sourcesOf(Buffer.from(ride))];
	const itemsOf = async (xml: string) => {
		const [found] = await sourcesOf(Buffer.from(xml));
		return found.type === 'invoice' ? found.invoice : undefined;
	};

	it('has no traveller in any value', async () => {
		expect(ride).toMatch(/章怀瑾.*无锡市/s);
		expect(JSON.stringify(await source)).not.toMatch(/章怀瑾|3202\*|无锡市/);
	});

	it('has a value where it says that there is none, and nothing where it is silent', async () => {
		const invoice = await itemsOf(ride.replace(/<Drawer>.*?<\/Drawer>/, ''));
		const named = (name: string) => invoice?.fields.find((field) => field.name === name);
		expect(named('备注')).toMatchObject({ value: '' });
		expect(named('开票人')).toBeUndefined();
	});

	it.each([
		['TaxRate', '0.060000', '税率', '6%'],
		['TaxRate', '0.015', '税率', '1.5%'],
		['TaxRate', '13', '税率', '13%'],
		['TaxRate', '13.00%', '税率', '13%'],
		['TaxRate', '免税', '税率', '免税'],
		['ComTaxAm', '0.120000', '税额', '0.12'],
		['ComTaxAm', '***', '税额', '***'],
		['Amount', '-100', '金额', '-100.00'],
		['Quantity', '2.00000000', '数量', '2'],
		['UnPrice', '4197.16981132075', '单价', '4197.16981132075'],
		['UnPrice', '18.5000000', '单价', '18.5'],
		['UnPrice', '18.50', '单价', '18.50'],
	])('gives <%s> %s as %s %s', async (element, text, name, value) => {
		const invoice = await itemsOf(
			ride.replace(new RegExp(`<${element}>.*?</${element}>`), `<${element}>${text}</${element}>`),
		);
		expect(invoice?.lines?.[0].find((cell) => cell.name === name)?.value).toBe(value);
	});

	it.each([
		[
			'an issuer',
			'<inv:NumberOfInvoice>99934328</inv:NumberOfInvoice><inv:DateOfIssue>2022-09-01</inv:DateOfIssue><inv:InformationOfTaxableGoodsOrServicesDetailItemsTuple><inv:NameOfTaxableGoodsOrServices>*金属制品*螺丝批</inv:NameOfTaxableGoodsOrServices><inv:TaxRate>13.00%</inv:TaxRate></inv:InformationOfTaxableGoodsOrServicesDetailItemsTuple>',
			{ 发票号码: '99934328', 日期: '2022年09月01日' },
			[['*金属制品*螺丝批', '', '', '', '', '', '13%', '']],
		],
		[
			'whoever books it',
			'<e:InvoiceNumber>23440000000000100012</e:InvoiceNumber><e:TotalTax-includedAmount decimals="0">500</e:TotalTax-includedAmount><e:RequestTime>2023-11-13T20:05:10</e:RequestTime>',
			{ 发票号码: '23440000000000100012', 日期: '2023年11月13日', '合计金额(小写)': '500.00' },
			undefined,
		],
	])('may be XBRL of %s', async (_, content, fields, lines) => {
		const invoice = await itemsOf(`${declaration}<xbrli:xbrl>${content}</xbrli:xbrl>`);
		expect(
			Object.fromEntries(invoice?.fields.map(({ name, value }) => [name, value]) ?? []),
		).toEqual(fields);
		expect(invoice?.lines?.map((line) => line.map(({ value }) => value))).toEqual(lines);
	});

	it('of a value without end is refused', async () => {
		const remark = `<Remark>${'备'.repeat(10_001)}</Remark>`;
		await expect(itemsOf(ride.replace('<Remark></Remark>', remark))).rejects.toThrow(
			/at most 10000/,
		);
	});

	it('of too many lines is refused', async () => {
		const line = /<IssuItemInformation>.*?<\/IssuItemInformation>/s.exec(ride)?.[0] ?? '';
		await expect(itemsOf(ride.replace(line, line.repeat(2001)))).rejects.toThrow(/at most 2000/);
	});
});
