import sharp from 'sharp';
import { blackPng } from '../../testing/pictures/attack.mts';
import { runToEnd, sample, ServerProcess } from '../../testing/process/server-process.mts';

const invoicePath = '/invoice_general_ocr/query';
const receiptPath = '/shoppingReceipt/query';
const key = 'demo';
const fiveKiloBytesOfText = Buffer.from('These are words, not a picture. '.repeat(160));

/** A few kilobytes. */
const bomb = blackPng({ width: 20_000, height: 20_000, depth: 1 });

const base64 = (bytes: Buffer) => bytes.toString('base64');
const plain = (width: number, height: number, background = 'white') =>
	sharp({ create: { width, height, channels: 3, background } });

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '2', '--deadline', '300']);
});
afterAll(() => server.stop());

const postInvoice = (image_base64: string) => server.post(invoicePath, { key, image_base64 });
const postReceipt = (image: string) => server.post(receiptPath, { key, image });

describe('starting', () => {
	it('says that the key demo is accepted from this machine only', () => {
		expect(server.output).toMatch(/key "demo" is accepted, from this machine only/);
		expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	});

	it('refuses other addresses without keys', async () => {
		const { code, output } = await runToEnd(['--host', '0.0.0.0']);
		expect(code).toBe(1);
		expect(output).toMatch(/without keys/);
	});

	it('says which port is taken', async () => {
		const { port } = new URL(server.url);
		const { code, output } = await runToEnd(['--port', port]);
		expect(code).toBe(1);
		expect(output).toContain(`127.0.0.1:${port}`);
		expect(output).toMatch(/taken/);
	});

	it('shows its usage', async () => {
		const { code, output } = await runToEnd(['--help']);
		expect(code).toBe(0);
		expect(output).toMatch(/--port/);
	});
});

describe('reading', () => {
	it('reads a receipt in the shape of the document', async () => {
		const { status, body } = await postReceipt(base64(sample('receipts/r02-convenience.jpg')));
		expect(status).toBe(200);
		expect(body).toMatchObject({ reason: '成功', error_code: 0 });
		const { orderid, data } = body.result as { orderid: string; data: Record<string, unknown> };
		expect(orderid).toMatch(/^JH\d{13}[A-Za-z0-9]{5}$/);
		expect(data).toMatchObject({ shop_name: '好邻角便利', consumption_date: '2024-03-05' });
		const table = data.table as Array<Record<string, unknown>>;
		expect(data.table_row_num).toBe(table.length);
		expect(table[0]).toEqual({
			product: expect.stringMatching(/^饭团.海苔肉松.$/),
			quantity: '2',
			unit_price: '6.80',
			subtotal_amount: '13.60',
		});
	});

	it('reads an invoice in the shape of the document', async () => {
		const { status, body } = await postInvoice(base64(sample('invoices/i02-fujian.jpg')));
		expect(status).toBe(200);
		expect(body).toMatchObject({ reason: 'success', error_code: 0 });
		const result = body.result as {
			request_id: string;
			invoice_general_infos: object[];
			confidence: object;
		};
		expect(result.request_id).toMatch(/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/);
		expect(result.invoice_general_infos).toEqual(
			expect.arrayContaining([
				{ name: '发票代码', value: '235001608031' },
				{ name: '发票号码', value: '07316290' },
			]),
		);
		expect(result.confidence).toMatchObject({ 发票代码: expect.any(Number) });
	});

	it('reads a picture that lies on its side or stands on its head', async () => {
		for (const angle of [90, 180, 270]) {
			const turned = await sharp(sample('receipts/r02-convenience.jpg'))
				.rotate(angle)
				.jpeg()
				.toBuffer();
			const { body } = await postReceipt(base64(turned));
			expect(body.result).toMatchObject({ data: { shop_name: '好邻角便利' } });
		}
	});

	it('follows the EXIF orientation', async () => {
		const turned = await sharp(sample('receipts/r02-convenience.jpg'))
			.rotate(270)
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		const { body } = await postReceipt(base64(turned));
		expect(body.result).toMatchObject({ data: { shop_name: '好邻角便利' } });
	});

	it('answers 253202 and 200002 when there is nothing to read', async () => {
		const blank = base64(await plain(400, 300).png().toBuffer());
		expect((await postInvoice(blank)).body).toMatchObject({ error_code: 253202, result: null });
		expect((await postReceipt(blank)).body).toMatchObject({ error_code: 200002, result: null });
	});
});

describe('keys', () => {
	it('takes the key from the query too', async () => {
		const { body } = await server.post(`${invoicePath}?key=demo`, {});
		expect(body.error_code).toBe(253201);
	});

	it.each([
		['a wrong one', { key: 'wrong-key-4711' }],
		['none', {}],
		['an empty one', { key: '' }],
	])('answers 10001 to %s before it looks at the picture', async (_, form) => {
		for (const path of [invoicePath, receiptPath]) {
			const { status, body } = await server.post(path, form as Record<string, string>);
			expect(status).toBe(200);
			expect(body).toEqual({
				resultcode: '101',
				reason: expect.stringMatching(/^错误的请求KEY/),
				result: null,
				error_code: 10001,
			});
		}
	});

	it('accepts the configured keys instead of demo', async () => {
		const guarded = await ServerProcess.start({ JUHE_OCR_KEYS: 'first,second' });
		const codeOf = async (key: string) =>
			(await guarded.post(receiptPath, { key })).body.error_code;
		expect(await codeOf('second')).toBe(200001);
		expect(await codeOf('demo')).toBe(10001);
		expect(guarded.output).not.toContain('second');
		await guarded.stop();
	});
});

