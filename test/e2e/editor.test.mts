import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Editor } from '../../sandbox/editor.mts';
import { mainWorkflowId } from '../../sandbox/shipped.mts';
import { FileServer } from '../support/file-server.mts';
import { Installation } from './support/installation.mts';
import { truthOf } from './support/truth.mts';

const parameterLabels = ['Image Source', 'Input Binary Field', 'Output', 'Options'];

/** All options but Timeout, which the installation sets: what is set is not offered again. */
const optionLabels = [
	'Field Names',
	'Include Input Fields',
	'Keep Image',
	'Max Concurrent Requests',
	'Minimum Interval (Ms)',
	'Pages',
	'Retries on Rate Limit',
	'Retry Uncertain Requests',
	'Reuse Results for Identical Images',
	'Review Checks',
	'Unsupported Files',
];

let installation: Installation;
let editor: Editor;
let pictures: FileServer;

beforeAll(async () => {
	pictures = await FileServer.start();
	installation = await Installation.create();
	for (const sample of ['invoices/i01-hubei.jpg', 'receipts/r01-supermarket.jpg']) {
		await copyFile(path.resolve('samples', sample), path.join(installation.pictures, sample));
	}
	await installation.n8n.start();
	editor = await Editor.open(installation.n8n);
	await editor.openWorkflow(mainWorkflowId);
	await editor.execute();
});

afterAll(async () => {
	await editor?.close();
	await installation?.stop();
	await pictures?.stop();
});

test('every node of the workflow is known and has run', async () => {
	await expect(editor.page.getByText('Install this node').count()).resolves.toBe(0);
	for (const name of ['Write invoices.csv', 'Write receipts.xlsx']) {
		await editor.part('canvas-node-status-success', editor.node(name)).waitFor();
	}
});

describe.each([
	['Juhe Invoice OCR', 'One Item per Invoice', ['invoiceCode', 'invoiceNumber'], '142001513021'],
	['Juhe Receipt OCR', 'One Item per Line Item', ['shopName', 'receiptNumber'], '惠万邻超市'],
])('the panel of %s', (name, output, columns, cell) => {
	beforeAll(async () => await editor.openNode(name));
	afterAll(async () => await editor.closePanel());

	const texts = async (part: string, selector = '') =>
		await editor
			.part(part)
			.locator(selector || ':scope')
			.allInnerTexts();

	test('shows the credential and the parameters in their order', async () => {
		const [credential] = await texts('credentials-label');
		expect(credential).toBe('Credential');
		const labels = (await texts('input-label')).map((text) => text.split('\n')[0].trim());
		expect(labels.slice(0, parameterLabels.length)).toEqual(parameterLabels);
	});

	test('names the output mode', async () => {
		const chosen = editor.part('parameter-input-output').locator('input');
		expect(await chosen.inputValue()).toBe(output);
	});

	test('offers the options', async () => {
		await editor.part('collection-parameter-add').click();
		await editor.part('collection-parameter-option').first().waitFor();
		expect(await texts('collection-parameter-option')).toEqual(optionLabels);
		await editor.page.keyboard.press('Escape');
	});

	test('shows the rows as a table', async () => {
		const headings = await texts('output-panel', 'th');
		expect(headings.slice(0, columns.length)).toEqual(columns);
		expect(await texts('output-panel', 'td')).toContain(cell);
	});
});

test('a person adds the node, makes a credential, tests it with a bad and a good key, and sees the rows', async () => {
	const content = await readFile(path.resolve('samples', 'receipts', 'r15-kiosk.jpg'));
	pictures.answers['/r15-kiosk.jpg'] = (response) => response.end(content);

	await editor.newWorkflow();
	await editor.addNode('Juhe Receipt OCR');
	await editor.newCredential();
	await editor.choose('server', 'Self-Hosted');
	await editor.fill('baseUrl', installation.server.url);
	await editor.fill('receiptKey', 'wrong-key-123');
	await editor.saveCredential();
	const problem = await (await editor.showCredentialProblem()).innerText();
	expect(problem).toMatch(/Couldn.t connect.*\n.*\n?.*10001: the API key is wrong/);
	expect(problem).not.toContain('wrong-key-123');

	await editor.fill('receiptKey', installation.server.key);
	await editor.saveCredential();
	await editor.part('editCredential-modal').waitFor({ state: 'hidden' });
	await editor.openCredential();
	await editor.closeCredential();

	await editor.choose('imageSource', 'Image URL');
	await editor.fill('imageUrl', `${pictures.url}/r15-kiosk.jpg`);
	await editor.executeNode('shopName');
	const rows = await editor.part('output-panel').locator('tbody tr').allInnerTexts();
	const cells = rows.map((row) => row.split('\t'));
	const printed = truthOf('r15-kiosk.jpg').table;
	expect(cells.map(([, , , , line, name]) => [line, name])).toEqual(
		printed.map(([name], i) => [String(i + 1), name]),
	);
});
