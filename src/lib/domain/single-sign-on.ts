/** The rules of an organisation's own sign-in service: who sets it up, what it may be, and whom its answer lets in. */
import type { Membership } from './access.ts';

/** Why a trip to a sign-in service let nobody in. */
export const TRIP_REFUSALS = [
	...(['unknown-trip', 'changed', 'switched-off', 'no-secret'] as const),
	...(['private-address', 'unreachable', 'no-service', 'other-issuer'] as const),
	...(['denied', 'client-refused', 'code-refused'] as const),
	...([
		'wrong-issuer',
		'wrong-audience',
		'wrong-nonce',
		'wrong-signature',
		'expired',
		'wrong-answer',
	] as const),
	...(['not-fresh', 'wrong-assurance'] as const),
	...([
		'unknown-account',
		'other-organisation',
		'account-off',
		'other-person',
		'taken',
		'no-invitation',
		'known-account',
	] as const),
] as const;
export type TripRefusal = (typeof TRIP_REFUSALS)[number];

/** The steps of a trip, in order. */
export const TRIP_STEPS = ['discovery', 'sign-in', 'token', 'claims'] as const;
export type TripStep = (typeof TRIP_STEPS)[number];

const STEP_OF: Partial<Record<TripRefusal, TripStep>> = {
	'private-address': 'discovery',
	unreachable: 'discovery',
	'no-service': 'discovery',
	'other-issuer': 'discovery',
	'no-secret': 'discovery',
	denied: 'sign-in',
	'unknown-trip': 'sign-in',
	'client-refused': 'token',
	'code-refused': 'token',
};

/** The step at which a trip ended; what is not about the way there is about what the service said. */
export function stepOf(refusal: TripRefusal): TripStep {
	return STEP_OF[refusal] ?? 'claims';
}

/** What the service said of the person, after issuer, audience, signature, expiry and nonce were found right. */
export interface Claims {
	issuer: string;
	/** The person at that issuer; means nothing elsewhere. */
	subject: string;
	acr: string | null;
	/** In lower case. */
	email: string | null;
	/** Only true when the service says so. */
	emailVerified: boolean;
}

/**
 * Whether this person may change the service of an organisation: beheerder of every region that it takes part in. A
 * beheerder of one of them alone could otherwise let people in to the others.
 */
