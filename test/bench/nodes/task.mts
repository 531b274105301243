interface Load {
	pictures: number;
	/** Of one picture. */
	bytes: number;
	/** Requests at a time; for HTTP Request the items of a batch. */
	concurrency: number;
}

/** What one process is to run. */
export interface Task extends Load {
	flow: 'node' | 'httpRequest' | 'sequentialLoop' | 'sameItems' | 'bareClient';
	/** Address of the server. */
	baseUrl: string;
	/** What is run first, unmeasured, where it differs from the task. */
	warmUp: Partial<Load>;
	/** Milliseconds the server takes; HTTP Request waits as long between two batches. */
	latency: number;
}
