import sharp from 'sharp';
import { zip } from '../../testing/files/zip.mts';
import { turnedHeic } from '../../testing/pictures/frames.mts';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';

const key = 'demo';
const invoicePath = '/invoice_general_ocr/query';

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '1', '--deadline', '300']);
});
afterAll(() => server.stop());

const post = async (file: Buffer, more: Record<string, string> = { draw: '1' }) =>
	(await server.post(invoicePath, { key, image_base64: file.toString('base64'), ...more })).body;

/** The picture of an answer, as small as its content can be compared, and its size. */
async function drawn(file: Buffer, page?: string) {
	const body = await post(file, { draw: '1', ...(page && { page }) });
	expect(body).toMatchObject({ error_code: 0 });
	const { picture, page: number } = body.result as { picture: string; page: number };
	const bytes = Buffer.from(picture, 'base64');
	const { format, width = 0, height = 0 } = await sharp(bytes).metadata();
	const small = await sharp(bytes).greyscale().resize(16, 16, { fit: 'fill' }).raw().toBuffer();
	return { format, width, height, number, small: [...small] };
}

/** How far two pictures are from each other, in grey levels of 255. */
const apart = (one: number[], other: number[]) =>
	one.reduce((sum, level, i) => sum + Math.abs(level - other[i]), 0) / one.length;

it('draws a page of a PDF that has a text, as wide as small print needs', async () => {
	const { format, width, height, number } = await drawn(sample('pdf/d01-training.pdf'));
	expect({ format, width, number }).toEqual({ format: 'jpeg', width: 1600, number: 1 });
	expect(height).toBeGreaterThan(800);
});

it('draws the page that is asked for', async () => {
	const file = sample('pdf/d03-hardware-two.pdf');
	const [first, second] = [await drawn(file), await drawn(file, '2')];
	expect([first.number, second.number]).toEqual([1, 2]);
	expect(apart(first.small, second.small)).toBeGreaterThan(0);
});

it.each(['tiff', 'webp', 'avif'] as const)('draws a picture as %s', async (format) => {
	const jpeg = sample('receipts/r15-kiosk.jpg');
	const [asJpeg, other] = [await drawn(jpeg), await drawn(await sharp(jpeg)[format]().toBuffer())];
	expect(apart(asJpeg.small, other.small)).toBeLessThan(4);
});

it.each(['jpeg', 'avif'] as const)(
	'draws a photo upright, as a viewer shows it: %s',
	async (format) => {
		const lying = sharp(sample('receipts/r15-kiosk.jpg')).withMetadata({ orientation: 6 });
		const { width, height } = await drawn(await lying.toFormat(format).toBuffer());
		expect([width, height]).toEqual([803, 460]);
	},
);

it('draws a HEIC as large as it is, not its preview, and as it is to be turned', async () => {
	const phone = sample('formats/f02-phone.heic');
	const upright = await drawn(phone);
	expect(upright).toMatchObject({ format: 'jpeg', number: 1 });
	expect(Math.min(upright.width, upright.height)).toBeGreaterThan(700);
	const upsideDown = await drawn(turnedHeic(phone, 2));
	expect(apart(upsideDown.small, upright.small.toReversed())).toBeLessThan(4);
	expect(apart(upsideDown.small, upright.small)).toBeGreaterThan(8);
	const onItsSide = await drawn(turnedHeic(phone, 1));
	expect([onItsSide.width, onItsSide.height]).toEqual(
		[upright.height, upright.width].map((side) => Math.min(side, 1600)),
	);
});

it.each(['heic', 'avif'])('says of a %s that is cut off that it is broken', async (ending) => {
	const whole = sample(ending === 'heic' ? 'formats/f02-phone.heic' : 'formats/f04-photo.avif');
	const body = await post(whole.subarray(0, whole.length / 2));
	expect(body).toMatchObject({
		error_code: 253201,
		reason: expect.stringMatching(/broken|cut off/),
	});
});

it('counts pages over all that a ZIP holds', async () => {
	const kiosk = sample('receipts/r15-kiosk.jpg');
	const file = zip([
		{ name: '1.pdf', content: sample('pdf/d03-hardware-two.pdf') },
		{ name: '2.txt', content: Buffer.from('no document') },
		{ name: '3.jpg', content: kiosk },
	]);
	const [third, alone] = [await drawn(file, '3'), await drawn(kiosk)];
	expect(apart(third.small, alone.small)).toBe(0);
	expect(await post(file, { draw: '1', page: '4' })).toMatchObject({
		error_code: 253201,
		reason: expect.stringContaining('the file has no page 4: it has 3'),
	});
});

it('says of a page that is data that it has no picture', async () => {
	const ofd = sample('data/o08-software-text.ofd');
	expect(await post(ofd)).toMatchObject({
		error_code: 253201,
		reason: expect.stringContaining('page 1 is data, which is read without drawing it'),
	});
});

it.each([{ draw: '2' }, { draw: '' }, { draw: 'true' }])('refuses %j', async (more) => {
	expect(await post(sample('pdf/d01-training.pdf'), more as Record<string, string>)).toMatchObject({
		error_code: 253201,
		reason: expect.stringContaining('draw is not 1'),
	});
});

it('reads as before where it is not asked to draw', async () => {
	const body = await post(sample('pdf/d01-training.pdf'), {});
	expect(body.result).toHaveProperty('invoice_general_infos');
	expect(body.result).not.toHaveProperty('picture');
});
