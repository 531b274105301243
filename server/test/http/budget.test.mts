import { BodyBudget } from '../../src/http/body-budget.mts';
import { networkOf } from '../../src/http/network.mts';

/** How many bytes a call can hold, one after the other. */
function fill(charge: { grow(bytes: number): boolean }): number {
	let held = 0;
	while (charge.grow(1)) held++;
	return held;
}

/** A call whose key is known. */
function known(budget: BodyBudget, address: string) {
	const charge = budget.open(address);
	charge.know();
	return charge;
}

it('gives one address most of the memory, and leaves some to whoever comes next', () => {
	const budget = new BodyBudget(400_000);
	const shares = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((address) =>
		fill(known(budget, address)),
	);
	expect(shares[0]).toBe(225_000);
	expect(shares[1]).toBeGreaterThan(50_000);
	expect(shares[2]).toBeGreaterThan(10_000);
	expect(fill(known(budget, '192.0.2.1'))).toBe(0);
});

it('bounds calls without a key apart from the others', () => {
	const budget = new BodyBudget(400_000);
	let all = 0;
	for (let i = 0; i < 100; i++) all += fill(budget.open(`192.0.2.${i}`));
	expect(all).toBeLessThanOrEqual(100_000);
	expect(fill(known(budget, '192.0.2.200'))).toBe(225_000);
});

it('takes back what was held, of a call whose key became known too', () => {
	const budget = new BodyBudget(400_000);
	for (let i = 0; i < 3; i++) {
		const charge = budget.open('192.0.2.1');
		expect(fill(charge)).toBe(75_000);
		expect(charge.know()).toBe(true);
		expect(fill(charge)).toBe(150_000);
		charge.release();
		charge.release();
	}
});

it('still counts what other calls of an address hold, when one gives back', () => {
	const budget = new BodyBudget(400_000);
	const [first, second] = [1, 2].map(() => known(budget, '192.0.2.1'));
	expect([first.grow(100_000), second.grow(100_000)]).toEqual([true, true]);
	first.release();
	// Three times of what is free then: 100,000 and 125,000 of 300,000.
	expect(fill(second)).toBe(125_000);
});

it('is told of a key again without taking anything', () => {
	const charge = known(new BodyBudget(400_000), '192.0.2.1');
	expect(fill(charge)).toBe(225_000);
	expect(charge.know()).toBe(true);
	charge.release();
	expect(fill(charge)).toBe(225_000);
});

it.each([
	['192.0.2.1', '192.0.2.1'],
	['::ffff:192.0.2.1', '192.0.2.1'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:db8:1:2::9', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
	['1::', '1:0:0:0::/64'],
	['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
	['1::2:3:4:192.0.2.1', '1:0:0:2::/64'],
	['1::ffff:192.0.2.1', '1:0:0:0::/64'],
	['fe80::1:2:3:4:5:6%eth0', 'fe80:0:1:2::/64'],
])('calls from %s belong to %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});
