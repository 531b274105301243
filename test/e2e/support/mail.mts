/** A part of a mail beside its text. */
export interface Attachment {
	fileName: string;
	type: string;
	content: Buffer;
	/** Shown within the text instead of listed below it, as signatures show their logos. */
	inline?: boolean;
}

export interface Mail {
	from: { name: string; address: string };
	subject: string;
	text: string;
	attachments: Attachment[];
	/** What names it wherever it goes; a new one, if it is left out. */
	messageId?: string;
}

const boundaries = { mixed: 'mixed-8f3c', related: 'related-51ad' };
const base64Line = /.{1,76}/g;

/** A mail as it stands in a mailbox: names in RFC 2047 words, file names by RFC 2231, contents as base64. */
export function composeMail({
	from,
	subject,
	text,
	attachments,
	messageId = crypto.randomUUID(),
}: Mail): string {
	const inline = attachments.filter((attachment) => attachment.inline);
	const listed = attachments.filter((attachment) => !attachment.inline);
	const images = inline.map(({ fileName }) => `<img src="cid:${contentId(fileName)}">`).join('');
	const body = `<html><body><p>${text}</p>${images}</body></html>`;
	const html = part(['Content-Type: text/html; charset=utf-8'], Buffer.from(body));
	const related = [
		`Content-Type: multipart/related; boundary="${boundaries.related}"`,
		'',
		multipart(boundaries.related, [html, ...inline.map(attachmentPart)]),
	].join('\r\n');
	return [
		`From: ${encodedWord(from.name)} <${from.address}>`,
		'To: accounting@example.com',
		`Subject: ${encodedWord(subject)}`,
		`Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
		`Message-ID: <${messageId}@example.com>`,
		'MIME-Version: 1.0',
		`Content-Type: multipart/mixed; boundary="${boundaries.mixed}"`,
		'',
		multipart(boundaries.mixed, [related, ...listed.map(attachmentPart)]),
	].join('\r\n');
}

function attachmentPart({ fileName, type, content, inline }: Attachment): string {
	const encoded = encodeURIComponent(fileName);
	return part(
		[
			`Content-Type: ${type}; name="${encodedWord(fileName)}"`,
			`Content-Disposition: ${inline ? 'inline' : 'attachment'}; filename*=utf-8''${encoded}`,
			...(inline ? [`Content-ID: <${contentId(fileName)}>`] : []),
		],
		content,
	);
}

function part(headers: string[], content: Buffer): string {
	const lines = content.toString('base64').match(base64Line) ?? [];
	return [...headers, 'Content-Transfer-Encoding: base64', '', ...lines].join('\r\n');
}

function multipart(boundary: string, parts: string[]): string {
	return [...parts.map((each) => `--${boundary}\r\n${each}`), `--${boundary}--`, ''].join('\r\n');
}

function encodedWord(text: string): string {
	return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function contentId(fileName: string): string {
	return `${Buffer.from(fileName).toString('hex')}@example.com`;
}
