import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ApiName } from '../access/access.mts';
import type { WorkerPool } from '../worker/pool.mts';

/** Seconds; a receipt takes about one. */
const buckets = [0.005, 0.05, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

/** Milliseconds for which a text is good: making it takes some of the thread that answers everybody. */
const textLifetime = 1_000;

/** What Prometheus is told. Labels are API names and codes: nothing that a caller could choose. */
export class Metrics {
	readonly #registry = new Registry();
	readonly #requests: Counter<'api' | 'code'>;
	readonly #duration: Histogram<'api'>;
	readonly #abandoned: Counter<'api'>;
	#text: Promise<string> | undefined;

	constructor(pool: Pick<WorkerPool, 'waiting' | 'busy' | 'readyCount' | 'restarts' | 'models'>) {
		const registers = [this.#registry];
		this.#requests = new Counter({
			name: 'juhe_ocr_requests_total',
			help: 'Answers by API and error_code.',
			labelNames: ['api', 'code'],
			registers,
		});
		this.#duration = new Histogram({
			name: 'juhe_ocr_request_duration_seconds',
			help: 'Time from the first byte of a request to its answer.',
			labelNames: ['api'],
			buckets,
			registers,
		});
		this.#abandoned = new Counter({
			name: 'juhe_ocr_requests_abandoned_total',
			help: 'Requests whose client went away before the answer.',
			labelNames: ['api'],
			registers,
		});
		const gauges = [
			['juhe_ocr_queue_length', 'Pictures that wait for a worker.', () => pool.waiting],
			['juhe_ocr_workers_busy', 'Workers that read a picture.', () => pool.busy],
			['juhe_ocr_workers_ready', 'Workers that have loaded their models.', () => pool.readyCount],
			['juhe_ocr_worker_restarts', 'Workers that were replaced.', () => pool.restarts],
		] as const;
		for (const [name, help, read] of gauges) {
			new Gauge({
				name,
				help,
				registers,
				collect() {
					this.set(read());
				},
			});
		}
		new Gauge({
			name: 'juhe_ocr_model_info',
			help: 'The models that read, by what they do; always 1.',
			labelNames: ['part', 'name', 'sha256'],
			registers,
			collect() {
				this.reset();
				for (const { part, name, sha256 } of pool.models) this.set({ part, name, sha256 }, 1);
			},
		});
		collectDefaultMetrics({ register: this.#registry });
	}

	get contentType(): string {
		return this.#registry.contentType;
	}

	/** Everything in Prometheus' text format, made at most once a second. */
	text(): Promise<string> {
		if (!this.#text) {
			this.#text = this.#registry.metrics();
			setTimeout(() => (this.#text = undefined), textLifetime).unref();
		}
		return this.#text;
	}

	/** Counts an answer that took so many milliseconds. */
	answered(api: ApiName, code: number, milliseconds: number): void {
		this.#requests.inc({ api, code });
		this.#duration.observe({ api }, milliseconds / 1000);
	}

	/** Counts a request whose client went away. */
	abandoned(api: ApiName): void {
		this.#abandoned.inc({ api });
	}
}
