import { generateKeyPairSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { setPassword } from '#lib/server/auth/set-password.ts';
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { audit, identityProvider, membership, oidcAttempt } from '#lib/server/db/schema.ts';
import {
	beginSignIn,
	beginTest,
	MOST_FROM_ONE,
	TRIP_MINUTES,
} from '#lib/server/single-sign-on/begin-trip.ts';
import { takeTrip } from '#lib/server/single-sign-on/trip.ts';
import { listInvitedServices } from '#lib/server/single-sign-on/own-services.ts';
import { listObligingServices, releaseService } from '#lib/server/single-sign-on/release-service.ts';
import { saveService } from '#lib/server/single-sign-on/save-service.ts';
import { switchService } from '#lib/server/single-sign-on/switch-service.ts';
import { listSignInServices, viewService } from '#lib/server/single-sign-on/view-service.ts';
import { findUserId } from '#lib/server/users/users.repo.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { SERVICE_INPUT, tie, withService } from '../support/examples-single-sign-on.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

const AA = { region: 'vecht', organisation: 'aa' };
const save = (world: World, changes: Record<string, unknown> = {}) =>
	saveService(world.as('administrator'), { ...SERVICE_INPUT, ...AA, version: 0, ...changes });
const stored = (world: World) => world.db.select().from(identityProvider).get();
const markTested = (world: World) =>
	void world.db.update(identityProvider).set({ testedAt: world.now }).run();
const sentenceOf = (work: () => unknown) => Object.values(refusalOf(work).detail.fields ?? {})[0] ?? '';

describe('the secret of a service', () => {
	test('is kept sealed, stands in no page and no audit row, and stays when the field is left empty', () => {
		const world = withService(makeWorld());
		const sealed = stored(world)?.secret ?? '';
		expect(world.as('administrator').box?.open(sealed)).toBe(SERVICE_INPUT.secret);
		save(world, { version: 2, secret: '', clientId: 'anders' });
		expect(stored(world)).toMatchObject({ secret: sealed, clientId: 'anders' });
		expect(viewService(world.as('administrator'), AA).service).not.toHaveProperty('secret');
		expect(world.db.$client.serialize().includes(SERVICE_INPUT.secret)).toBe(false);
		expect(JSON.stringify(world.db.select().from(audit).all())).not.toContain(sealed);
	});

	test('must be there at first, and must be a sound key when it is one', () => {
		const world = makeWorld();
		expect(sentenceOf(() => save(world, { secret: '' }))).toMatch(/^Vul het geheim in/);
		const key = { authMethod: 'private_key_jwt' };
		expect(sentenceOf(() => save(world, { ...key, secret: '' }))).toMatch(/privésleutel/);
		expect(sentenceOf(() => save(world, { ...key, secret: 'geen sleutel' }))).toMatch(/geen privésleutel/);
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
		const short = privateKey.export({ type: 'pkcs8', format: 'pem' });
		expect(sentenceOf(() => save(world, { ...key, secret: short }))).toMatch(/2048/);
		const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
		save(world, { ...key, secret: curve.export({ type: 'pkcs8', format: 'pem' }) });
		expect(sentenceOf(() => save(world, { version: 1, secret: '' }))).toMatch(/^Vul het geheim in/);
	});
});

describe('the settings of a service', () => {
	test.each([
		[{ issuer: 'http://inloggen.aa.nl' }, /https/],
		[{ issuer: 'https://login.microsoftonline.com/common/v2.0' }, /eigen tenant/],
		[
			{ issuer: `https://login.microsoftonline.com/${crypto.randomUUID()}/v2.0`, requiredAcr: 'x' },
			/Voorwaardelijke/,
		],
		[{ emailDomains: 'aa.nl gmail.com' }, /iedereen/],
		[{ emailDomains: 'geen domein!' }, /geen domein/],
		[{ clientId: '' }, /client-id/],
		[{ authMethod: 'none' }, /Kies/],
	])('are refused with a sentence: %o', (wrong, sentence) => {
		expect(sentenceOf(() => save(makeWorld(), wrong))).toMatch(sentence);
	});

	test('take a domain once: it says whose service somebody goes to', () => {
		const world = withService(makeWorld());
		const bee = { organisation: 'bee', emailDomains: '@VECHT.example, bee.nl' };
		expect(sentenceOf(() => save(world, bee))).toBe(
			'vecht.example hoort al bij de inlogdienst van een andere organisatie.',
		);
	});

	test('ask for a new test when they change, and stop obliging and every trip that is under way', () => {
		const world = withService(makeWorld());
		world.db.update(identityProvider).set({ testedAt: world.now, obligatory: true }).run();
		beginSignIn(world.as('anonymous'), { email: 'iemand@vecht.example', address: '192.0.2.1' });
		save(world, { version: 2 });
		expect(stored(world)).toMatchObject({ testedAt: null, obligatory: false, active: true, version: 3 });
		expect(world.db.select().from(oidcAttempt).all()).toEqual([]);
	});

	test('are not written over what somebody else saved', () => {
		const world = withService(makeWorld());
		expect(refusalOf(() => save(world, { version: 1 })).code).toBe('conflict');
		const late = () => switchService(world.as('administrator'), { ...AA, version: 1 });
		expect(refusalOf(late).code).toBe('conflict');
	});
});

test('an organisation of two regions is set up only by who is beheerder of both', () => {
	const world = makeWorld();
	const rbl = { organisation: 'rbl', emailDomains: 'rbl.nl' };
	expect(refusalOf(() => save(world, rbl)).message).toMatch(
		/Regio .* en Regio .*Alleen wie van al die regio's/,
	);
	const page = viewService(world.as('administrator'), { ...AA, organisation: 'rbl' });
	expect(page.mayChange).toBe(false);
	const away = world.db
		.select()
		.from(membership)
		.where(eq(membership.userId, idOf(world, 'administrator', 'away')))
		.get();
	if (!away) throw new Error('The other region has no beheerder');
	const { id: _id, ...copy } = away;
	world.db
		.insert(membership)
		.values({ ...copy, userId: idOf(world, 'administrator') })
		.run();
	save(world, rbl);
	expect(stored(world)?.emailDomains).toEqual(['rbl.nl']);
});

test('the list shows every organisation of the own region to its beheerder, and nothing to others', () => {
	const world = withService(makeWorld());
	const listed = listSignInServices(world.as('administrator'));
	expect(listed.map(({ slug, active }) => [slug, active])).toEqual([
		['aa', true],
		['bee', null],
		['rbl', null],
		['swv', null],
	]);
	expect(listSignInServices(world.as('coordinator'))).toEqual([]);
});

describe('obliging people to use it', () => {
	const oblige = (world: World) =>
		switchService(world.as('administrator'), { ...AA, version: 2, active: true, obligatory: true });

	test('waits for a test that came through, for a beheerder who can come in, and for being on', () => {
		const world = withService(makeWorld());
		expect(sentenceOf(() => oblige(world))).toMatch(/^Test de dienst eerst/);
		markTested(world);
		expect(sentenceOf(() => oblige(world))).toMatch(/geen beheerder van Regio vecht/);
		const off = () => switchService(world.as('administrator'), { ...AA, version: 2, obligatory: true });
		expect(sentenceOf(off)).toMatch(/eerst aan/);
		const id = stored(world)?.id ?? 0;
		tie(world, id);
		oblige(world);
		expect(stored(world)).toMatchObject({ obligatory: true, version: 3 });
		expect(viewService(world.as('administrator'), AA)).toMatchObject({ people: 3, linked: 1 });
	});

	test('is undone by the platformbeheerder, who sees whom it holds and nothing more', () => {
		const world = withService(makeWorld());
		world.db.update(identityProvider).set({ obligatory: true }).run();
		const [found] = listObligingServices(world.as('platform'));
		expect(found).toEqual({ id: stored(world)?.id, organisationName: 'Gemeente Aa' });
		releaseService(world.as('platform'), { service: found?.id });
		expect(stored(world)).toMatchObject({ obligatory: false, active: true, version: 3 });
		expect(refusalOf(() => releaseService(world.as('platform'), { service: found?.id })).code).toBe(
			'not-found',
		);
	});

	test('lets an invitation set no password any more, and offers the service in its place', async () => {
		const world = withService(makeWorld());
		world.db.update(identityProvider).set({ obligatory: true }).run();
		const token = issuePasswordLink(world.db, idOf(world, 'coordinator'), world.now).replace(
			'/wachtwoord/',
			'',
		);
		const words = 'vier losse woorden samen';
		const refusal = await refusalOfAsync(() =>
			setPassword(world.as('anonymous'), { token, password: words, repeated: words }),
		);
		expect(refusal.message).toMatch(/log in via uw organisatie/);
		expect(listInvitedServices(world.as('anonymous'), { token })).toMatchObject({
			passwordClosed: true,
			services: [{ organisationName: 'Gemeente Aa' }],
		});
		expect(listInvitedServices(world.as('anonymous'), { token: 'onzin' })).toBeNull();
	});
});

describe('finding the service of an address', () => {
	test('looks at the domain alone, so that it says nothing of accounts', () => {
		const world = withService(makeWorld());
		for (const email of [emailOf('coordinator', 'vecht'), 'niemand@vecht.example'])
			expect(beginSignIn(world.as('anonymous'), { email, address: '192.0.2.1' })).toMatch(/^[\w-]{43}$/);
		const unknown = ['anna@elders.example', 'anna', ''].map(
			(email) => refusalOf(() => beginSignIn(world.as('anonymous'), { email, address: '192.0.2.1' })).code,
		);
		expect(unknown).toEqual(['invalid', 'invalid', 'invalid']);
	});

	test('passes over a service that is off, which can still be tested', () => {
		const world = withService(makeWorld());
		switchService(world.as('administrator'), { ...AA, version: 2 });
		expect(
			refusalOf(() => beginSignIn(world.as('anonymous'), { email: 'x@vecht.example', address: '192.0.2.1' }))
				.code,
		).toBe('invalid');
		expect(beginTest(world.as('administrator'), AA)).toMatch(/^[\w-]{43}$/);
	});

	test('lets one address begin thirty trips at a time, and another one still', () => {
		const world = withService(makeWorld());
		const begin = (address: string) =>
			beginSignIn(world.as('anonymous'), { email: 'x@vecht.example', address });
		for (let trip = 0; trip < MOST_FROM_ONE; trip += 1) begin('192.0.2.1');
		const refusal = refusalOf(() => begin('192.0.2.1'));
		expect(refusal).toMatchObject({ code: 'throttled', detail: { retryAfterSeconds: 120 } });
		expect(world.db.select().from(oidcAttempt).all()).toHaveLength(MOST_FROM_ONE);
		expect(begin('192.0.2.2')).toMatch(/^[\w-]{43}$/);
		world.now = new Date(world.now.getTime() + TRIP_MINUTES * 60_000);
		expect(begin('192.0.2.1')).toMatch(/^[\w-]{43}$/);
	});

	test('counts a trip that came back no more', () => {
		const world = withService(makeWorld());
		const begin = () =>
			beginSignIn(world.as('anonymous'), { email: 'x@vecht.example', address: '192.0.2.1' });
		for (let trip = 0; trip < 2 * MOST_FROM_ONE; trip += 1)
			takeTrip(world.as('anonymous'), { state: begin() });
		expect(begin()).toMatch(/^[\w-]{43}$/);
	});

	test('sweeps up trips that ended long ago', () => {
		const world = withService(makeWorld());
		beginSignIn(world.as('anonymous'), { email: 'x@vecht.example', address: '192.0.2.1' });
		world.now = new Date(world.now.getTime() + 3_600_000);
		beginSignIn(world.as('anonymous'), { email: 'x@vecht.example', address: '192.0.2.1' });
		expect(world.db.select().from(oidcAttempt).all()).toHaveLength(1);
	});
});

function idOf(world: World, who: 'administrator' | 'coordinator', place: 'home' | 'away' = 'home'): number {
	return findUserId(world.db, emailOf(who, world[place].region)) ?? 0;
}
