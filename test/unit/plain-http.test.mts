import { NodeHelpers } from 'n8n-workflow';
import { NodeHelpers as NodeHelpers1 } from 'n8n-workflow-1';

import { JuheApi } from '../../credentials/JuheApi.credentials.ts';
import { isPlainAndFar } from '../../nodes/shared/plainHttp.ts';

describe('an address that is not encrypted', () => {
	const notice = new JuheApi().properties.find(({ type }) => type === 'notice')!;
	/** In the editors of both n8n lines. */
	const isNoticed = (baseUrl: string) => {
		const [one, two] = [NodeHelpers, NodeHelpers1].map(({ displayParameter }) =>
			displayParameter({ baseUrl }, notice as never, null, null),
		);
		expect(two).toBe(one);
		return one;
	};

	it.each([
		'http://apis.juhe.cn',
		'HTTP://ocr.example.com:8787',
		'  http://8.8.8.8/',
		'http://127.0.0.1.evil.example',
		'http://127.0.0.1@evil.example',
		'http://127.0.0.1:80@evil.example/',
		'http://evil.example\\@127.0.0.1/',
		'http://localhost.evil.example',
		'http://172.32.0.1',
		'http://192.169.0.1',
		'http://110.0.0.1',
		'http://[2001:db8::1]:8787',
	])('is pointed out: %j', (baseUrl) => {
		expect(isNoticed(baseUrl)).toBe(true);
		expect(isPlainAndFar(baseUrl.trim())).toBe(true);
	});

	it.each([
		'http://127.0.0.1:8787',
		'http://localhost',
		'http://LOCALHOST:8787/',
		'http://user:word@127.0.0.1:8787',
		'http://10.1.2.3',
		'http://172.16.0.9:80/x',
		'http://172.31.255.1',
		'http://192.168.1.20:8787',
		'http://169.254.1.1',
		'http://0.0.0.0:8787',
		'http://[::1]:8787',
		'http://[fd12:3456::1]',
		'http://[fe80::1]:8787/',
		'http://ocr:8787',
		'http://ocr-server/',
		'http://ocr.local',
		'http://ocr.office.lan:8787',
		'http://ocr.internal',
		'http://host.docker.internal:8787',
		'http://nas.home.arpa.',
		'https://apis.juhe.cn',
		'https://8.8.8.8',
	])("is not, on this machine or in a network of one's own, or it is encrypted: %j", (baseUrl) => {
		expect(isNoticed(baseUrl)).toBe(false);
		expect(isPlainAndFar(baseUrl)).toBe(false);
	});

	it('is read as the client reads it', () => {
		expect(isPlainAndFar('http://0x7f.1:8787')).toBe(false);
		expect(isPlainAndFar('http://2130706433')).toBe(false);
		expect(isPlainAndFar('http://134744072')).toBe(true);
	});
});
