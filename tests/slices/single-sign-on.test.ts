import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { requestReset } from '#lib/server/auth/request-reset.ts';
import {
	audit,
	externalIdentity,
	identityProvider,
	mail,
	membership,
	oidcAttempt,
	user,
} from '#lib/server/db/schema.ts';
import {
	beginInvitation,
	beginOffer,
	beginOwnTrip,
	beginSignIn,
	beginTest,
} from '#lib/server/single-sign-on/begin-trip.ts';
import { farewell } from '#lib/server/single-sign-on/farewell.ts';
import { openidPort } from '#lib/server/single-sign-on/openid-port.ts';
import { saveService } from '#lib/server/single-sign-on/save-service.ts';
import { switchService } from '#lib/server/single-sign-on/switch-service.ts';
import { arrive, depart, RETURN_PATH } from '#lib/server/single-sign-on/travel.ts';
import { findUserId } from '#lib/server/users/users.repo.ts';
import {
	CLIENT,
	KEY_CLIENT,
	newKey,
	startOidcService,
	travelTo,
	type OidcService,
} from '../support/oidc-service.ts';
import { NEW, offerToken } from '../support/examples-invitations.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { emailOf, makeWorld, type Who, type World } from '../support/world.ts';

const ORIGIN = 'http://localhost:4999';
const HOME = ORIGIN + RETURN_PATH;
const station = { port: openidPort({ onThisComputer: true }), origin: ORIGIN };
const clientKey = newKey();
let service: OidcService;

beforeAll(async () => {
	const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = clientKey.jwk;
	service = await startOidcService([HOME], { ...open, kid: 'ons', use: 'sig', alg: 'RS256' });
});
afterAll(() => service.stop());
afterEach(() => {
	service.bend = {};
	service.account = { sub: 'nobody' };
});

const AA = { region: 'vecht', organisation: 'aa' };
type Settings = Partial<Record<string, unknown>>;

/** Gemeente Aa with the service, switched on. */
function withService(settings: Settings = {}, world = makeWorld()): World {
	saveService(world.as('administrator'), {
		...AA,
		version: 0,
		issuer: service.issuer,
		clientId: CLIENT.id,
		secret: CLIENT.secret,
		authMethod: 'client_secret_basic',
		emailDomains: 'vecht.example',
		onThisComputer: true,
		...settings,
	});
	switchService(world.as('administrator'), { ...AA, version: 1, active: true });
	return world;
}

const idOf = (world: World, who: 'administrator' | 'coordinator' | 'adviser' | 'reader' | 'board') =>
	findUserId(world.db, emailOf(who, 'vecht')) ?? 0;
const serviceId = (world: World) => world.db.select().from(identityProvider).get()?.id ?? 0;
const link = (world: World, who: 'administrator' | 'coordinator' | 'adviser', sub: string) =>
	void world.db
		.insert(externalIdentity)
		.values({
			issuer: service.issuer,
			subject: sub,
			providerId: serviceId(world),
			userId: idOf(world, who),
			createdAt: world.now,
		})
		.run();
const start = (world: World, email = 'iemand@vecht.example') =>
	beginSignIn(world.as('anonymous'), { email, returnTo: '/agenda', address: '192.0.2.1' });

/** The whole trip: out, in at the service, and back. */
async function travel(world: World, state: string, who: Who = 'anonymous') {
	const { address } = await depart(world.as(who), station, state);
	const back = await travelTo(address, HOME);
	return { back, ...(await arrive(world.as(who), station, { address: back, state })) };
}

async function signInAs(world: World, account: OidcService['account']) {
	service.account = account;
	return travel(world, start(world));
}

const audited = (world: World) =>
	world.db
		.select()
		.from(audit)
		.where(eq(audit.action, 'sign-in-service.finish-trip'))
		.all()
		.map(({ entity, entityId, after }) => ({ entity, entityId, after }));

