import { describeAnswerer } from './answerer';
import { RecognitionFailure } from './failure';
import { describeBody } from './httpAnswer';
import type { HttpAnswer } from './httpAnswer';
import { explainStatus } from './httpStatuses';
import { retryAfterOf } from './retryAfter';

/**
 * Why an answer with a status that is no success has no result: its cause, its remedy and who gave it.
 *
 * @param key of the request, which an answer may repeat and no error shows
 */
export function failureOfStatus(answer: HttpAnswer, key: string): RecognitionFailure {
	const { statusCode, body } = answer;
	const { meaning, ...entry } = explainStatus(statusCode);
	const who = describeAnswerer(answer, key);
	return new RecognitionFailure({
		...entry,
		origin: 'api',
		code: String(statusCode),
		message: `${who} answered HTTP ${statusCode} with ${describeBody(body)} instead of a result: ${meaning}`,
		retryAfter: retryAfterOf(answer),
	});
}
