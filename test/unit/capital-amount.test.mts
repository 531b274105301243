import { parseCapitalAmount } from '../../nodes/shared/checks/capitalAmount.ts';
import { taxIdCheckCharacter } from '../../nodes/shared/checks/taxId.ts';

describe('amounts in capital characters', () => {
	it.each([
		['玖仟元整', 9000],
		['捌佰贰拾伍圆壹角伍分', 825.15],
		['柒佰伍拾柒元壹角贰分', 757.12],
		['⊗柒佰玖拾伍元整', 795],
		['人民币叁佰肆拾伍圓正', 345],
		['壹万零伍拾元零叁分', 10050.03],
		['拾伍元整', 15],
		['壹拾万元整', 100000],
		['壹亿贰仟叁佰万零肆元伍角', 123000004.5],
		['贰仟万亿元整', 2e15],
		['伍角', 0.5],
		['柒分', 0.07],
		['零元整', 0],
		['负壹佰元整', -100],
		['肆拾叁元捌角整', 43.8],
	])('%s is %p', (text, amount) => expect(parseCapitalAmount(text)).toBe(amount));

	it.each([
		'',
		'整',
		'玖仟',
		'玖玖元整',
		'壹佰仟元整',
		'900元整?',
		'abc',
		'拾佰元整',
		'万伍仟元整',
		'壹万万元整',
		'亿元整',
	])('%p is not checked', (text) => expect(parseCapitalAmount(text)).toBeUndefined());
});

describe('tax ids', () => {
	it('computes the check character of a published example (GB 32100, appendix)', () => {
		expect(taxIdCheckCharacter('91350100M000100Y4')).toBe('3');
	});
});