describe('coming in by the service of an organisation', () => {
	test('lets in whom issuer and subject are tied to, whatever the address, and leaves a row', async () => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		const { outcome, returnTo, back } = await signInAs(world, { sub: 'anna', email: 'oud@elders.example' });
		expect(outcome).toEqual({
			kind: 'signed-in',
			userId: idOf(world, 'coordinator'),
			hasSecondFactor: false,
		});
		expect(returnTo).toBe('/agenda');
		expect(back.searchParams.get('iss')).toBe(service.issuer);
		expect(audited(world)).toMatchObject([{ entity: 'user', after: { signedInBy: 'sign-in-service' } }]);
		expect(world.db.select().from(externalIdentity).get()?.lastUsedAt).toEqual(world.now);
	});

	test('takes along PKCE with S256, a state and a nonce, and nothing that says who it is', async () => {
		const world = withService();
		const { address } = await depart(world.as('anonymous'), station, start(world));
		const { searchParams } = new URL(address);
		expect([...searchParams.keys()].sort()).toEqual([
			'client_id',
			'code_challenge',
			'code_challenge_method',
			'nonce',
			'redirect_uri',
			'response_type',
			'scope',
			'state',
		]);
		expect(searchParams.get('code_challenge_method')).toBe('S256');
		expect(searchParams.get('redirect_uri')).toBe(HOME);
	});

	test('works with a private key too', async () => {
		const secret = clientKey.key.export({ type: 'pkcs8', format: 'pem' });
		const world = withService({ clientId: KEY_CLIENT, authMethod: 'private_key_jwt', secret });
		link(world, 'coordinator', 'anna');
		expect((await signInAs(world, { sub: 'anna' })).outcome.kind).toBe('signed-in');
	});

	test('takes a key that the service began to use since the last trip', async () => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		await signInAs(world, { sub: 'anna' });
		const { key, jwk } = newKey();
		service.bend = {
			key: { key, kid: 'tweede' },
			jwks: [{ kty: 'RSA', n: jwk['n'], e: jwk['e'], kid: 'tweede', alg: 'RS256', use: 'sig' }],
		};
		expect((await signInAs(world, { sub: 'anna' })).outcome.kind).toBe('signed-in');
	});

	const other = newKey();
	test.each<[string, OidcService['bend'], string]>([
		['another issuer', { claims: { iss: 'https://elders.example' } }, 'wrong-issuer'],
		['another audience', { claims: { aud: 'iemand-anders' } }, 'wrong-audience'],
		['an audience too many', { claims: { aud: [CLIENT.id, 'x'] } }, 'wrong-audience'],
		['another nonce', { claims: { nonce: 'van-een-ander' } }, 'wrong-nonce'],
		['no nonce', { claims: { nonce: undefined } }, 'wrong-answer'],
		['a key that is not its own', { key: { key: other.key, kid: 'eerste' } }, 'wrong-signature'],
		['an unknown key', { key: { key: other.key, kid: 'derde' } }, 'wrong-signature'],
		['an expired answer', { claims: { exp: 1_600_000_000 } }, 'expired'],
		['an answer from the future', { claims: { nbf: 4_000_000_000 } }, 'expired'],
	])('refuses %s', async (_what, bend, refusal) => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		service.bend = bend;
		const { outcome } = await signInAs(world, { sub: 'anna' });
		expect(outcome).toMatchObject({ kind: 'refused', refusal });
		expect(audited(world)).toMatchObject([{ entity: 'sign-in-service', after: { refusal } }]);
	});

	test('forgives a clock that is half a minute off', async () => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		service.bend = { claims: { exp: Math.floor(Date.now() / 1000) - 20 } };
		expect((await signInAs(world, { sub: 'anna' })).outcome.kind).toBe('signed-in');
	});

	test('refuses an answer that says to be of another service (iss)', async () => {
		const world = withService();
		const state = start(world);
		const { address } = await depart(world.as('anonymous'), station, state);
		const back = await travelTo(address, HOME);
		back.searchParams.set('iss', 'https://elders.example');
		const { outcome } = await arrive(world.as('anonymous'), station, { address: back, state });
		expect(outcome).toMatchObject({ refusal: 'wrong-issuer' });
	});

	test('refuses the same answer a second time, and the same code in another trip', async () => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		const state = start(world);
		service.account = { sub: 'anna' };
		const { back, outcome } = await travel(world, state);
		expect(outcome.kind).toBe('signed-in');
		const again = await arrive(world.as('anonymous'), station, { address: back, state });
		expect(again.outcome).toMatchObject({ refusal: 'unknown-trip' });
		const second = start(world);
		const replayed = new URL(back);
		replayed.searchParams.set('state', second);
		const replay = await arrive(world.as('anonymous'), station, { address: replayed, state: second });
		expect(replay.outcome).toMatchObject({ refusal: 'code-refused' });
	});

	test('refuses an answer in a browser that did not leave, one that is too late, and one without PKCE', async () => {
		const world = withService();
		const leave = async () => {
			const state = start(world);
			const { address } = await depart(world.as('anonymous'), station, state);
			return { state, address: await travelTo(address, HOME) };
		};
		const elsewhere = await leave();
		for (const state of [null, start(world)]) {
			const { outcome } = await arrive(world.as('anonymous'), station, { ...elsewhere, state });
			expect(outcome).toMatchObject({ refusal: 'unknown-trip' });
		}
		const unproven = await leave();
		world.db
			.update(oidcAttempt)
			.set({ codeVerifier: 'v'.repeat(43) })
			.run();
		const without = await arrive(world.as('anonymous'), station, unproven);
		expect(without.outcome).toMatchObject({ refusal: 'code-refused' });
		const late = await leave();
		world.now = new Date(world.now.getTime() + 16 * 60_000);
		expect((await arrive(world.as('anonymous'), station, late)).outcome).toMatchObject({
			refusal: 'unknown-trip',
		});
	});

	test('says so when the person broke off, or the service does not know this program', async () => {
		const world = withService();
		const state = start(world);
		const address = new URL(
			`${HOME}?error=access_denied&state=${state}&iss=${encodeURIComponent(service.issuer)}`,
		);
		expect((await arrive(world.as('anonymous'), station, { address, state })).outcome).toMatchObject({
			refusal: 'denied',
			detail: 'access_denied',
		});
		const stranger = withService({ secret: 'een-ander-geheim' });
		expect((await signInAs(stranger, { sub: 'anna' })).outcome).toMatchObject({ refusal: 'client-refused' });
	});

	test('asks for the second step that the organisation requires, and refuses without it', async () => {
		const world = withService({ requiredAcr: 'hoog  hoger' });
		link(world, 'coordinator', 'anna');
		const { address } = await depart(world.as('anonymous'), station, start(world));
		expect(new URL(address).searchParams.get('acr_values')).toBe('hoog hoger');
		const low = await signInAs(world, { sub: 'anna', acr: 'laag' });
		expect(low.outcome).toMatchObject({ refusal: 'wrong-assurance', detail: 'laag' });
		const high = await signInAs(world, { sub: 'anna', acr: 'hoog' });
		expect(high.outcome).toMatchObject({ kind: 'signed-in', hasSecondFactor: true });
	});

	test('is over when the service is switched off or its settings change under way', async () => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		const state = start(world);
		const { address } = await depart(world.as('anonymous'), station, state);
		switchService(world.as('administrator'), { ...AA, version: 2 });
		const { outcome } = await arrive(world.as('anonymous'), station, {
			address: await travelTo(address, HOME),
			state,
		});
		expect(outcome).toMatchObject({ refusal: 'switched-off' });
		expect(refusalOf(() => start(world)).code).toBe('invalid');
	});
});

