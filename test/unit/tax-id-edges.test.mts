import { isOldIdCard, looksLikeIdCard } from '../../nodes/shared/checks/idCard.ts';
import { taxIdProblem } from '../../nodes/shared/checks/taxId.ts';

/** Numbers of identity cards by the day of birth, MMDD. */
const card = (day: string) => `110105${'1949'}${day}002X`;
const oldCard = (day: string) => `11010549${day}002`;

describe('an identity card is one by its day of birth', () => {
	it.each(['0101', '0131', '0229', '0430', '1231'])('%s is a day', (day) => {
		expect(looksLikeIdCard(card(day))).toBe(true);
		expect(isOldIdCard(oldCard(day))).toBe(true);
	});

	it.each(['0001', '1301', '9901', '0100', '0132', '0230', '0431', '1232'])('%s is none', (day) => {
		expect(looksLikeIdCard(card(day))).toBe(false);
		expect(isOldIdCard(oldCard(day))).toBe(false);
	});

	it('and by its century', () => {
		expect(looksLikeIdCard('11010518491231002X')).toBe(true);
		expect(looksLikeIdCard('11010520491231002X')).toBe(true);
		expect(looksLikeIdCard('11010517491231002X')).toBe(false);
		expect(looksLikeIdCard('11010521491231002X')).toBe(false);
	});
});

describe('a tax id of each length', () => {
	it.each([
		['0'.repeat(20)],
		['11010519491231002X01'],
		['11010549123100201'],
		['440300670000412'],
		['ABCDEFGHIJKLMNO'],
		['110105********1234'],
	])('%s is one', (id) => expect(taxIdProblem(id)).toBeUndefined());

	it.each([
		[`${'0'.repeat(19)}1`, /has 20 characters, but is no identity card/],
		[`1${'0'.repeat(19)}`, /has 20 characters, but is no identity card/],
		['11010519491231002XA1', /has 20 characters, but is no identity card/],
		['11010519491231002X1A', /has 20 characters, but is no identity card/],
		['11010519491231002101', /has a wrong check digit/],
		['110105491231002A1', /has 17 characters, but is no identity card/],
		['1101054912310021A', /has 17 characters, but is no identity card/],
		['-40300670000412', /has characters that a tax id cannot have/],
		['44030067000041-', /has characters that a tax id cannot have/],
		['44030067-000412', /has characters that a tax id cannot have/],
	])('%s is none', (id, problem) => expect(taxIdProblem(id)).toMatch(problem));
});
