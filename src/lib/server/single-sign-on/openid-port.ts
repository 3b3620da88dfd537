/** The trip by OpenID Connect: authorization code with PKCE, state and nonce. The only importer of openid-client. */
import * as oidc from 'openid-client';
import { isAssured, type Claims } from '#lib/domain/single-sign-on.ts';
import { readClientKey } from './client-key.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { ServiceFailure, type Luggage, type ServiceSettings, type SignInPort } from './sign-in-port.ts';
import { asFailure } from './trip-failure.ts';

/** A service moves its addresses seldom; its keys are asked for at every trip, so that a new key works at once. */
const KEPT_MILLISECONDS = 10 * 60 * 1000;
/** A service that did not answer is left alone this long: a stranger can ask for a trip as often as for a page. */
const FAILED_MILLISECONDS = 60 * 1000;

interface Kept {
	metadata: oidc.ServerMetadata;
	until: number;
}

/** `onThisComputer`: services on the loopback, without TLS, may be called too. Never true where ORIGIN is https. */
export function openidPort({ onThisComputer }: { onThisComputer: boolean }): SignInPort {
	const kept = new Map<string, Kept>();
	const failed = new Map<string, { failure: unknown; until: number }>();
	const asked = new Map<string, Promise<oidc.ServerMetadata>>();

	const fetch: oidc.CustomFetch = (address, { method, headers, body }) =>
		guardedFetch(address, { method, headers, body: textOf(body) }, onThisComputer);

	/** Whoever asks while somebody else does waits for that answer. `retry`: also when it failed just now. */
	async function metadataOf(issuer: string, retry: boolean): Promise<oidc.ServerMetadata> {
		const known = kept.get(issuer);
		if (known && known.until > performance.now()) return known.metadata;
		const earlier = failed.get(issuer);
		if (!retry && earlier && earlier.until > performance.now()) throw earlier.failure;
		const asking = asked.get(issuer) ?? discover(issuer).finally(() => asked.delete(issuer));
		asked.set(issuer, asking);
		try {
			const metadata = await asking;
			failed.delete(issuer);
			return metadata;
		} catch (failure) {
			failed.set(issuer, { failure, until: performance.now() + FAILED_MILLISECONDS });
			throw failure;
		}
	}

	async function discover(issuer: string): Promise<oidc.ServerMetadata> {
		const execute = onThisComputer ? [oidc.allowInsecureRequests] : [];
		const options = { [oidc.customFetch]: fetch, execute, timeout: 5 };
		const found = await oidc.discovery(new URL(issuer), 'discovery', undefined, undefined, options);
		const metadata = found.serverMetadata();
		// openid-client lets Entra ID name itself otherwise; here a tenant is always named by its own address.
		if (new URL(metadata.issuer).href !== new URL(issuer).href)
			throw new ServiceFailure('other-issuer', metadata.issuer);
		kept.set(issuer, { metadata, until: performance.now() + KEPT_MILLISECONDS });
		return metadata;
	}

	async function connect(service: ServiceSettings, retry: boolean): Promise<oidc.Configuration> {
		const metadata = await metadataOf(service.issuer, retry);
		const authentication = await authenticationOf(service);
		const connection = new oidc.Configuration(metadata, service.clientId, {}, authentication);
		connection[oidc.customFetch] = fetch;
		connection.timeout = 5;
		// Without this openid-client trusts TLS alone for what comes straight from the service.
		oidc.enableNonRepudiationChecks(connection);
		if (onThisComputer) oidc.allowInsecureRequests(connection);
		return connection;
	}

	return {
		onThisComputer,
		depart: (service, luggage) =>
			asFailure('discovery', async () => {
				const connection = await connect(service, luggage.retry);
				const challenge = await oidc.calculatePKCECodeChallenge(luggage.codeVerifier);
				return oidc.buildAuthorizationUrl(connection, departure(luggage, challenge)).href;
			}),
		async arrive(service, luggage, address) {
			const connection = await asFailure('discovery', () => connect(service, luggage.retry));
			return asFailure('token', () => redeem(connection, luggage, address));
		},
		leave: (service, backTo) =>
			asFailure('discovery', async () => {
				const connection = await connect(service, false);
				if (connection.serverMetadata().end_session_endpoint === undefined) return null;
				return oidc.buildEndSessionUrl(connection, { post_logout_redirect_uri: backTo }).href;
			}),
	};
}

function departure(luggage: Luggage, challenge: string): Record<string, string> {
	const { state, nonce, redirectAddress, requiredAcr, anew } = luggage;
	return {
		scope: 'openid email',
		redirect_uri: redirectAddress,
		state,
		nonce,
		code_challenge: challenge,
		code_challenge_method: 'S256',
		...(requiredAcr !== '' && { acr_values: requiredAcr }),
		...(anew && { prompt: 'login', max_age: '0' }),
	};
}

async function redeem(connection: oidc.Configuration, luggage: Luggage, address: URL): Promise<Claims> {
	const { state, nonce, codeVerifier, redirectAddress, requiredAcr, anew } = luggage;
	const url = new URL(redirectAddress);
	url.search = address.search;
	const tokens = await oidc.authorizationCodeGrant(connection, url, {
		expectedState: state,
		expectedNonce: nonce,
		pkceCodeVerifier: codeVerifier,
		idTokenExpected: true,
		...(anew && { maxAge: 0 }),
	});
	const said = tokens.claims();
	if (!said) throw new ServiceFailure('wrong-answer');
	const acr = typeof said.acr === 'string' ? said.acr : null;
	if (!isAssured(requiredAcr, acr)) throw new ServiceFailure('wrong-assurance', acr ?? 'geen acr');
	const about = typeof said['email'] === 'string' ? said : await askUserInfo(connection, tokens, said.sub);
	const email = about['email'];
	return {
		issuer: said.iss,
		subject: said.sub,
		acr,
		email: typeof email === 'string' ? email.trim().toLowerCase() : null,
		emailVerified: about['email_verified'] === true,
	};
}

/** Many services give the address only here. An address is no must: who is tied to an account comes in without it. */
async function askUserInfo(
	connection: oidc.Configuration,
	tokens: { access_token: string },
	subject: string,
): Promise<Record<string, unknown>> {
	if (connection.serverMetadata().userinfo_endpoint === undefined) return {};
	try {
		return await oidc.fetchUserInfo(connection, tokens.access_token, subject);
	} catch {
		return {};
	}
}

async function authenticationOf({ authMethod, secret }: ServiceSettings): Promise<oidc.ClientAuth> {
	if (authMethod === 'client_secret_basic') return oidc.ClientSecretBasic(secret);
	if (authMethod === 'client_secret_post') return oidc.ClientSecretPost(secret);
	const found = readClientKey(secret);
	if (found === null) throw new ServiceFailure('no-secret');
	const key = await crypto.subtle.importKey('pkcs8', found.der, found.algorithm, false, ['sign']);
	return oidc.PrivateKeyJwt(key, {
		[oidc.modifyAssertion]: (header) => void Object.assign(header, found.thumbprints),
	});
}

function textOf(body: oidc.FetchBody): string | null {
	if (body === null || body === undefined) return null;
	if (typeof body === 'string') return body;
	if (body instanceof URLSearchParams) return body.toString();
	throw new Error('openid-client sent a body of an unexpected kind');
}
