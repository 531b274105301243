import { AddressList } from '../../src/access/addresses.mts';
import { Connection } from '../../testing/http/connection.mts';
import {
	formType,
	paths,
	startService,
	stopServices,
	type Setup,
} from '../../testing/http/service.mts';

afterAll(stopServices);

/** What a connection got, on which the text was sent, once this is in it. */
async function answerTo(url: URL, text: string, wanted = /error_code/): Promise<string> {
	const connection = await Connection.open(url, text);
	const answer = await connection.answered(wanted);
	connection.socket.destroy();
	return answer;
}

describe('when the headers are there', () => {
	const form = `content-type: ${formType}`;
	const cases: Array<[string, number, Setup, query: string, headers: string]> = [
		[
			'an address is denied',
			10008,
			{ gate: { denied: new AddressList(['127.0.0.0/8']) } },
			'',
			form,
		],
		['the server is down for maintenance', 10020, { gate: { maintenance: true } }, '', form],
		['the API is off', 10021, { gate: { off: ['receipt'] } }, '', form],
		['the key of the query is wrong', 10001, {}, '?key=wrong', form],
		['the key of the query was sent twice', 10001, {}, '?key=secret&key=secret', form],
		['the key of the query is revoked', 10009, { revoked: true }, '?key=secret', form],
		['the day of the key is used up', 10012, { rules: { perDay: 0 } }, '?key=secret', form],
		['something else than a form comes', 200001, {}, '', 'content-type: application/json'],
		['the type is missing', 200001, {}, '', 'x-type: none'],
		['the form is compressed', 200001, {}, '', `${form}\r\ncontent-encoding: gzip`],
	];

	it.each(cases)(
		'is answered that %s, before any of the body',
		async (_, code, setup, query, headers) => {
			const { url } = await startService(setup);
			for (const length of ['content-length: 1000000', 'transfer-encoding: chunked']) {
				const head = `POST ${paths.receipt}${query} HTTP/1.1\r\nhost: x\r\n${headers}\r\n${length}\r\n`;
				expect(await answerTo(url, `${head}\r\n`)).toContain(`"error_code":${code}`);
				const expecting = await answerTo(url, `${head}expect: 100-continue\r\n\r\n`);
				expect(expecting).toContain(`"error_code":${code}`);
				expect(expecting).toMatch(/^HTTP\/1.1 200/);
				expect(expecting).toMatch(/connection: close/i);
			}
		},
	);

	it('is answered that the form is too large', async () => {
		const { url } = await startService();
		const head = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\n${form}\r\ncontent-length: 99000000\r\n\r\n`;
		expect(await answerTo(url, head)).toContain('the form is too large');
	});

	it('is told to go on whoever asks and is not refused', async () => {
		const { url } = await startService();
		const head = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\n${form}\r\nexpect: 100-continue\r\n`;
		expect(await answerTo(url, `${head}content-length: 10\r\n\r\n`, /^HTTP\/1.1 [1-5]/)).toMatch(
			/^HTTP\/1.1 100/,
		);
		expect(await answerTo(url, `${head}content-length: 10\r\n\r\nkey=secret`)).toMatch(
			/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200.*image is missing/s,
		);
	});

	it('is told how to send a form that was compressed', async () => {
		const { url } = await startService();
		for (const coding of [
			'content-encoding: gzip',
			'content-encoding: br',
			'transfer-encoding: gzip, chunked',
		]) {
			const head = `POST ${paths.invoice} HTTP/1.1\r\nhost: x\r\n${form}\r\n${coding}\r\n\r\n`;
			expect(await answerTo(url, head)).toMatch(/253201/);
			expect(await answerTo(url, head)).toMatch(/not compressed/);
		}
	});
});

it('answers a wrong key in the form before the picture has come', async () => {
	const { url } = await startService();
	const head = `POST ${paths.receipt} HTTP/1.1\r\nhost: x\r\ncontent-type: ${formType}\r\n`;
	expect(
		await answerTo(url, `${head}content-length: 1000000\r\n\r\nkey=wrong&image=AAAA`),
	).toContain('"error_code":10001');
	const chunk = 'key=wrong&image=AAAA';
	expect(
		await answerTo(
			url,
			`${head}transfer-encoding: chunked\r\n\r\n${chunk.length.toString(16)}\r\n${chunk}\r\n`,
		),
	).toContain('"error_code":10001');
});