describe('an account that is not tied yet', () => {
	const own = { sub: 'nieuw', email: emailOf('coordinator', 'vecht'), email_verified: true };

	test('is tied by the address that the service vouches for, once', async () => {
		const world = withService();
		const { outcome } = await signInAs(world, { ...own, email: own.email.toUpperCase() });
		expect(outcome).toMatchObject({ kind: 'signed-in', userId: idOf(world, 'coordinator') });
		expect(world.db.select().from(externalIdentity).all()).toMatchObject([{ subject: 'nieuw' }]);
		const second = await signInAs(world, { ...own, sub: 'iemand-anders' });
		expect(second.outcome).toMatchObject({ refusal: 'unknown-account' });
	});

	test.each<[string, OidcService['account'], Settings]>([
		['the service does not vouch for the address', { ...own, email_verified: false }, {}],
		['the address lies outside of its domains', own, { emailDomains: 'vecht.example.org' }],
		['the account is of another organisation', { ...own, email: emailOf('reader', 'vecht') }, {}],
		['nobody has the address', { ...own, email: 'niemand@vecht.example' }, {}],
		['the service gives no address', { sub: 'nieuw' }, {}],
	])('stays so when %s', async (_when, account, settings) => {
		const world = withService(settings);
		service.account = account;
		const state = withDomain(world, () => start(world));
		const { outcome } = await travel(world, state);
		expect(outcome).toMatchObject({ kind: 'refused', refusal: 'unknown-account' });
		expect(world.db.select().from(externalIdentity).all()).toEqual([]);
	});

	test('stays so when the person also belongs elsewhere, or is platformbeheerder', async () => {
		const world = withService();
		const [away] = world.db
			.select()
			.from(membership)
			.where(eq(membership.userId, idOf(world, 'adviser')))
			.all();
		const coordinator = idOf(world, 'coordinator');
		world.db
			.insert(membership)
			.values({
				...away,
				id: undefined,
				regionId: away?.regionId ?? 0,
				organisationId: away?.organisationId ?? 0,
				role: 'reader',
				userId: coordinator,
			})
			.run();
		expect((await signInAs(world, own)).outcome).toMatchObject({ refusal: 'unknown-account' });
		const platform = withService();
		platform.db.update(user).set({ platformAdministrator: true }).where(eq(user.id, coordinator)).run();
		expect((await signInAs(platform, own)).outcome).toMatchObject({ refusal: 'unknown-account' });
	});

	test('is tied by the invitation, which is then used up', async () => {
		const world = withService();
		const token = issuePasswordLink(world.db, idOf(world, 'coordinator'), world.now).replace(
			'/wachtwoord/',
			'',
		);
		const input = { token, service: serviceId(world), address: '192.0.2.1' };
		const begin = () => beginInvitation(world.as('anonymous'), input);
		service.account = { sub: 'nieuw' };
		const [first, second] = [begin(), begin()];
		expect((await travel(world, first)).outcome).toMatchObject({ userId: idOf(world, 'coordinator') });
		expect((await travel(world, second)).outcome).toMatchObject({ refusal: 'no-invitation' });
		expect(refusalOf(begin).code).toBe('wrong-state');
	});

	test('accepts an invitation to the region: who has no account gets one, once', async () => {
		const world = withService();
		const token = offerToken(world, { organisation: 'aa' });
		const input = { token, service: serviceId(world), address: '192.0.2.1' };
		const [first, second] = [0, 1].map(() => beginOffer(world.as('anonymous'), input));
		service.account = { sub: 'nieuw' };
		const { outcome } = await travel(world, first ?? '');
		expect(outcome.kind).toBe('signed-in');
		const made = world.db.select().from(user).where(eq(user.email, NEW.email)).get();
		expect(outcome).toMatchObject({ userId: made?.id });
		expect(made).toMatchObject({ passwordHash: null, platformAdministrator: false });
		const roles = world.db
			.select()
			.from(membership)
			.where(eq(membership.userId, made?.id ?? 0))
			.all();
		expect(roles.map(({ role }) => role)).toEqual(['adviser']);
		await expect(travel(world, second ?? '')).rejects.toMatchObject({ refusal: 'unknown-trip' });
		expect(refusalOf(() => beginOffer(world.as('anonymous'), input)).code).toBe('wrong-state');
	});

	test('accepts it for no account that is tied to nothing here, whatever address the service says', async () => {
		const world = withService();
		const email = emailOf('reader', 'maas');
		const token = offerToken(world, { organisation: 'aa', email });
		service.account = { sub: 'vreemd', email, email_verified: true };
		const input = { token, service: serviceId(world), address: '192.0.2.1' };
		const { outcome } = await travel(world, beginOffer(world.as('anonymous'), input));
		expect(outcome).toMatchObject({ refusal: 'known-account' });
		expect(world.db.select().from(externalIdentity).all()).toEqual([]);
		const reader = world.db.select().from(user).where(eq(user.email, email)).get();
		const roles = world.db
			.select()
			.from(membership)
			.where(eq(membership.userId, reader?.id ?? 0))
			.all();
		expect(roles).toHaveLength(1);
	});

	test('is tied by its owner, who is signed in, and by nobody else', async () => {
		const world = withService();
		service.account = { sub: 'nieuw' };
		const begin = (who: Who = 'coordinator', kind = 'link') =>
			beginOwnTrip(world.as(who), { service: serviceId(world), kind }) ?? '';
		const stolen = begin();
		expect((await travel(world, stolen, 'administrator')).outcome).toMatchObject({ refusal: 'other-person' });
		expect((await travel(world, begin(), 'coordinator')).outcome).toEqual({ kind: 'linked' });
		const another = begin('administrator');
		expect((await travel(world, another, 'administrator')).outcome).toMatchObject({ refusal: 'taken' });
		expect(beginOwnTrip(world.as('reader'), { service: serviceId(world), kind: 'link' })).toBeNull();
	});
});

