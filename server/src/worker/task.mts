import type { Gathered } from './gathered.mts';
import type { Drawing, FileReading, Job } from './messages.mts';

/** What became of a file: a reading, a drawing, nothing readable, or a file that cannot be read. */
export type Outcome =
	| { type: 'read'; reading: FileReading }
	| { type: 'drawn'; drawing: Drawing }
	| { type: 'nothing' }
	| { type: 'refused'; message: string };

/** A file that is to be read. */
export interface Task {
	id: number;
	/** Whose file it is: the queue takes turns between callers. */
	caller: string;
	job: Job;
	/** What was read of it so far. */
	gathered: Gathered;
	deadline: NodeJS.Timeout;
	/** Answers whoever waits for the task; the first call counts. */
	settle(outcome: Outcome | Error): void;
}

/** Ends a task whose file was read to its end. */
export function complete(task: Task): void {
	clearTimeout(task.deadline);
	task.settle(outcomeOf(task.gathered.whole));
}

/**
 * Ends a task that no worker is at any more. Where documents were read before, they are the outcome.
 * @param reason why the rest of the file is left out
 */
export function end(task: Task, outcome: Outcome | Error, reason: string): void {
	clearTimeout(task.deadline);
	const reading = task.gathered.endedBy(reason, task.job);
	task.settle(reading.documents.length > 0 ? { type: 'read', reading } : outcome);
}

/** Of pages of which none could be read, the first reason is that of all. */
function outcomeOf(reading: FileReading): Outcome {
	if (reading.documents.length > 0) return { type: 'read', reading };
	const [message] = reading.leftOut.reasons;
	return message === undefined ? { type: 'nothing' } : refused(message);
}

/** The outcome of a file that is itself the reason why it could not be read. */
export const refused = (message: string): Outcome => ({ type: 'refused', message });
