import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { RecognitionFailure } from './failure';
import type { InputPicture } from './input/inputPicture';

/** What an error item says of a picture that has no result. */
export interface FailedColumns {
	/** What happened, with the name of the file. */
	error: string;
	/** What to do next. */
	message: string;
	errorCode: string | null;
	retryable: boolean;
	sourceFile: string | null;
	sourceField: string | null;
	/** True where the file is no document at all, such as a logo. */
	noise: boolean;
	/** True where the file may be a document, and a person has to send it in another form. */
	unreadable: boolean;
}

/** What a picture is called: its file, or else its field; null where it has neither. */
export const nameOf = ({ origin }: InputPicture): string | null =>
	origin.sourceFile ?? origin.sourceField;

function messageOf({ details }: RecognitionFailure, picture: InputPicture): string {
	const name = nameOf(picture);
	return name === null ? details.message : `${name}: ${details.message}`;
}

/** The columns of an error item among the ordinary items. */
export function failedColumns(failure: RecognitionFailure, picture: InputPicture): FailedColumns {
	const { code, remedy, retry, file } = failure.details;
	return {
		error: messageOf(failure, picture),
		message: `${remedy}.`,
		errorCode: code ?? null,
		retryable: retry !== 'never',
		...picture.origin,
		noise: file === 'noise',
		unreadable: file === 'unreadable',
	};
}

/**
 * The columns of an item for the error output. n8n sends an item there only if its json holds nothing but `error`
 * and `message`, and adds the fields of the input item; an `error` beside the json would cost it the message.
 */
export function errorOutputColumns(
	failure: RecognitionFailure,
	picture: InputPicture,
): Pick<FailedColumns, 'error' | 'message'> {
	const { error, message } = failedColumns(failure, picture);
	return { error, message };
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
	const { origin, code } = failure.details;
	const { error: message, message: description, ...context } = failedColumns(failure, picture);
	const options = { message, description, itemIndex: picture.itemIndex };
	const error =
		origin === 'input'
			? new NodeOperationError(node, message, options)
			: new NodeApiError(node, { message, code } as JsonObject, { ...options, httpCode: code });
	// n8n puts words of its own in place of a message that names a network error.
	error.message = message;
	Object.assign(error.context, context);
	return error;
}