/** Does the work while the service has the domain of the people here. */
function withDomain<T>(world: World, work: () => T): T {
	const { emailDomains = [] } = world.db.select().from(identityProvider).get() ?? {};
	world.db
		.update(identityProvider)
		.set({ emailDomains: ['vecht.example'] })
		.run();
	const result = work();
	world.db.update(identityProvider).set({ emailDomains }).run();
	return result;
}

describe('a service of one organisation', () => {
	test('never lets in a person of another one, also with the same issuer and subject', async () => {
		const world = withService();
		link(world, 'adviser', 'rein');
		expect((await signInAs(world, { sub: 'rein' })).outcome).toMatchObject({ refusal: 'other-organisation' });
	});

	test('never lets in by what was tied at the service of another one with the same issuer', async () => {
		const world = withService();
		saveService(world.as('administrator'), {
			region: 'vecht',
			organisation: 'bee',
			version: 0,
			issuer: service.issuer,
			clientId: CLIENT.id,
			secret: CLIENT.secret,
			authMethod: 'client_secret_basic',
			onThisComputer: true,
		});
		link(world, 'coordinator', 'anna');
		const bee = world.db
			.select()
			.from(identityProvider)
			.all()
			.find((one) => one.id !== serviceId(world));
		world.db
			.update(externalIdentity)
			.set({ providerId: bee?.id ?? 0 })
			.run();
		expect((await signInAs(world, { sub: 'anna' })).outcome).toMatchObject({ refusal: 'other-organisation' });
	});

	test('lets nobody in whose account is switched off', async () => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		world.db
			.update(user)
			.set({ active: false })
			.where(eq(user.id, idOf(world, 'coordinator')))
			.run();
		expect((await signInAs(world, { sub: 'anna' })).outcome).toMatchObject({ refusal: 'account-off' });
	});
});