export function maySetUp(regionIds: readonly number[], memberships: readonly Membership[]): boolean {
	const isManaged = (regionId: number) =>
		memberships.some((one) => one.regionId === regionId && one.role === 'administrator');
	return regionIds.length > 0 && regionIds.every(isManaged);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether the site itself runs on this computer without TLS, to try things out; then a service may do so too. */
export function isOnThisComputer(origin: string): boolean {
	const url = new URL(origin);
	return url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
}

/** A service stands at the port of https, or at the one that people take when that is in use; no other door is knocked on. */
const PORTS = ['', '443', '8443'];

/** `onThisComputer`: any port of the loopback will do. */
export function isServicePort({ hostname, port }: URL, onThisComputer: boolean): boolean {
	return PORTS.includes(port) || (onThisComputer && LOOPBACK.includes(hostname));
}

export type IssuerProblem = 'not-an-address' | 'not-https' | 'other-port' | 'entra-shared' | 'entra-version';

const ENTRA_HOST = 'login.microsoftonline.com';
const ENTRA_TENANT = /^\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\//i;

/** What is wrong with the address of a service; null when nothing is. `onThisComputer`: plain http on the loopback is well. */
export function issuerProblem(text: string, onThisComputer: boolean): IssuerProblem | null {
	if (!URL.canParse(text)) return 'not-an-address';
	const url = new URL(text);
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
		return 'not-an-address';
	if (url.pathname.includes('/.well-known/')) return 'not-an-address';
	const isAllowedHttp = onThisComputer && url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
	if (url.protocol !== 'https:' && !isAllowedHttp) return 'not-https';
	if (!isServicePort(url, onThisComputer)) return 'other-port';
	if (url.hostname !== ENTRA_HOST) return null;
	if (!ENTRA_TENANT.test(`${url.pathname}/`)) return 'entra-shared';
	return url.pathname.replace(/\/$/, '').endsWith('/v2.0') ? null : 'entra-version';
}

/** Entra ID leaves `acr` out of its answers, so asking for one would let nobody in. */
export function tellsAssurance(issuer: string): boolean {
	return !URL.canParse(issuer) || new URL(issuer).hostname !== ENTRA_HOST;
}

/** `required` holds the values that will do, between spaces; empty asks for nothing. */
export function isAssured(required: string, acr: string | null): boolean {
	const values = required.split(/\s+/).filter(Boolean);
	return values.length === 0 || (acr !== null && values.includes(acr));
}

/** What stands behind the @, in lower case; null when there is no such part. */
export function domainOf(email: string): string | null {
	const at = email.lastIndexOf('@');
	const domain = email
		.slice(at + 1)
		.trim()
		.toLowerCase();
	return at > 0 && /^[a-z0-9.-]+\.[a-z]{2,}$/.test(domain) ? domain : null;
}

/** Anyone can get an address at these, so they belong to no organisation. */
const PUBLIC_DOMAINS = [
	'gmail.com',
	'googlemail.com',
	'outlook.com',
	'outlook.nl',
	'hotmail.com',
	'hotmail.nl',
	'live.nl',
	'live.com',
	'icloud.com',
	'me.com',
	'yahoo.com',
	'ziggo.nl',
	'kpnmail.nl',
	'kpnplanet.nl',
	'planet.nl',
	'xs4all.nl',
	'proton.me',
];

export function isPublicDomain(domain: string): boolean {
	return PUBLIC_DOMAINS.includes(domain);
}

/** Services that many organisations share: what one of them says of an address proves nothing about the others. */
const SHARED_ISSUERS = ['surfconext.nl', 'login.microsoftonline.com', 'accounts.google.com'];

function isShared(issuer: string): boolean {
	const host = URL.canParse(issuer) ? new URL(issuer).hostname : '';
	return SHARED_ISSUERS.some((one) => host === one || host.endsWith(`.${one}`));
}

/** An account as far as these rules look at it. */
export interface Candidate {
	userId: number;
	name: string;
	active: boolean;
	platformAdministrator: boolean;
	/** Of all memberships, in any region. */
	organisationIds: readonly number[];
	/** Tied to this service already, with whatever subject. */
	isLinked: boolean;
}

export interface ArrivalFacts {
	service: { id: number; organisationId: number; issuer: string; emailDomains: readonly string[] };
	claims: Claims;
	/** Whom this issuer and subject are tied to, and through which service; null when to nobody. */
	known: { serviceId: number; account: Candidate } | null;
	/** The account with the e-mail address of the claims; null when there is none. */
	sameEmail: Candidate | null;
}

export type Arrival = { userId: number; isNew: boolean } | { refusal: TripRefusal };

/**
 * Whom a trip lets in. Issuer and subject decide, and only for a person of the service's own organisation. An address
 * decides once, for the first time, and only when nobody else's data can be reached by it.
 */
export function judgeArrival({ service, claims, known, sameEmail }: ArrivalFacts): Arrival {
	if (known !== null) {
		if (known.serviceId !== service.id) return { refusal: 'other-organisation' };
		return admit(known.account, service.organisationId, false);
	}
	if (sameEmail === null || !mayTrustAddress(service, claims)) return { refusal: 'unknown-account' };
	const belongsElsewhere =
		sameEmail.platformAdministrator ||
		sameEmail.organisationIds.some((organisationId) => organisationId !== service.organisationId);
	if (sameEmail.isLinked || belongsElsewhere) return { refusal: 'unknown-account' };
	return admit(sameEmail, service.organisationId, true);
}

function admit(account: Candidate, organisationId: number, isNew: boolean): Arrival {
	if (!account.active) return { refusal: 'account-off' };
	if (!account.organisationIds.includes(organisationId)) return { refusal: 'other-organisation' };
	return { userId: account.userId, isNew };
}

/** The service vouches for the address, the domain is its own, and the service is of this organisation alone. */
function mayTrustAddress(service: ArrivalFacts['service'], claims: Claims): boolean {
	const domain = claims.email === null ? null : domainOf(claims.email);
	const isOwnDomain = domain !== null && service.emailDomains.includes(domain);
	return claims.emailVerified && isOwnDomain && !isShared(service.issuer);
}

/** Whether an account may be tied to what the service said, by its owner. Null: yes. */
export function judgeLink(
	{ service, known }: Pick<ArrivalFacts, 'service' | 'known'>,
	account: Candidate,
): TripRefusal | null {
	if (!account.active) return 'account-off';
	if (!account.organisationIds.includes(service.organisationId)) return 'other-organisation';
	if (known === null) return null;
	return known.account.userId === account.userId && known.serviceId === service.id ? null : 'taken';
}
