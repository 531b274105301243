import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { FailureDetails } from '../../nodes/shared/failure.ts';
import type { InputPicture } from '../../nodes/shared/input/inputPicture.ts';
import { errorOutputColumns, failedColumns, toNodeError } from '../../nodes/shared/nodeErrors.ts';
import { failure } from '../support/held-clock.mts';

const node = { name: 'Juhe', typeVersion: 1 } as INode;
const pictureOf = (sourceFile: string | null, sourceField: string | null) =>
	({ itemIndex: 7, origin: { sourceFile, sourceField } }) as InputPicture;
const picture = pictureOf('a.png', 'data');
const columnsOf = (details: Partial<FailureDetails>) => failedColumns(failure(details), picture);

it.each([
	['safe', true],
	['uncertain', true],
	['never', false],
] as const)('an error that is %s to retry says retryable: %p', (retry, retryable) => {
	expect(columnsOf({ retry }).retryable).toBe(retryable);
	for (const origin of ['api', 'input'] as const) {
		const error = toNodeError(node, failure({ retry, origin }), picture);
		expect(error.context).toMatchObject({ retryable, itemIndex: 7, sourceFile: 'a.png' });
	}
});

it.each([
	['noise', true, false],
	['unreadable', false, true],
	[undefined, false, false],
] as const)('a file that is %p: noise %p, unreadable %p', (file, noise, unreadable) => {
	expect(columnsOf({ file })).toMatchObject({ noise, unreadable });
});

it.each([
	['a.png', 'data', 'a.png: m'],
	[null, 'data', 'data: m'],
	[null, null, 'm'],
])('names the file %p, else the field %p', (file, field, error) => {
	expect(failedColumns(failure(), pictureOf(file, field)).error).toBe(error);
});

it('has the code, or null, and ends its remedy as a sentence', () => {
	expect(columnsOf({ code: '10012' })).toMatchObject({ errorCode: '10012', message: 'r.' });
	expect(columnsOf({})).toMatchObject({ errorCode: null });
	expect(errorOutputColumns(failure(), picture)).toEqual({ error: 'a.png: m', message: 'r.' });
});

it('is an error of the API once something was sent, of the node before', () => {
	const sent = toNodeError(node, failure({ origin: 'api', code: 'ECONNREFUSED' }), picture);
	expect(sent).toBeInstanceOf(NodeApiError);
	expect(sent).toMatchObject({ message: 'a.png: m', description: 'r.', httpCode: 'ECONNREFUSED' });
	const before = toNodeError(node, failure({ origin: 'input' }), picture);
	expect(before).toBeInstanceOf(NodeOperationError);
	expect(before).toMatchObject({ message: 'a.png: m', description: 'r.' });
});
