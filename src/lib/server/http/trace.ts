/**
 * Follows every request of the server from its first to its last byte, also what Kit answers by itself and the files of the
 * build: gives it a number, and when it is done a line in the log and a place in the figures.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';

export interface Trace {
	/** Short enough to read out over the telephone. */
	requestId: string;
	/** As in src/routes; in brackets for what is no route. */
	route: string;
	userId: number | null;
}

/** Node says here that a request came in, before anybody answers it. */
const CHANNEL = 'http.server.request.start';
const NO_ROUTE = '(geen pagina)';
const FILE = '(bestand)';
const METHODS = ['GET', 'POST', 'HEAD'];

const traces = new WeakMap<IncomingMessage, Trace>();

export function newRequestId(): string {
	return randomBytes(6).toString('hex');
}

/** What is known of this request; a new trace that nobody follows where there is no server of ours, as in development. */
export function traceOf(request: IncomingMessage | undefined): Trace {
	const known = request && traces.get(request);
	return known ?? { requestId: newRequestId(), route: NO_ROUTE, userId: null };
}

/** Answers how to stop following. */
export function followRequests({ log, metrics }: { log: Log; metrics: Metrics | null }): () => void {
	const begin = (message: unknown) => {
		const { request, response } = partsOf(message);
		if (!request || !response) return;
		const trace: Trace = { requestId: newRequestId(), route: FILE, userId: null };
		traces.set(request, trace);
		response.setHeader('x-request-id', trace.requestId);
		const started = performance.now();
		const { socket } = request;
		const before = socket.bytesWritten;
		response.once('close', () => {
			const ms = performance.now() - started;
			const status = response.statusCode;
			const isFile = trace.route === FILE && status < 400;
			const route = trace.route === FILE && !isFile ? NO_ROUTE : trace.route;
			const method = METHODS.includes(request.method ?? '') ? (request.method ?? '') : 'anders';
			const bytes = socket.bytesWritten - before;
			const aborted = !response.writableFinished;
			const { requestId, userId } = trace;
			log.request({ requestId, method, route, status, ms, userId, bytes, aborted }, { quietly: isFile });
			const staysOpen = response.getHeader('content-type') === 'text/event-stream';
			metrics?.request({ method, route, status, seconds: staysOpen ? null : ms / 1000 });
		});
	};
	subscribe(CHANNEL, begin);
	return () => void unsubscribe(CHANNEL, begin);
}

function partsOf(message: unknown): { request?: IncomingMessage; response?: ServerResponse } {
	if (typeof message !== 'object' || message === null) return {};
	const request: unknown = 'request' in message ? message.request : null;
	const response: unknown = 'response' in message ? message.response : null;
	return {
		...(request instanceof IncomingMessage && { request }),
		...(response instanceof ServerResponse && { response }),
	};
}
