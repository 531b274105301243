import type { Job, Report } from './messages.mts';

/** What became of a picture: a reading, nothing readable, or a picture that cannot be read. */
export type Outcome = Extract<Report, { type: 'read' | 'nothing' | 'refused' }>;

/** A picture that is to be read. */
export interface Task {
	id: number;
	/** Whose picture it is: the queue takes turns between callers. */
	caller: string;
	job: Job;
	deadline: NodeJS.Timeout;
	/** Answers whoever waits for the task; the first call counts. */
	settle(outcome: Outcome | Error): void;
}

/** Ends a task that no worker is at any more. */
export function end(task: Task, outcome: Outcome | Error): void {
	clearTimeout(task.deadline);
	task.settle(outcome);
}

/** The outcome of a picture that is itself the reason why it could not be read. */
export const refused = ({ id }: Task, message: string): Outcome => ({
	type: 'refused',
	id,
	message,
});
