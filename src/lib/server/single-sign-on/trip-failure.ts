/** What openid-client throws, as the reason why a trip let nobody in. */
import type { TripRefusal } from '#lib/domain/single-sign-on.ts';
import { ServiceFailure } from './sign-in-port.ts';

/** Does the work, and turns whatever it throws into a ServiceFailure. `leg` says what a failure without a name is about. */
export async function asFailure<T>(leg: 'discovery' | 'token', work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (failure) {
		throw failureOf(failure, leg);
	}
}

const REFUSAL_OF_CLAIM: Record<string, TripRefusal> = {
	iss: 'wrong-issuer',
	aud: 'wrong-audience',
	azp: 'wrong-audience',
	nonce: 'wrong-nonce',
	exp: 'expired',
	nbf: 'expired',
	iat: 'expired',
	auth_time: 'not-fresh',
};

function failureOf(failure: unknown, leg: 'discovery' | 'token'): ServiceFailure {
	const chain = chainOf(failure);
	const own = chain.find((one) => one instanceof ServiceFailure);
	if (own) return own;
	const named = chain.find((one) => fieldOf(one, 'error') !== '');
	if (named) return namedFailure(named);
	const texts = chain.map((one) => (one instanceof Error ? one.message : ''));
	const codes = chain.map((one) => fieldOf(one, 'code'));
	if (codes.includes('OAUTH_TIMEOUT'))
		return new ServiceFailure('unreachable', 'geen antwoord binnen 5 seconden');
	if (codes.includes('OAUTH_WWW_AUTHENTICATE_CHALLENGE') && leg === 'token')
		return new ServiceFailure('client-refused');
	if (leg === 'discovery') {
		const isOther = codes.includes('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED');
		return new ServiceFailure(isOther ? 'other-issuer' : 'no-service', texts[0]);
	}
	if (texts.some((text) => /signature/i.test(text)) || codes.includes('OAUTH_KEY_SELECTION_FAILED'))
		return new ServiceFailure('wrong-signature');
	const claim = chain.map((one) => fieldOf(one, 'claim')).find((one) => one !== '');
	const about =
		REFUSAL_OF_CLAIM[claim ?? ''] ?? (texts.some((text) => /"auth_time"/.test(text)) ? 'not-fresh' : null);
	if (about !== null) return new ServiceFailure(about);
	if (texts.some((text) => /"iss" \(issuer\)/.test(text))) return new ServiceFailure('wrong-issuer');
	return new ServiceFailure('wrong-answer', texts.at(-1));
}

/** An error that the service itself named, as the standard has it: at the sign-in, or at handing in the code. */
function namedFailure(named: object): ServiceFailure {
	const error = fieldOf(named, 'error');
	const detail = [error, fieldOf(named, 'error_description')].filter(Boolean).join(': ').slice(0, 300);
	if (fieldOf(named, 'code') === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR')
		return new ServiceFailure('denied', detail);
	if (error === 'invalid_client' || error === 'unauthorized_client')
		return new ServiceFailure('client-refused', detail);
	return new ServiceFailure(error === 'invalid_grant' ? 'code-refused' : 'wrong-answer', detail);
}

/** The failure, its cause, the cause of that, and so on. */
function chainOf(failure: unknown): object[] {
	const chain: object[] = [];
	let one = failure;
	while (typeof one === 'object' && one !== null && chain.length < 6) {
		chain.push(one);
		one = 'cause' in one ? one.cause : null;
	}
	return chain;
}

function fieldOf(thing: object, name: string): string {
	const value: unknown = Object.entries(Object.getOwnPropertyDescriptors(thing)).find(
		([key]) => key === name,
	)?.[1].value;
	return typeof value === 'string' ? value : '';
}
