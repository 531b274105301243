import type { Login } from './environment.mts';

/** An execution in n8n's list of them. */
export interface ExecutionSummary {
	id: string;
	status: string;
}

/** A logged-in user of n8n's REST interface, the one that its editor uses. */
export class N8nSession {
	/** The session's cookie, as `name=value`. */
	readonly cookie: string;
	readonly #url: string;

	private constructor(url: string, cookie: string) {
		this.#url = url;
		this.cookie = cookie;
	}

	/** Logs in, or answers undefined as long as n8n is not ready for that. */
	static async tryLogin(url: string, { email, password }: Login): Promise<N8nSession | undefined> {
		try {
			const response = await fetch(`${url}/rest/login`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ emailOrLdapLoginId: email, password }),
			});
			const cookie = response.headers.getSetCookie().at(0)?.split(';').at(0);
			return response.ok && cookie ? new N8nSession(url, cookie) : undefined;
		} catch {
			return undefined;
		}
	}

	/** Fetches a path of n8n, for example an icon. */
	async fetch(path: string, init: RequestInit = {}): Promise<Response> {
		return await fetch(this.#url + path, {
			...init,
			headers: { ...init.headers, cookie: this.cookie },
		});
	}

	/**
	 * Calls a route under /rest.
	 * @returns the answer's `data`
	 * @throws with the answer's text if the status is not a good one
	 */
	async call<T>(method: string, route: string, body?: unknown): Promise<T> {
		const response = await this.fetch(`/rest${route}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`);
		return JSON.parse(text).data;
	}

	/** The last hundred executions of a workflow that n8n keeps, the last one first. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const route = `/executions?filter=${filter}&limit=100`;
		return (await this.call<{ results: ExecutionSummary[] }>('GET', route)).results;
	}
}
