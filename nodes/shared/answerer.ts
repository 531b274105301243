import { headerOf } from './httpAnswer';
import type { HttpAnswer } from './httpAnswer';

/** A header that names a program, and the part of it that is the name. */
type NamingHeader = readonly [header: string, name: RegExp];

/** Headers that only proxies send. Sources: RFC 9110, 7.6.3 and 11.7; squid and Apache for the two others. */
const proxyHeaders: readonly NamingHeader[] = [
	['x-squid-error', /^$/],
	['proxy-agent', /^([^\s/]+)/],
	['via', /^(?:\S+\/)?\S+ (\S+)/],
	['proxy-authenticate', /realm="([^"]+)"/i],
];
const serverHeader: NamingHeader = ['server', /^([^\s/]+)/];
/** Programs by the name that they put on their error pages. */
const PAGE_NAMES =
	/\b(squid|nginx|openresty|tengine|haproxy|envoy|varnish|cloudflare|apache|caddy|zscaler|fortigate)\b/i;
/** Characters of a page within which its maker names itself. */
const PAGE_RANGE = 8000;
/** Plain names only: a header can hold anything, and what is shown ends up in logs. */
const PLAIN_NAME = /^[A-Za-z][\w .:-]{0,39}$/;

/**
 * Tells who gave an answer that is not the API's, so that people know whose log to look into: `The server`,
 * `The proxy (squid)`.
 *
 * @param key never shown, should a header repeat it
 */
export function describeAnswerer(answer: HttpAnswer, key: string): string {
	const nameIn = ([header, pattern]: NamingHeader) =>
		pattern.exec(headerOf(answer, header))?.[1]?.trim();
	const isPage = answer.body.trimStart().startsWith('<');
	const page = isPage ? PAGE_NAMES.exec(answer.body.slice(0, PAGE_RANGE))?.[1] : undefined;
	const names = [nameIn(serverHeader), ...proxyHeaders.map(nameIn), page];
	const name = names.find((one) => one && PLAIN_NAME.test(one) && !one.includes(key));
	const isProxy =
		answer.statusCode === 407 || proxyHeaders.some(([header]) => headerOf(answer, header) !== '');
	return `The ${isProxy ? 'proxy' : 'server'}${name ? ` (${name})` : ''}`;
}
