import type { Postgres } from './postgres.mts';

/** A credential or workflow as n8n's REST interface takes it. */
type Creatable = Record<string, unknown>;

/** What the workflow kept of one picture. */
export interface Outcome {
	picture: string;
	/** The last execution that kept it. */
	execution: string;
	/** How many executions kept it: more than one when a picture was posted again though it was done. */
	kept: number;
	row: Record<string, unknown>;
}

/** The webhook's path; its query has the picture's id and kind. */
export const webhookPath = 'pictures';

const database = 'bookkeeping';

/** The picture's id is the key, so that a picture which is posted twice is still one outcome. */
const table = `create table outcomes (
	picture text primary key, execution text not null, kept integer not null default 1, "row" jsonb not null)`;

const keep = `insert into outcomes (picture, execution, "row") values ($1, $2, $3)
on conflict (picture) do update
set execution = excluded.execution, "row" = excluded."row", kept = outcomes.kept + 1
returning picture, execution`;

const kept =
	"={{ [$('Picture Posted').first().json.query.picture, $execution.id, JSON.stringify($json)] }}";

/** Makes the table that the workflow keeps its outcomes in. */
export async function createOutcomes(postgres: Postgres): Promise<void> {
	await postgres.createDatabase(database);
	await postgres.query(database, table);
}

/** All outcomes, by picture. */
export async function readOutcomes(postgres: Postgres): Promise<Outcome[]> {
	const sql = 'select row_to_json(outcomes) from outcomes order by picture';
	return (await postgres.query(database, sql)).map((line) => JSON.parse(line) as Outcome);
}

/** The credential with which the workflow reaches its table. */
export function bookkeepingCredential({ port, user }: Postgres): Creatable {
	const address = { host: '127.0.0.1', port, database, user, password: 'none needed' };
	return { name: 'Bookkeeping', type: 'postgres', data: { ...address, ssl: 'disable' } };
}

/**
 * A posted picture is read by the node of its kind, its row is kept, and then the caller is answered.
 * @param juheApi the id of the credential of the OCR servers
 * @param bookkeeping the id of the credential of the table
 */
export function pictureWorkflow(juheApi: string, bookkeeping: string): Creatable {
	const isInvoice = {
		id: 'is-invoice',
		leftValue: '={{ $json.query.kind }}',
		rightValue: 'invoices',
		operator: { type: 'string', operation: 'equals' },
	};
	return {
		name: 'Pictures to Bookkeeping',
		settings: { executionOrder: 'v1' },
		nodes: [
			node('Picture Posted', 'n8n-nodes-base.webhook', 2, {
				httpMethod: 'POST',
				path: webhookPath,
				responseMode: 'lastNode',
			}),
			node('Is an Invoice', 'n8n-nodes-base.if', 2.2, {
				conditions: {
					options: { version: 2, typeValidation: 'strict', caseSensitive: true, leftValue: '' },
					conditions: [isInvoice],
					combinator: 'and',
				},
			}),
			ocrNode('Juhe Invoice OCR', 'juheInvoiceOcr', 'invoice', juheApi),
			ocrNode('Juhe Receipt OCR', 'juheReceiptOcr', 'receipt', juheApi),
			{
				...node('Keep the Row', 'n8n-nodes-base.postgres', 2.6, {
					operation: 'executeQuery',
					query: keep,
					options: { queryReplacement: kept },
				}),
				credentials: { postgres: { id: bookkeeping, name: 'Bookkeeping' } },
			},
		],
		connections: {
			'Picture Posted': { main: [to('Is an Invoice')] },
			'Is an Invoice': { main: [to('Juhe Invoice OCR'), to('Juhe Receipt OCR')] },
			'Juhe Invoice OCR': { main: [to('Keep the Row')] },
			'Juhe Receipt OCR': { main: [to('Keep the Row')] },
		},
	};
}

/** On servers of one's own a second reading costs nothing, so a request whose answer was lost is sent again. */
function ocrNode(name: string, type: string, output: string, juheApi: string): Creatable {
	return {
		...node(name, `n8n-nodes-juhe.${type}`, 1, {
			binaryPropertyName: '*',
			output,
			options: { retryUncertain: true },
		}),
		credentials: { juheApi: { id: juheApi, name: 'Juhe account' } },
	};
}

function node(name: string, type: string, typeVersion: number, parameters: object): Creatable {
	const webhook = type.endsWith('.webhook') ? { webhookId: webhookPath } : {};
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, ...webhook };
}

function to(name: string): Creatable[] {
	return [{ node: name, type: 'main', index: 0 }];
}
