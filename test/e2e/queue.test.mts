import { availableParallelism } from 'node:os';
import { startQueue, type Queue } from './support/queue.mts';
import { makePictures, type Picture } from './support/queue-pictures.mts';
import { deliver, type Delivery } from './support/queue-sender.mts';
import { readOutcomes, type Outcome } from './support/queue-workflow.mts';
import { scoreInvoices, scoreReceiptHeaders, type Score } from './support/score.mts';

/** Once each sample; the whole run is five times that. */
const oneOfEach = 60;
const wholeRun = 300;
/** The first executions of each process are slow. */
const someForWarmth = 10;
const serverDiesAfter = 40;
const workerDiesAfter = 80;
/** What the demo's test asks of photos; the samples are clean pictures and photos of them. */
const atLeast = 0.94;
/** Columns that belong to one reading; all others depend on the sample alone. */
const ofOneReading = ['sourceFile', 'requestId', 'orderId'];

/** What a run of pictures through the webhook took, and what became of them. */
interface Run {
	pictures: Picture[];
	deliveries: Delivery[];
	seconds: number;
}

let queue: Queue;
let alone: Run;
let together: Run;
let disturbed: Run;
let outcomes: Outcome[];

beforeAll(async () => {
	queue = await startQueue();
	const worker = await queue.addWorker();
	await run('cold1', someForWarmth);
	alone = await run('alone', oneOfEach);
	await queue.addWorker();
	await run('cold2', someForWarmth);
	together = await run('together', oneOfEach);
	disturbed = await run('disturbed', wholeRun, (done) => {
		if (done === serverDiesAfter) queue.servers[0].process.killHard();
		if (done === workerDiesAfter) worker.killHard();
	});
	outcomes = await readOutcomes(queue.postgres);
	console.log(`On ${availableParallelism()} cores\n${await report()}`);
});

afterAll(async () => await queue?.stop());

test(`${wholeRun} pictures have ${wholeRun} outcomes, none lost, none doubled`, () => {
	const ids = disturbed.pictures.map(({ id }) => id).sort();
	expect(new Set(ids).size).toBe(wholeRun);
	expect(outcomesOf(disturbed).map(({ picture }) => picture)).toEqual(ids);
	expect(disturbed.deliveries.map(({ picture }) => picture.id).sort()).toEqual(ids);
	expect(disturbed.deliveries.filter(({ execution }) => execution === undefined)).toEqual([]);
});

test('each row was read from its own picture, in an execution of its own', () => {
	const rows = outcomesOf(disturbed);
	expect(rows.map(({ row }) => row.sourceFile)).toEqual(rows.map(({ picture }) => picture));
	const readings = rows.map(({ row }) => row.requestId ?? row.orderId);
	expect(new Set(readings).size).toBe(wholeRun);
	expect(new Set(rows.map(({ execution }) => execution)).size).toBe(wholeRun);
});

test('each row is the one that the same sample gave while nothing was killed', () => {
	const undisturbed = new Map(
		outcomesOf(alone).map((outcome) => [sampleOf(outcome), ofTheSample(outcome)]),
	);
	for (const outcome of outcomesOf(disturbed)) {
		expect([outcome.picture, ofTheSample(outcome)]).toEqual([
			outcome.picture,
			undisturbed.get(sampleOf(outcome)),
		]);
	}
});

test(`the rows have at least ${atLeast} of the printed fields right`, () => {
	const rows = outcomesOf(alone).map((outcome) => ({
		...asTexts(outcome.row),
		sourceFile: sampleOf(outcome),
	}));
	const isInvoice = ({ sourceFile }: { sourceFile: string }) => sourceFile.startsWith('i');
	const scores: Array<[string, Score]> = [
		['invoice fields', scoreInvoices(rows.filter(isInvoice))],
		['receipt headers', scoreReceiptHeaders(rows.filter((row) => !isInvoice(row)))],
	];
	for (const [name, score] of scores) {
		console.log(`${name}: ${score}`);
		expect(score.rate).toBeGreaterThanOrEqual(atLeast);
	}
});

test('the killed server and the killed worker were at work', async () => {
	const requests = await queue.nginx.requests();
	expect(requests.filter(({ status }) => status === 502).length).toBeGreaterThan(0);
	expect(disturbed.deliveries.filter(({ failures }) => failures.length > 0)).not.toEqual([]);
	const { success, ...others } = await queue.executions();
	expect(success).toBe(outcomes.reduce((sum, { kept }) => sum + kept, 0));
	expect(Object.values(others).length).toBeGreaterThan(0);
});

test('n8n kept the pictures in its database, which all of its machines reach', async () => {
	expect(await queue.binaryFiles()).toBeGreaterThanOrEqual(wholeRun);
});

/** What happened, for people: times and their ratios, what was lost and posted again, what n8n and nginx counted. */
async function report(): Promise<string> {
	const pace = ({ pictures, seconds }: Run) => seconds / pictures.length;
	const describe = (name: string, { pictures, seconds }: Run) =>
		`${name}: ${pictures.length} pictures in ${seconds.toFixed(0)} s`;
	const against = (other: Run) =>
		`a picture takes ${(pace(other) / pace(alone)).toFixed(2)} of one worker's wall time`;
	const failures = disturbed.deliveries.flatMap((delivery) => delivery.failures);
	const requests = await queue.nginx.requests();
	return [
		describe('One worker', alone),
		`${describe('Two workers', together)}; ${against(together)}`,
		`${describe('Two workers, one killed, one server of two killed', disturbed)}; ${against(disturbed)}`,
		`Posted again: ${failures.length} times; the answers before: ${JSON.stringify(count(failures))}`,
		`Kept by more than one execution: ${outcomes.filter(({ kept }) => kept > 1).length} pictures`,
		`Executions of n8n: ${JSON.stringify(await queue.executions())}`,
		`Requests at nginx by status: ${JSON.stringify(count(requests.map(({ status }) => status)))}`,
		`Passed on to the other server: ${requests.filter(({ servers }) => servers.length > 1).length}`,
	].join('\n');
}

async function run(name: string, count: number, onDelivery?: (done: number) => void): Promise<Run> {
	const pictures = makePictures(name, count);
	const started = Date.now();
	const deliveries = await deliver(queue.webhook, pictures, onDelivery);
	return { pictures, deliveries, seconds: (Date.now() - started) / 1000 };
}

function outcomesOf({ pictures }: Run): Outcome[] {
	const ids = new Set(pictures.map(({ id }) => id));
	return outcomes.filter(({ picture }) => ids.has(picture));
}

function sampleOf({ picture }: Outcome): string {
	return picture.replace(/^\w+-\d+-/, '');
}

function ofTheSample({ row }: Outcome): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(row).filter(([column]) => !ofOneReading.includes(column)),
	);
}

/** A row as a spreadsheet's reader gets it: every cell is text. */
function asTexts(row: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? '')]));
}

function count(values: Array<string | number>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}
