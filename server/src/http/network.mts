import { isIPv6 } from 'node:net';

/** Groups of an IPv6 address that name a network: a household or a machine is given a /64 and more. */
const networkGroups = 4;

/** Whom an address belongs to, for sharing between callers: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	if (!isIPv6(plain)) return plain;
	const [head, tail] = plain
		.split('::')
		.map((part) => part.split(':').flatMap((group) => groupsOf(group)));
	const zeros = Array<string>(tail ? 8 - head.length - tail.length : 0).fill('0');
	const groups = [...head, ...zeros, ...(tail ?? [])];
	return `${groups.slice(0, networkGroups).join(':')}::/64`;
}

/** An IPv4 address at the end of an IPv6 address stands for two groups, which name no network. */
const groupsOf = (group: string) => (group === '' ? [] : group.includes('.') ? ['', ''] : [group]);
