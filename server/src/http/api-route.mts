import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { readAddress } from '../access/addresses.mts';
import type { Gate } from '../access/gate.mts';
import { AbandonedError } from '../worker/errors.mts';
import type { WorkerPool } from '../worker/pool.mts';
import { Admission, refuse } from './admission.mts';
import { ApiError } from './api-error.mts';
import { answerOf } from './answer.mts';
import type { Api } from './apis.mts';
import type { BodyBudget, BodyCharge } from './body-budget.mts';
import { CallForm } from './call-form.mts';
import { failure, success, type Envelope } from './envelope.mts';
import { envelopeOf } from './failure.mts';
import { assertForm } from './form-headers.mts';
import { FormError } from './form-reader.mts';
import type { Metrics } from './metrics.mts';
import { bodyLimitOf } from './form-limits.mts';
import { takePicture } from './picture.mts';
import { receive } from './receive.mts';

/** What answering a call needs. */
export interface Service {
	gate: Gate;
	pool: Pick<WorkerPool, 'read' | 'reserve' | 'readyCount' | 'waiting'>;
	metrics: Metrics;
	log: Logger;
	budget: BodyBudget;
	/** Bytes that a picture may have. */
	maximumPicture: number;
}

/** What is remembered of a call until it is logged: never the key, never the picture. */
interface Call {
	/** When it began, on the clock of `performance`. */
	started: number;
	/** Where it came from; a connection that was closed does not tell any more. */
	address: string;
	keyName?: string;
	code?: number;
	pictureBytes?: number;
	admission: Admission;
	/** The memory that its form holds. */
	charge: BodyCharge;
	/** Aborted when the client goes away. */
	gone: AbortSignal;
}

/** Serves one API. */
export function serveApi(app: FastifyInstance, api: Api, service: Service): void {
	const calls = new WeakMap<FastifyRequest, Call>();
	const callOf = (request: FastifyRequest) => calls.get(request) as Call;

	app.post(api.path, {
		onRequest: async (request, reply) => {
			const call = begin(api, service, request, reply);
			calls.set(request, call);
			call.admission.check();
			await call.admission.takeQuery((request.query as Record<string, unknown>).key);
			assertForm(request.headers, bodyLimitOf(service.maximumPicture));
		},
		handler: async (request, reply) => {
			if (request.headers.expect !== undefined) reply.raw.writeContinue();
			const call = callOf(request);
			const envelope = await answer(api, service, request, call);
			call.code = envelope.error_code;
			return envelope;
		},
		errorHandler: (error, request, reply) => {
			const envelope = envelopeOf(api, error);
			callOf(request).code = envelope.error_code;
			if (envelope.error_code === 10014 && !(error instanceof AbandonedError)) {
				service.log.error({ requestId: request.id, cause: causeOf(error) }, 'failed');
			}
			return reply.code(200).send(envelope);
		},
	});
}

function begin(api: Api, service: Service, request: FastifyRequest, reply: FastifyReply): Call {
	const gone = new AbortController();
	const caller = { api: api.name, address: readAddress(request.ip) };
	const charge = service.budget.open(caller.address);
	const call: Call = {
		started: performance.now(),
		address: caller.address,
		admission: new Admission(service.gate, caller, ({ name }) => {
			call.keyName = name;
			if (!charge.know()) throw tooManyForms();
		}),
		charge,
		gone: gone.signal,
	};
	reply.raw.once('close', () => {
		charge.release();
		if (!reply.raw.writableFinished) gone.abort();
		finish(api, service, request, call);
	});
	return call;
}

/** The documents check the key before any other parameter. A reading counts once it may be queued. */
async function answer(
	api: Api,
	{ pool, maximumPicture }: Service,
	request: FastifyRequest,
	call: Call,
): Promise<Envelope> {
	const form = await readForm(api, maximumPicture, request, call);
	const grant = await call.admission.grant();
	const picture = takePicture(api, form, maximumPicture);
	call.pictureBytes = picture.file.length;
	call.admission.check();
	const giveBack = pool.reserve(grant.name);
	try {
		refuse(await grant.count());
	} finally {
		giveBack();
	}

	const outcome = await pool.read({ document: api.name, ...picture }, call.gone, grant.name);
	if (outcome.type === 'refused') return failure(api.badRequest, outcome.message);
	if (outcome.type === 'nothing') {
		return failure(api.nothingRead, 'nothing readable on the picture');
	}
	const data = outcome.type === 'drawn' ? outcome.drawing : answerOf(outcome.reading);
	return success(api.reason, api.result(data, request.id));
}

/** Reads the form while it arrives; whoever turns out not to be let in is answered before the rest. */
async function readForm(
	{ imageParameter }: Api,
	maximumPicture: number,
	{ raw }: FastifyRequest,
	{ admission, charge }: Call,
): Promise<CallForm> {
	const form = new CallForm({
		imageParameter,
		maximumPicture,
		announced: Number(raw.headers['content-length'] ?? Infinity),
		hold(bytes) {
			if (!charge.grow(bytes)) throw tooManyForms();
		},
	});
	let left = bodyLimitOf(maximumPicture);
	await receive(raw, {
		take(chunk) {
			left -= chunk.length;
			if (left < 0) throw new FormError('the form is too large');
			form.write(chunk);
			return admission.takeForm(form.keys);
		},
		check: () => admission.check(),
	});
	form.end();
	await admission.takeForm(form.keys);
	return form;
}

const tooManyForms = () => new ApiError(10011, 'too many large forms at once, try again later');

/** Logs and counts a call when its connection is done with it. */
function finish(
	{ name }: Api,
	{ metrics, log }: Service,
	request: FastifyRequest,
	call: Call,
): void {
	const { address, keyName, pictureBytes, code } = call;
	const ms = Math.round(performance.now() - call.started);
	const facts = {
		requestId: request.id,
		api: name,
		address,
		keyName,
		pictureBytes,
		ms,
	};
	if (call.gone.aborted || code === undefined) {
		metrics.abandoned(name);
		log.info(facts, 'abandoned');
	} else {
		metrics.answered(name, code, ms);
		log.info({ ...facts, code }, 'answered');
	}
}

function causeOf(error: Error): string {
	const cause = error.cause instanceof Error ? `\n${error.cause.stack}` : '';
	return `${error.stack}${cause}`;
}