describe('proving to be there', () => {
	test('asks to sign in anew, and takes only the same person who did so just now', async () => {
		const world = withService();
		link(world, 'coordinator', 'anna');
		link(world, 'administrator', 'bert');
		const begin = () =>
			beginOwnTrip(world.as('coordinator'), { service: serviceId(world), kind: 'confirm' }) ?? '';
		const { address } = await depart(world.as('coordinator'), station, begin());
		expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({
			prompt: 'login',
			max_age: '0',
		});
		service.account = { sub: 'anna' };
		expect((await travel(world, begin(), 'coordinator')).outcome).toEqual({ kind: 'confirmed' });
		service.bend = { claims: { auth_time: Math.floor(Date.now() / 1000) - 3600 } };
		expect((await travel(world, begin(), 'coordinator')).outcome).toMatchObject({ refusal: 'not-fresh' });
		service.bend = { claims: { auth_time: undefined } };
		expect((await travel(world, begin(), 'coordinator')).outcome).toMatchObject({ refusal: 'not-fresh' });
		service.bend = {};
		service.account = { sub: 'bert' };
		expect((await travel(world, begin(), 'coordinator')).outcome).toMatchObject({ refusal: 'other-person' });
	});
});

describe('the network', () => {
	const departure = (world: World) =>
		depart(world.as('anonymous'), { ...station, port: openidPort({ onThisComputer: true }) }, start(world));

	test('says in time that the service is down, at both ends of the trip', async () => {
		const down = await startOidcService([HOME]);
		const world = withService({ issuer: down.issuer });
		const state = start(world);
		await down.stop();
		await expect(departure(world)).rejects.toMatchObject({ refusal: 'unreachable', detail: 'ECONNREFUSED' });
		const address = new URL(`${HOME}?code=x&state=${state}&iss=${encodeURIComponent(down.issuer)}`);
		expect((await arrive(world.as('anonymous'), station, { address, state })).outcome).toMatchObject({
			refusal: 'unreachable',
		});
	});

	test('follows no redirect, and takes no service that names itself otherwise', async () => {
		const world = withService();
		service.bend = { redirect: 'http://169.254.169.254/latest' };
		await expect(departure(world)).rejects.toMatchObject({ refusal: 'no-service' });
		service.bend = { discovery: { issuer: 'https://elders.example' } };
		await expect(departure(world)).rejects.toMatchObject({ refusal: 'other-issuer' });
	});

	test('calls nothing on this computer or the network around it where the site is in use', async () => {
		const closed = { port: openidPort({ onThisComputer: false }), origin: ORIGIN };
		for (const issuer of [
			'https://127.0.0.1:8443',
			'https://localhost:8443',
			'https://10.0.0.1',
			'https://[::1]:8443',
		]) {
			const world = withService({ issuer });
			const leaving = depart(world.as('anonymous'), closed, start(world));
			await expect(leaving, issuer).rejects.toMatchObject({ refusal: 'private-address' });
		}
	});

	test('knows where to sign out of the service, if it says so and answers', async () => {
		const world = withService();
		const leave = (id: number | string) => farewell(world.as('anonymous'), station, String(id));
		const address = new URL((await leave(serviceId(world))) ?? '');
		expect(address.origin).toBe(service.issuer);
		expect(Object.fromEntries(address.searchParams)).toEqual({
			client_id: CLIENT.id,
			post_logout_redirect_uri: `${ORIGIN}/inloggen`,
		});
		expect([await leave(99), await leave('x')]).toEqual([null, null]);
		world.db.update(identityProvider).set({ issuer: 'http://localhost:9' }).run();
		expect(await leave(serviceId(world))).toBeNull();
	});

	test('leaves a service that did not answer alone for a minute, but for who tries out its settings', async () => {
		const world = withService();
		const own = { ...station, port: openidPort({ onThisComputer: true }) };
		const asked = () => service.requests.get('/.well-known/openid-configuration') ?? 0;
		service.bend = { discovery: { issuer: 'https://elders.example' } };
		const before = asked();
		const leave = () => farewell(world.as('anonymous'), own, String(serviceId(world)));
		expect(await Promise.all([leave(), leave(), leave()])).toEqual([null, null, null]);
		expect(await leave()).toBeNull();
		await expect(depart(world.as('anonymous'), own, start(world))).rejects.toMatchObject({
			refusal: 'other-issuer',
		});
		expect(asked() - before, 'three at once and two later').toBe(1);
		service.bend = {};
		await depart(world.as('administrator'), own, beginTest(world.as('administrator'), AA));
		expect(asked() - before).toBe(2);
		expect(await leave()).not.toBeNull();
	});

	test('asks for the discovery document once, not for every trip', async () => {
		const world = withService();
		const asked = () => service.requests.get('/.well-known/openid-configuration') ?? 0;
		await depart(world.as('anonymous'), station, start(world));
		const before = asked();
		await depart(world.as('anonymous'), station, start(world));
		expect(asked()).toBe(before);
	});
});

