/** What one process is to run. */
export interface Task {
	flow: 'node' | 'httpRequest' | 'sequentialLoop' | 'sameItems' | 'bareClient';
	/** Address of the server. */
	baseUrl: string;
	pictures: number;
	/** Of one picture. */
	bytes: number;
	/** Requests at a time; for HTTP Request the items of a batch. */
	concurrency: number;
	/** Milliseconds the server takes; HTTP Request waits as long between two batches. */
	latency: number;
}
