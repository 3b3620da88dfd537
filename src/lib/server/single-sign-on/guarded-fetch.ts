/**
 * Calls to an address that a beheerder typed. The address is judged at the moment of connecting, so that a name cannot
 * point elsewhere in between; nothing is followed, nothing large is read, and everything has one time limit.
 */
import { lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isServicePort } from '#lib/domain/single-sign-on.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';
import { ServiceFailure } from './sign-in-port.ts';

export const LIMIT_MILLISECONDS = 5000;
const LARGEST_ANSWER = 1024 * 1024;

export interface GuardedRequest {
	method: string;
	headers: Record<string, string>;
	/** What openid-client sends is a form or nothing. */
	body: string | null;
}

/** `onThisComputer`: the loopback may be called too, also without TLS. Throws a ServiceFailure. */
export function guardedFetch(
	address: string,
	{ method, headers, body }: GuardedRequest,
	onThisComputer: boolean,
): Promise<Response> {
	const url = new URL(address);
	const mayCall = (ip: string) => isPublicAddress(ip) || (onThisComputer && isLoopbackAddress(ip));
	const host = url.hostname.replace(/^\[|\]$/g, '');
	if (isIP(host) !== 0 && !mayCall(host)) return Promise.reject(new ServiceFailure('private-address'));
	if (url.protocol !== 'https:' && !onThisComputer)
		return Promise.reject(new ServiceFailure('private-address'));
	// The service itself names most addresses, so the port is judged here and not only where a beheerder types one.
	if (!isServicePort(url, onThisComputer)) return Promise.reject(new ServiceFailure('no-service', 'poort'));
	const options: RequestOptions = {
		method,
		headers,
		agent: false,
		lookup: guardedLookup(mayCall),
		signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
	};
	return new Promise((resolve, reject) => {
		const fail = (cause: unknown) =>
			reject(cause instanceof ServiceFailure ? cause : new ServiceFailure('unreachable', codeOf(cause)));
		const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
		const sent = send(url, options, (answer) => readAnswer(answer).then(resolve, fail));
		sent.once('error', fail);
		sent.end(body ?? undefined);
	});
}

function guardedLookup(mayCall: (ip: string) => boolean): LookupFunction {
	return (hostname, options, callback) => {
		lookup(hostname, { ...options, all: true }, (failure, found) => {
			if (failure) return callback(failure, '');
			const [first] = found;
			if (first === undefined || !found.every(({ address }) => mayCall(address)))
				return callback(new ServiceFailure('private-address'), '');
			if (options.all === true) return callback(null, found);
			callback(null, first.address, first.family);
		});
	};
}

async function readAnswer(answer: IncomingMessage): Promise<Response> {
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of answer) {
		const bytes = Buffer.from(piece);
		size += bytes.length;
		if (size > LARGEST_ANSWER) throw new ServiceFailure('no-service', 'antwoord te groot');
		pieces.push(bytes);
	}
	const headers = new Headers();
	for (const [name, value] of Object.entries(answer.headers))
		for (const one of [value ?? []].flat()) headers.append(name, one);
	const status = answer.statusCode ?? 0;
	const hasBody = status !== 204 && status !== 304;
	return new Response(hasBody ? Buffer.concat(pieces) : null, { status, headers });
}

function codeOf(cause: unknown): string {
	if (!(cause instanceof Error)) return '';
	return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
