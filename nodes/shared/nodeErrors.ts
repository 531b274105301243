import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { RecognitionFailure } from './failure';
import type { InputPicture } from './input/inputPicture';

/** What an error item says of a picture that has no result, beside n8n's own error. */
export interface FailedColumns {
	error: string;
	errorCode: string | null;
	errorDescription: string;
	retryable: boolean;
	sourceFile: string | null;
	sourceField: string | null;
}

function messageOf({ details }: RecognitionFailure, { origin }: InputPicture): string {
	const name = origin.sourceFile ?? origin.sourceField;
	return name === null ? details.message : `${name}: ${details.message}`;
}

/** The columns of an error item. */
export function failedColumns(failure: RecognitionFailure, picture: InputPicture): FailedColumns {
	const { code, remedy, retry } = failure.details;
	return {
		error: messageOf(failure, picture),
		errorCode: code ?? null,
		errorDescription: remedy,
		retryable: retry !== 'never',
		...picture.origin,
	};
}

/**
 * Makes the n8n error of a failure: a NodeOperationError where nothing was sent, a NodeApiError otherwise. Only
 * words of ours go into it.
 */
export function toNodeError(
	node: INode,
	failure: RecognitionFailure,
	picture: InputPicture,
): NodeApiError | NodeOperationError {
	const { origin, code, remedy } = failure.details;
	const { errorCode, retryable, ...columns } = failedColumns(failure, picture);
	const options = {
		message: columns.error,
		description: `${remedy}.`,
		itemIndex: picture.itemIndex,
	};
	const error =
		origin === 'input'
			? new NodeOperationError(node, columns.error, options)
			: new NodeApiError(node, { message: columns.error, code } as JsonObject, {
					...options,
					httpCode: code,
				});
	Object.assign(error.context, {
		errorCode,
		retryable,
		sourceFile: columns.sourceFile,
		sourceField: columns.sourceField,
	});
	return error;
}
