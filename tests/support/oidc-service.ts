/** A real sign-in service (oidc-provider) on a port of this computer, of which a test can bend one answer at a time. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider, type Configuration } from 'oidc-provider';

export const CLIENT = { id: 'samenwerkingsagenda', secret: 'geheim-van-de-dienst-0123456789abcdef' };
export const KEY_CLIENT = 'samenwerkingsagenda-sleutel';
const LOGIN_PATH = '/aanmelden/';

/** Who signs in at the service. */
export interface ServiceAccount {
	sub: string;
	email?: string;
	email_verified?: boolean;
	acr?: string;
}

export interface Bend {
	/** Claims of the ID token that differ; undefined leaves one out. */
	claims?: Record<string, unknown>;
	/** Signs the ID token, under this kid. */
	key?: { key: KeyObject; kid: string };
	/** Keys that the service publishes besides its own. */
	jwks?: object[];
	/** Replaces parts of the discovery document. */
	discovery?: Record<string, unknown>;
	/** Answers discovery with a redirect to this address. */
	redirect?: string;
	/** Never answers at all. */
	silent?: boolean;
}

export interface OidcService {
	issuer: string;
	/** Set before a trip; the next ones sign in as this person. */
	account: ServiceAccount;
	/** Null asks for nothing: who comes is signed in at once. */
	page: string | null;
	bend: Bend;
	/** How many requests came in per path. */
	requests: Map<string, number>;
	privateKey: KeyObject;
	stop(): Promise<void>;
}

export function newKey(): { key: KeyObject; jwk: Record<string, unknown> } {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	return { key: privateKey, jwk: { ...privateKey.export({ format: 'jwk' }) } };
}

/** `redirectUris`: where the service may send a browser back to. `clientKey`: the public JWK of the client with a key. */
export async function startOidcService(
	redirectUris: string[],
	clientKey: Record<string, unknown> | null = null,
): Promise<OidcService> {
	const own = newKey();
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The service has no port');
	const service: OidcService = {
		issuer: `http://localhost:${address.port}`,
		account: { sub: 'nobody' },
		page: null,
		bend: {},
		requests: new Map(),
		privateKey: own.key,
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
	const provider = quietly(
		() => new Provider(service.issuer, configuration(service, own.jwk, redirectUris, clientKey)),
	);
	bendAnswers(provider, service, own.key);
	const answer = provider.callback();
	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		const path = new URL(request.url ?? '/', service.issuer).pathname;
		service.requests.set(path, (service.requests.get(path) ?? 0) + 1);
		if (service.bend.silent) return;
		if (path.startsWith(LOGIN_PATH)) void logIn(provider, service, request, response);
		else void answer(request, response);
	});
	return service;
}

/** It warns that it keeps everything in memory, which is what a test wants. */
function quietly<T>(work: () => T): T {
	const { warn } = console;
	console.warn = () => {};
	try {
		return work();
	} finally {
		console.warn = warn;
	}
}

function configuration(
	service: OidcService,
	jwk: Record<string, unknown>,
	redirect_uris: string[],
	clientKey: Record<string, unknown> | null,
): Configuration {
	const client = { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris };
	const byKey = clientKey && {
		client_id: KEY_CLIENT,
		redirect_uris,
		jwks: { keys: [clientKey] },
		token_endpoint_auth_method: 'private_key_jwt' as const,
	};
	return {
		clients: [{ ...client, token_endpoint_auth_method: 'client_secret_basic' }, ...(byKey ? [byKey] : [])],
		jwks: { keys: [{ ...jwk, kid: 'eerste', alg: 'RS256', use: 'sig' }] },
		cookies: { keys: ['sleutel-voor-de-koekjes'] },
		claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null },
		acrValues: ['laag', 'hoog'],
		pkce: { required: () => true },
		features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
		interactions: { url: (_context, interaction) => `${LOGIN_PATH}${interaction.uid}` },
		ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
		findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...service.account, sub: id }) }),
		async loadExistingGrant({ oidc }) {
			const { client: asking, provider, session } = oidc;
			const grant = new provider.Grant({
				clientId: asking?.clientId ?? '',
				accountId: session?.accountId ?? '',
			});
			grant.addOIDCScope('openid email');
			await grant.save();
			return grant;
		},
	};
}

/** With a page it waits for the button; otherwise who comes is signed in at once. */
async function logIn(
	provider: Provider,
	service: OidcService,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	if (service.page !== null && request.method === 'GET') {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(
			`<!doctype html><html lang="nl"><link rel="icon" href="data:,"><title>${service.page}</title><h1>${service.page}</h1><form method="post"><button>Inloggen</button></form></html>`,
		);
		return;
	}
	const { sub, acr } = service.account;
	const login = { accountId: sub, remember: false, ...(acr !== undefined && { acr }) };
	await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

function bendAnswers(provider: Provider, service: OidcService, ownKey: KeyObject): void {
	provider.use(async (context, next) => {
		await next();
		const { claims, key, jwks, discovery, redirect } = service.bend;
		const isDiscovery = context.path === '/.well-known/openid-configuration';
		if (isDiscovery && redirect !== undefined) context.redirect(redirect);
		else if (isDiscovery && discovery) context.body = { ...context.body, ...discovery };
		else if (context.path === '/jwks' && jwks) context.body = { keys: [...context.body.keys, ...jwks] };
		else if (context.path === '/token' && context.body?.id_token && (claims || key)) {
			const by = key ?? { key: ownKey, kid: 'eerste' };
			context.body = { ...context.body, id_token: bentToken(context.body.id_token, claims ?? {}, by) };
		}
	});
}

function bentToken(
	token: string,
	changes: Record<string, unknown>,
	by: { key: KeyObject; kid: string },
): string {
	const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
	const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const body = { ...(typeof payload === 'object' ? payload : {}), ...changes };
	const signed = `${encode({ alg: 'RS256', kid: by.kid })}.${encode(body)}`;
	return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), by.key).toString('base64url')}`;
}

/** Follows the redirects as a browser would, until the service sends it back to `home`; gives that address. */
export async function travelTo(address: string, home: string): Promise<URL> {
	const jar = new Map<string, string>();
	let url = new URL(address);
	for (let turn = 0; turn < 10; turn += 1) {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
		for (const line of answer.headers.getSetCookie()) {
			const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
			jar.set(name, value);
		}
		const location = answer.headers.get('location');
		if (location === null) throw new Error(`The service stopped at ${url.pathname}: ${await answer.text()}`);
		url = new URL(location, url);
		if (url.href.startsWith(home)) return url;
	}
	throw new Error('The service sent the browser in circles');
}
