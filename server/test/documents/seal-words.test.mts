import { withoutSealWords } from '../../src/documents/invoice/seal-words.mts';

const seller = { name: '杭州桐林商贸有限公司', taxId: '91330110MA27Y6D45N' };

describe('what a seal prints over the remarks', () => {
	test.each([
		[
			'its number and a piece of its ring',
			'订单号:3186 林商贸有限公 91330110MA27Y6D45N',
			'订单号:3186',
		],
		['its number, misread', '订单号:3186 91330110MA2TY6D4SN', '订单号:3186'],
		['a lone sign and its number', '杭 91330110MA27Y6D45N', ''],
	])('is left out: %s', (_what, read, remarks) => {
		expect(withoutSealWords(read, seller)).toBe(remarks);
	});

	test.each([
		['words of the name without the number', '林商贸有限公'],
		['a labelled number of the seller', '税号:91330110MA27Y6D45N'],
		['the number of somebody else', '91440300MA5F2R7K2W'],
	])('is not: %s', (_what, remarks) => {
		expect(withoutSealWords(remarks, seller)).toBe(remarks);
	});

	test('leaves remarks that were not read undefined', () => {
		expect(withoutSealWords(undefined, seller)).toBeUndefined();
	});
});
