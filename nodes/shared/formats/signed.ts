import type { FileFormat } from '../fileFormats';

const HEAD_BYTES = 256;
const SEQUENCE = '\x30';
/** Object identifiers of PKCS #7 in DER; their last byte tells plain, signed and encrypted data. Source: RFC 5652. */
const PKCS7 = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07';
const [DATA, SIGNED, ENCRYPTED] = ['\x01', '\x02', '\x03'].map((kind) => PKCS7 + kind);
/** The tag and the length of the sequence around an identifier take so many bytes at most. */
const LONGEST_TAG = 6;
/** Data that stands elsewhere: a sequence of the identifier alone, of known and of open length. */
const elsewhere = [`${SEQUENCE}\x0b${DATA}`, `${SEQUENCE}\x80${DATA}\0\0`];

/** Tells S/MIME apart: a signature alone, or a mail inside. @returns undefined where the file is none */
export function signedKind(bytes: Buffer): FileFormat | undefined {
	const head = bytes.toString('latin1', 0, HEAD_BYTES);
	const holds = (identifier: string) =>
		head.slice(0, LONGEST_TAG + identifier.length).includes(identifier);
	if (!head.startsWith(SEQUENCE) || ![SIGNED, ENCRYPTED].some(holds)) return undefined;
	return elsewhere.some((data) => head.includes(data)) ? 'P7S' : 'P7M';
}
