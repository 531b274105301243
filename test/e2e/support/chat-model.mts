import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Importable } from '../../../sandbox/n8n.mts';

interface Message {
	role: string;
	content: string | null;
	tool_calls?: Array<{
		id: string;
		type: 'function';
		function: { name: string; arguments: string };
	}>;
}

interface Completion {
	messages: Message[];
	tools: Array<{ function: { name: string; description: string; parameters: unknown } }>;
}

const webAddress = /https?:\/\/\S+/;

/**
 * Stands where a language model stands, behind OpenAI's chat completions API: hands the web address in the question
 * to the first tool it is offered, and answers with what the tool gave, word for word.
 */
export class ChatModel {
	/** What the agent sent, request by request. */
	readonly requests: Completion[] = [];
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => {
			void json(request).then((body) => {
				const completion = body as Completion;
				this.requests.push(completion);
				const choice = { index: 0, finish_reason: 'stop', message: answer(completion) };
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify(inEnvelope(choice)));
			});
		});
	}

	static async start(): Promise<ChatModel> {
		const model = new ChatModel();
		await new Promise<void>((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
		return model;
	}

	/** The credential that the shipped workflow names, for this model. */
	get credential(): Importable {
		const { port } = this.#server.address() as AddressInfo;
		const data = { apiKey: 'sk-any', url: `http://127.0.0.1:${port}/v1` };
		return { id: 'juheOpenAi000001', name: 'OpenAI account', type: 'openAiApi', data };
	}

	stop(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}
}

function answer({ messages, tools }: Completion): Message {
	const last = messages[messages.length - 1];
	if (last.role === 'tool') return { role: 'assistant', content: last.content };
	const [address] = webAddress.exec(String(last.content)) ?? [];
	const [{ function: tool }] = tools;
	const call = { name: tool.name, arguments: JSON.stringify({ imageUrl: address }) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: 'call_1', type: 'function', function: call }],
	};
}

function inEnvelope(choice: unknown): unknown {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model: 'gpt-4.1-mini',
		choices: [choice],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