describe('a password where the service is obligatory', () => {
	const PASSWORD = 'vier losse woorden samen';

	async function obliged(): Promise<World> {
		const world = withService();
		world.db
			.update(user)
			.set({ passwordHash: await hashPassword(PASSWORD) })
			.run();
		link(world, 'administrator', 'bert');
		service.account = { sub: 'bert' };
		const tested = await travel(world, beginTest(world.as('administrator'), AA), 'administrator');
		expect(tested.outcome.kind).toBe('tested');
		switchService(world.as('administrator'), { ...AA, version: 2, active: true, obligatory: true });
		return world;
	}

	test('is refused with the words of a wrong one, for the people of that organisation alone', async () => {
		const world = await obliged();
		const attempt = (email: string, password = PASSWORD) =>
			signIn(world.as('anonymous'), { email, password }, { address: '192.0.2.1', device: '' });
		const refusals = await Promise.all([
			refusalOfAsync(() => attempt(emailOf('coordinator', 'vecht'))),
			refusalOfAsync(() => attempt(emailOf('adviser', 'vecht'), 'fout')),
			refusalOfAsync(() => attempt('niemand@vecht.example')),
		]);
		expect(new Set(refusals.map((one) => JSON.stringify([one.code, one.message, one.detail]))).size).toBe(1);
		expect(await attempt(emailOf('adviser', 'vecht'))).toMatchObject({ kind: 'session' });
	});

	test('is not mailed a new link either, while others are', async () => {
		const world = await obliged();
		const context = { ...world.as('anonymous'), sendsMail: true };
		const ask = (who: 'coordinator' | 'adviser') =>
			requestReset(context, { email: emailOf(who, 'vecht'), address: '192.0.2.1' });
		ask('coordinator');
		expect(world.db.select().from(mail).all()).toEqual([]);
		ask('adviser');
		expect(world.db.select().from(mail).all()).toHaveLength(1);
	});

	test('works for a platformbeheerder, who helps when the service is down', async () => {
		const world = await obliged();
		const coordinator = idOf(world, 'coordinator');
		world.db.update(user).set({ platformAdministrator: true }).where(eq(user.id, coordinator)).run();
		const fields = { email: emailOf('coordinator', 'vecht'), password: PASSWORD };
		const from = { address: '192.0.2.1', device: '' };
		expect(await signIn(world.as('anonymous'), fields, from)).toMatchObject({ kind: 'session' });
	});
});