describe('limits and bad pictures', () => {
	const cases: Array<[name: string, picture: () => Promise<string> | string, message: RegExp]> = [
		['an empty parameter', () => '', /is empty/],
		['a data: prefix', () => 'data:image/png;base64,iVBORw0KGgo=', /must not begin with data:/],
		['characters that are not base64', () => 'iVBO*w0KGgo=', /unexpected character at position 5/],
		['padding in the middle', () => 'iVBO=w0K', /position 5/],
		['text', () => base64(fiveKiloBytesOfText), /not a picture/],
		[
			'a JPEG 2000',
			async () => base64(Buffer.from('\xff\x4f\xff\x51\0\x2f', 'latin1')),
			/is a JPEG 2000 picture, accepted are .*webp, tiff, gif, heic.*: save it as PNG or JPEG/,
		],
		['a BigTIFF', async () => base64(Buffer.from('II+\0\x08\0\0\0', 'latin1')), /is a BigTIFF/],
		[
			'a truncated TIFF',
			async () => base64((await plain(60, 60).tiff().toBuffer()).subarray(0, 200)),
			/TIFF is (?:broken|cut off)/,
		],
		[
			'a truncated JPEG',
			() => base64(sample('receipts/r02-convenience.jpg').subarray(0, 20_000)),
			/cannot be decoded/,
		],
		[
			'a JPEG header only',
			() => base64(Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
			/header cannot be read/,
		],
		['a picture bomb', () => base64(bomb), /20000 x 20000/],
	];

	it.each(cases)('refuses %s at both APIs', async (_, picture, message) => {
		const value = await picture();
		for (const [answer, code] of [
			[await postInvoice(value), 253201],
			[await postReceipt(value), 200001],
		] as const) {
			expect(answer.status).toBe(200);
			expect(answer.body).toEqual({
				reason: expect.stringMatching(/^查询参数错误: /),
				result: null,
				error_code: code,
			});
			expect(answer.body.reason).toMatch(message);
		}
	});

	it('refuses a bomb without growing', async () => {
		const picture = base64(bomb);
		const before = server.memory;
		expect((await postInvoice(picture)).body.error_code).toBe(253201);
		expect(server.memory - before).toBeLessThan(50e6);
	});

	it('holds the shortest side of a receipt: 15 pixels', async () => {
		const answerTo = async (width: number, height: number) =>
			(await postReceipt(base64(await plain(width, height).png().toBuffer()))).body;
		expect((await answerTo(10, 10)).reason).toMatch(/10 x 10 pixels.*at least 15/);
		expect(await answerTo(14, 200)).toMatchObject({ error_code: 200001 });
		expect(await answerTo(15, 200)).toMatchObject({ error_code: 200002 });
	});

	it('reads base64 whose plus signs arrived as blanks', async () => {
		const picture = base64(await plain(300, 100).png().toBuffer());
		const unescaped = `key=demo&image=${picture.replaceAll('+', ' ')}`;
		expect((await server.post(receiptPath, unescaped)).body.error_code).toBe(200002);
	});

	it('names the parameter that is missing or doubled', async () => {
		expect((await server.post(invoicePath, { key })).body.reason).toMatch(
			/image_base64 is missing/,
		);
		expect((await server.post(receiptPath, 'key=demo&image=AA&image=BB')).body.reason).toMatch(
			/image was sent more than once/,
		);
	});

	it.each([
		['application/json', '{"key":"demo","image":"AAAA"}'],
		['multipart/form-data; boundary=x', '--x--'],
		['text/plain', 'key=demo&image=AAAA'],
	])('refuses %s and says what to send', async (contentType, text) => {
		for (const [path, code] of [
			[invoicePath, 253201],
			[receiptPath, 200001],
		] as const) {
			const { statusCode, body } = await server.client.request({
				method: 'POST',
				path: `${path}?key=demo`,
				headers: { 'content-type': contentType },
				body: text,
			});
			expect(statusCode).toBe(200);
			expect(await body.json()).toEqual({
				error_code: code,
				reason: '查询参数错误: send a form: application/x-www-form-urlencoded',
				result: null,
			});
		}
	});

	it('is alive after all of this, without a word of it in its log', async () => {
		const { body } = await postReceipt(base64(sample('receipts/r02-convenience.jpg')));
		expect(body.error_code).toBe(0);
		expect(server.output).not.toMatch(/wrong-key|image=|好邻角/);
	});
});

describe('paths', () => {
	it('answers 404 in JSON elsewhere', async () => {
		for (const [method, path] of [
			['GET', '/'],
			['POST', '/shoppingReceipt/querry'],
			['GET', receiptPath],
		] as const) {
			const { statusCode, body } = await server.client.request({ method, path });
			expect(statusCode).toBe(404);
			expect(await body.json()).toMatchObject({ statusCode: 404, error: 'Not Found' });
		}
	});
});

it('answers 10011 to what its queue has no room for, and reads the rest', async () => {
	const head = sharp(sample('receipts/r02-convenience.jpg'))
		.resize(400)
		.extract({ left: 0, top: 0, width: 400, height: 160 });
	const picture = base64(await head.png().toBuffer());
	const answers = await Promise.all(Array.from({ length: 40 }, () => postReceipt(picture)));
	const codes = answers.map(({ body }) => body.error_code);
	const refused = codes.filter((code) => code === 10011).length;
	expect(refused).toBeGreaterThan(0);
	// Two are read and 32 wait.
	expect(refused).toBeLessThanOrEqual(6);
	expect(codes.filter((code) => code === 0)).toHaveLength(40 - refused);
}, 300_000);
