import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { INodeType } from 'n8n-workflow';
import nock from 'nock';

import { FaultServer, envelope } from '../support/fault-server.mts';
import { rowsOf, runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { bothNodes } from '../support/results.mts';

const spreadsheetId = 'a-spreadsheet-id';
const sheetsVersion = 4.7;

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

/** What Google was asked to write, and how it was to take the cells. */
interface Sheet {
	/** The heading, then the rows. */
	rows: unknown[][];
	/** `RAW` or `USER_ENTERED`, of each request that writes cells. */
	valueInputOptions: unknown[];
	/** Where rows that are there already were written again. */
	updatedRanges: string[];
}

/** Answers as Google does, in the shapes of its reference, and keeps what is written into the sheet. */
function standIn(): Sheet {
	const sheet: Sheet = { rows: [], valueInputOptions: [], updatedRanges: [] };
	const write = (uri: string, values: unknown[][]) => {
		const query = new URL(uri, 'https://sheets.googleapis.com').searchParams;
		sheet.valueInputOptions.push(query.get('valueInputOption'));
		sheet.rows.push(...values);
	};
	nock('https://oauth2.googleapis.com')
		.persist()
		.post('/token')
		.reply(200, { access_token: 'token', expires_in: 3600 });
	nock('https://sheets.googleapis.com')
		.persist()
		.get(`/v4/spreadsheets/${spreadsheetId}`)
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
		.reply(200, (uri) => ({
			range: 'Rows!A1:Z1000',
			majorDimension: 'ROWS',
			...(sheet.rows.length > 0 && {
				values: uri.includes('1:1') ? sheet.rows.slice(0, 1) : sheet.rows,
			}),
		}))
		.post(/values:batchUpdate$/)
		.query(true)
		.reply(200, (_uri, body) => {
			const { data, valueInputOption } = body as {
				data: Array<{ range: string }>;
				valueInputOption: string;
			};
			sheet.valueInputOptions.push(valueInputOption);
			sheet.updatedRanges.push(...data.map(({ range }) => range));
			return { spreadsheetId, replies: [{}] };
		})
		.post(/:batchUpdate$/)
		.query(true)
		.reply(200, { spreadsheetId, replies: [{}] })
		.put(/\/values\//)
		.query(true)
		.reply(200, (uri, body) => {
			write(uri, (body as { values: unknown[][] }).values);
			return { spreadsheetId };
		})
		.post(/:append$/)
		.query(true)
		.reply(200, (uri, body) => {
			write(uri, (body as { values: unknown[][] }).values);
			return { spreadsheetId, updates: {} };
		});
	return sheet;
}

/** The Google Sheets nodes of the shipped workflows, as they are. */
const shipped = readdirSync(path.resolve('workflows')).flatMap((file) => {
	const { nodes } = JSON.parse(readFileSync(path.resolve('workflows', file), 'utf8')) as {
		nodes: Array<{ name: string; type: string; parameters: Record<string, unknown> }>;
	};
	return nodes
		.filter(({ type }) => type === 'n8n-nodes-base.googleSheets')
		.map(({ name, parameters }) => ({ name: `${file}: ${name}`, parameters }));
});

const googleSheets = (parameters: Record<string, unknown>) => ({
	type: new GoogleSheets().getNodeType(sheetsVersion),
	typeVersion: sheetsVersion,
	credentialType: 'googleApi',
	credential: { email: 'robot@example.com', privateKey, inpersonate: false },
	parameters: {
		resource: 'sheet',
		...parameters,
		authentication: 'serviceAccount',
		documentId: { __rl: true, mode: 'id', value: spreadsheetId },
		sheetName: { __rl: true, mode: 'id', value: 'gid=0' },
	},
});

afterEach(() => nock.cleanAll());

it.each(bothNodes)(
	'$node: rows arrive in the sheet as the right columns and types',
	async ({ node, example }) => {
		const { rows: written } = standIn();
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
			next: googleSheets({
				operation: 'append',
				columns: { mappingMode: 'autoMapInputData', value: {} },
				options: {},
			}),
		});
		expect(run.data.resultData.error).toBeUndefined();

		const columns = Object.keys(rows[0]);
		expect(written[0]).toEqual(columns);
		const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
		expect(written.slice(1).map((row) => row.map((cell) => cell ?? ''))).toEqual(cells);
		expect(written[1].filter((cell) => typeof cell === 'number').length).toBeGreaterThan(0);
	},
);

describe.each(shipped)('$name', ({ name, parameters }) => {
	const fields = [
		{ name: '发票号码', value: '24412000000012345678' },
		{ name: '发票代码', value: '011002100111' },
		{ name: '销售方名称', value: '+加蛋' },
		{ name: '合计金额(小写)', value: '-4.50' },
	];
	const keys = { rowKey: 'a | 1', invoiceKey: '011-24', problemKey: 'mail 1' };

	async function writeRow() {
		server.answer = envelope({
			result: { request_id: 'r1', invoice_general_infos: fields },
			error_code: 0,
		});
		const { run } = await runInEngine({
			node: 'juheInvoiceOcr',
			credential: { server: 'juheCloud', baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
			parameters: { options: { includeInputFields: true } },
			items: [
				{
					json: keys,
					files: { data: { bytes: labelledPng(name.replace(/\W/g, '')), fileName: 'a.png' } },
				},
			],
			next: googleSheets(parameters),
		});
		expect(run.data.resultData.error).toBeUndefined();
	}

	it('has Google take every cell as it is: long numbers, zeros in front, a plus, amounts', async () => {
		const sheet = standIn();
		await writeRow();
		const [heading, row] = sheet.rows;
		const cell = (column: string) => row[heading.indexOf(column)];
		expect(new Set(sheet.valueInputOptions)).toEqual(new Set(['RAW']));
		expect(['invoiceNumber', 'invoiceCode', 'sellerName', 'totalAmount'].map(cell)).toEqual([
			'24412000000012345678',
			'011002100111',
			'+加蛋',
			-4.5,
		]);
	});

	if (parameters.operation === 'appendOrUpdate') {
		it('writes a row that is there already in its place', async () => {
			const sheet = standIn();
			await writeRow();
			await writeRow();
			expect(sheet.rows).toHaveLength(2);
			expect(sheet.updatedRanges.length).toBeGreaterThan(0);
			expect(new Set(sheet.valueInputOptions)).toEqual(new Set(['RAW']));
		});
	}
});
