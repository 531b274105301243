import sharp from 'sharp';
import type { Location } from '../../src/documents/location.mts';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';

const key = 'demo';

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '1', '--deadline', '300']);
});
afterAll(() => server.stop());

interface Receipt {
	shop_name: string;
	receipt_num: string;
	table: Array<{ subtotal_amount: string }>;
	location: Record<string, Location | null> & {
		table: Array<{ product: Location; subtotal_amount: Location }>;
	};
}

async function readReceipt(picture: Buffer): Promise<Receipt> {
	const { body } = await server.post('/shoppingReceipt/query', {
		key,
		image: picture.toString('base64'),
	});
	return (body.result as { data: Receipt }).data;
}

/** The picture with a place painted over. */
async function without(picture: Buffer, { box }: Location): Promise<Buffer> {
	const { width, height } = await sharp(picture).metadata();
	const [left, top, right, bottom] = box.map((at, i) =>
		Math.round((at * (i % 2 === 0 ? width : height)) / 1000),
	);
	const paint = { create: { width: right - left, height: bottom - top, channels: 3 as const } };
	return await sharp(picture)
		.composite([{ input: { create: { ...paint.create, background: 'white' } }, left, top }])
		.png()
		.toBuffer();
}

const placeOf = (place: Location | null): Location => {
	if (!place) throw new Error('no place was served');
	return place;
};

describe('the places that an answer carries', () => {
	it('are where the values are: painted over, they cannot be read any more', async () => {
		const picture = sample('receipts/r02-convenience.jpg');
		const read = await readReceipt(picture);
		expect(read.shop_name).toBe('好邻角便利');
		const shop = placeOf(read.location.shop_name);
		expect(shop.page).toBe(1);
		expect((await readReceipt(await without(picture, shop))).shop_name).not.toBe(read.shop_name);
		const number = placeOf(read.location.receipt_num);
		expect((await readReceipt(await without(picture, number))).receipt_num).toBe('');
		expect(read.location.table).toHaveLength(read.table.length);
	});

	it('are those on the picture as a viewer shows it, whichever way its pixels lie', async () => {
		const picture = sample('receipts/r02-convenience.jpg');
		const straight = (await readReceipt(picture)).location;
		const lying = await sharp(picture)
			.rotate(270)
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		const shown = (await readReceipt(lying)).location;
		const [a, b] = [straight, shown].map(({ shop_name: place }) => placeOf(place).box);
		a.forEach((at, i) => expect(Math.abs(at - b[i])).toBeLessThan(15));
	});

	it('of a PDF name the page that was read', async () => {
		const { body } = await server.post('/invoice_general_ocr/query', {
			key,
			image_base64: sample('pdf/d03-hardware-two.pdf').toString('base64'),
			page: '2',
		});
		const { location } = body.result as { location: Record<string, Location> };
		expect(location['发票号码']).toMatchObject({ page: 2, box: expect.any(Array) });
		for (const at of location['发票号码'].box) {
			expect(Number.isInteger(at) && at >= 0 && at <= 1000).toBe(true);
		}
	});
});
