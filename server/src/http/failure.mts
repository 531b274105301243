import { PictureError } from '../page/picture-error.mts';
import { DeadlineError, QueueFullError } from '../worker/errors.mts';
import { ApiError } from './api-error.mts';
import type { Api } from './apis.mts';
import { failure, type Envelope } from './envelope.mts';
import { FormError } from './form-reader.mts';

/** The envelope of whatever was thrown; faults of the server itself say nothing about their cause. */
export function envelopeOf(api: Api, error: Error & { statusCode?: number }): Envelope {
	if (error instanceof ApiError) return failure(error.code, error.hint);
	if (error instanceof PictureError) return failure(api.badRequest, error.message);
	if (error instanceof FormError) return failure(api.badRequest, error.message);
	if (error instanceof QueueFullError) return failure(10011, `${error.message}, try again later`);
	if (error instanceof DeadlineError) return failure(10011, `${error.message}, try again later`);
	if (error.statusCode && error.statusCode < 500) {
		return failure(api.badRequest, 'the request could not be understood');
	}
	return failure(10014, 'the picture could not be processed');
}
