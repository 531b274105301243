import { releaseBytes } from '../../nodes/shared/input/releaseBytes.ts';

it('gives memory back that a picture has for itself', () => {
	const picture = Buffer.alloc(100_000, 7);
	releaseBytes(picture);
	expect(picture.length).toBe(0);
	expect(picture.buffer.byteLength).toBe(0);
});

it('leaves memory alone that others use too', () => {
	const both = Buffer.alloc(100_000, 7);
	const [picture, neighbour] = [both.subarray(0, 50_000), both.subarray(50_000)];
	releaseBytes(picture);
	expect(picture.length).toBe(50_000);
	expect(neighbour.every((byte) => byte === 7)).toBe(true);
});

it('leaves memory alone that cannot be given back', () => {
	const { buffer } = new WebAssembly.Memory({ initial: 1 });
	releaseBytes(Buffer.from(buffer));
	expect(buffer.byteLength).toBe(65_536);
});
