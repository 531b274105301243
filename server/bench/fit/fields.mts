import { same, type Truth } from '../../testing/accuracy/compare.mts';
import type { Candidate } from '../../src/documents/propose/candidate.mts';
import type { Page } from '../../src/page/types.mts';
import type { Perceptron } from './perceptron.mts';

/** A page with what is printed on it. */
export interface Example {
	page: Page;
	truth: Truth;
}

/** Whether a candidate, or none, is what is printed for a field. */
export function isRight(truth: Truth, field: string, one: Candidate | undefined): boolean {
	const printed = truth.fields[field];
	if (typeof printed !== 'string' || printed === '') return one === undefined;
	return one !== undefined && same(field, printed, one.reading.text);
}

const nothing = (): void => undefined;

/** Learns which candidate, or none, is a field that is chosen by itself. */
export function learnField(
	field: string,
	candidates: readonly Candidate[],
	truth: Truth,
	learner: Perceptron,
): void {
	const all = [undefined, ...candidates];
	const right = all.filter((one) => isRight(truth, field, one));
	if (right.length === 0) return;
	const scoreOf = (one: Candidate | undefined) => one?.score ?? 0;
	const most = (list: ReadonlyArray<Candidate | undefined>, worth: typeof scoreOf) =>
		list.reduce((best, one) => (worth(one) > worth(best) ? one : best));
	const wanted = most(right, scoreOf);
	const chosen = most(all, (one) => scoreOf(one) + (isRight(truth, field, one) ? 0 : 1));
	if (!isRight(truth, field, chosen))
		learner.learn(wanted?.describe ?? nothing, chosen?.describe ?? nothing, 1);
}
