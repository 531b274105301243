import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { INodeType } from 'n8n-workflow';
import nock from 'nock';

import { FaultServer, envelope } from '../support/faultServer.mts';
import { rowsOf, runInEngine, useBinaryMode } from '../support/n8nEngine.mts';
import { labelledPng } from '../support/pictures.mts';
import { bothNodes } from '../support/results.mts';

const SHEET = 'a-spreadsheet-id';
const VERSION = 4.7;

const load = createRequire(path.resolve('sandbox/package.json'));
const { GoogleSheets } = load('n8n-nodes-base/dist/nodes/Google/Sheet/GoogleSheets.node.js') as {
	GoogleSheets: new () => { getNodeType(version: number): INodeType };
};
const { privateKey } = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	publicKeyEncoding: { type: 'spki', format: 'pem' },
});

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => {
	nock.cleanAll();
	await server.stop();
});

/** Answers as Google does, in the shapes of its reference, and keeps what is written into the sheet. */
function standIn(): unknown[][] {
	const written: unknown[][] = [];
	nock('https://oauth2.googleapis.com')
		.persist()
		.post('/token')
		.reply(200, { access_token: 'token', expires_in: 3600 });
	nock('https://sheets.googleapis.com')
		.persist()
		.get(`/v4/spreadsheets/${SHEET}`)
		.query(true)
		.reply(200, {
			sheets: [
				{
					properties: {
						sheetId: 0,
						title: 'Rows',
						index: 0,
						gridProperties: { rowCount: 1000, columnCount: 26 },
					},
				},
			],
		})
		.get(/\/values\//)
		.query(true)
		.reply(200, () => ({
			range: 'Rows!A1:Z1000',
			majorDimension: 'ROWS',
			values: written.length ? [written[0]] : undefined,
		}))
		.post(/:batchUpdate$/)
		.query(true)
		.reply(200, (_uri, body) => {
			const { data = [] } = body as { data?: Array<{ values: unknown[][] }> };
			for (const { values } of data) written.push(...values);
			return { spreadsheetId: SHEET, replies: [{}] };
		})
		.put(/\/values\//)
		.query(true)
		.reply(200, (_uri, body) => {
			written.push(...(body as { values: unknown[][] }).values);
			return { spreadsheetId: SHEET };
		})
		.post(/:append$/)
		.query(true)
		.reply(200, (_uri, body) => {
			written.push(...(body as { values: unknown[][] }).values);
			return { spreadsheetId: SHEET, updates: {} };
		});
	return written;
}

it.each(bothNodes)(
	'$node: rows arrive in the sheet as the right columns and types',
	async ({ node, example }) => {
		const written = standIn();
		server.answer = envelope(example);
		const options = {
			node,
			credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
			items: ['one', 'two'].map((name) => ({
				files: { data: { bytes: labelledPng(`sheet-${node}-${name}`), fileName: `${name}.png` } },
			})),
		};
		const rows = rowsOf((await runInEngine(options)).items);
		const { run } = await runInEngine({
			...options,
			next: {
				type: new GoogleSheets().getNodeType(VERSION),
				typeVersion: VERSION,
				credentialType: 'googleApi',
				credential: { email: 'robot@example.com', privateKey, inpersonate: false },
				parameters: {
					authentication: 'serviceAccount',
					resource: 'sheet',
					operation: 'append',
					documentId: { __rl: true, mode: 'id', value: SHEET },
					sheetName: { __rl: true, mode: 'id', value: 'gid=0' },
					columns: { mappingMode: 'autoMapInputData', value: {} },
					options: {},
				},
			},
		});
		expect(run.data.resultData.error).toBeUndefined();

		const columns = Object.keys(rows[0]);
		expect(written[0]).toEqual(columns);
		const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
		expect(written.slice(1).map((row) => row.map((cell) => cell ?? ''))).toEqual(cells);
		expect(written[1].filter((cell) => typeof cell === 'number').length).toBeGreaterThan(0);
		nock.cleanAll();
	},
);
