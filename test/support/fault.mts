import type { Answer, FaultServer } from './fault-server.mts';

type Server = Pick<FaultServer, 'billed'>;

/** What may happen to one picture of a run, and what the node makes of it. */
export interface Fault {
	name: string;
	/** What the server does with the hit picture; `good` is the answer it would give. */
	answer: (good: Answer, server: Server) => Answer;
	/** Requests for the hit picture with default options. */
	calls: number;
	/** True where the answer arrives in spite of the fault. */
	survives?: boolean;
	/** Seconds, where the fault is waited out; far above what a busy machine takes for the other pictures. */
	timeout?: number;
	/** What the error says. */
	message?: RegExp;
	/** What it says to do. */
	remedy?: RegExp;
	/** True where no picture behind the hit one is sent any more; then they are sent one after the other. */
	stops?: boolean;
}
