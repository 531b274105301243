import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * A list of addresses and CIDR ranges, IPv4 and IPv6, for questions of membership.
 * Throws RangeError when an entry is neither.
 */
export class AddressList {
	readonly #list = new BlockList();

	constructor(entries: readonly string[]) {
		for (const entry of entries) this.#add(entry);
	}

	/** Whether the address is in the list; an IPv4 address that arrived over IPv6 counts as IPv4. */
	includes(address: string): boolean {
		const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
		return isIP(plain) !== 0 && this.#list.check(plain, familyOf(plain));
	}

	#add(entry: string): void {
		const [address, prefix, ...rest] = entry.split('/');
		const bits = isIPv4(address) ? 32 : 128;
		const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : NaN;
		if (isIP(address) === 0 || rest.length > 0 || !(length <= bits)) {
			throw new RangeError(`"${entry}" is no address and no range such as 10.0.0.0/8`);
		}
		this.#list.addSubnet(address, length, familyOf(address));
	}
}

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');
