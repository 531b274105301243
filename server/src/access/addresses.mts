import { BlockList, isIP, isIPv4 } from 'node:net';

/** What a caller is called whose address cannot be told. */
export const unknownAddress = 'unknown';

/** A port behind an address: `1.2.3.4:56`, `[::1]:56`. */
const withPort = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::\d{1,5})?$/;
/** Longer than any address with its zone and port. */
const longest = 100;

/**
 * The address in what a proxy or a socket says: quotes, brackets, a port and a zone are left out, and an IPv4
 * address that is written as IPv6 is an IPv4 address.
 * @returns `unknownAddress` when it is none; a list of addresses never contains that
 */
export function readAddress(text: string | undefined): string {
	if (!text || text.length > longest) return unknownAddress;
	const bare = text.trim().replace(/^"(.*)"$/, '$1');
	const [, bracketed, plain] = withPort.exec(bare) ?? [];
	const address = (bracketed ?? plain ?? bare).replace(/%[\w.%~-]+$/, '');
	if (isIP(address) === 0) return unknownAddress;
	return toIPv4(address) ?? address.toLowerCase();
}

/** The IPv4 address that is written as IPv6 (RFC 4291, 2.5.5.2); undefined for every other one. */
function toIPv4(address: string): string | undefined {
	if (isIPv4(address)) return address;
	const [, high, low] =
		/^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(new URL(`http://[${address}]`).hostname) ??
		[];
	if (high === undefined) return undefined;
	const bits = Number.parseInt(high, 16) * 2 ** 16 + Number.parseInt(low, 16);
	return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}

/**
 * A list of addresses and CIDR ranges, IPv4 and IPv6, for questions of membership.
 * Throws RangeError when an entry is neither.
 */
export class AddressList {
	readonly #list = new BlockList();
	/** Whether the list has no entry. */
	readonly isEmpty: boolean;

	constructor(entries: readonly string[]) {
		this.isEmpty = entries.length === 0;
		for (const entry of entries) this.#add(entry);
	}

	/** Whether the address, in any form that `readAddress` reads, is in the list. */
	includes(address: string): boolean {
		const plain = readAddress(address);
		return plain !== unknownAddress && this.#list.check(plain, familyOf(plain));
	}

	#add(entry: string): void {
		const [address, prefix, ...rest] = entry.split('/');
		const bits = isIPv4(address) ? 32 : 128;
		const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : NaN;
		if (!isPlain(address) || rest.length > 0 || !(length <= bits)) {
			throw new RangeError(`"${entry}" is no address and no range such as 10.0.0.0/8`);
		}
		this.#list.addSubnet(address, length, familyOf(address));
	}
}

/** Whether a text is an address without a zone, which means something on its own machine only. */
const isPlain = (address: string) => isIP(address) !== 0 && !address.includes('%');

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');
