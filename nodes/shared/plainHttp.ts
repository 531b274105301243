/** Begins an address that is not encrypted. */
export const PLAIN_HTTP = '^\\s*[Hh][Tt][Tt][Pp]://';

/**
 * Hosts whose traffic stays on this machine or in a network of one's own, as regular expressions. Sources: RFC 1918,
 * 4193, 3927, 4291 (private, unique local, link-local and loopback addresses); RFC 6761, 6762, 8375 and ICANN's
 * reservation of .internal for names; a name without a dot is one of the local network, as in Docker's.
 */
const nearHosts = [
	'localhost',
	'127(\\.\\d+){3}',
	'0\\.0\\.0\\.0',
	'10(\\.\\d+){3}',
	'172\\.(1[6-9]|2\\d|3[01])(\\.\\d+){2}',
	'192\\.168(\\.\\d+){2}',
	'169\\.254(\\.\\d+){2}',
	'\\[::1\\]',
	'\\[[Ff][CcDd][\\dA-Fa-f]{2}:[\\dA-Fa-f:.]*\\]',
	'\\[[Ff][Ee][89ABab][\\dA-Fa-f]:[\\dA-Fa-f:.]*\\]',
	'[A-Za-z][\\w-]*',
	'([\\w-]+\\.)+(localhost|local|internal|lan|home\\.arpa)',
];

/** An unencrypted address that stays near. A user name before the host is passed over: it can look like a host. */
export const PLAIN_HTTP_NEAR = `${PLAIN_HTTP}([^/?#\\\\]*@)?(${nearHosts.join('|')})\\.?(:\\d*)?([/?#\\s]|$)`;

const PLAIN = new RegExp(PLAIN_HTTP);
const NEAR = new RegExp(PLAIN_HTTP_NEAR);

/**
 * Whether what is sent to an address can be read on its way: plain http to a server that is neither on this machine
 * nor in a private network.
 *
 * @param address a web address
 */
export function isPlainAndFar(address: string): boolean {
	const { origin } = new URL(address);
	return PLAIN.test(origin) && !NEAR.test(origin);
}
