/** One region never has power over the accounts of another. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { useSession } from '#lib/server/auth/sessions.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import {
	audit,
	externalIdentity,
	identityProvider,
	membership,
	region,
	user,
} from '#lib/server/db/schema.ts';
import { logView } from '#lib/server/audit/log.view.ts';
import { viewLog } from '#lib/server/audit/view-log.ts';
import { isPasswordClosed } from '#lib/server/single-sign-on/password-closed.ts';
import { switchService } from '#lib/server/single-sign-on/switch-service.ts';
import { addRole } from '#lib/server/users/change-roles.ts';
import { endAccess } from '#lib/server/users/end-access.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { resetSecondFactor } from '#lib/server/auth/change-second-factor.ts';
import { endMemberSessions } from '#lib/server/auth/end-sessions.ts';
import { CROSSINGS, withObligingService, withSwitchedOff } from '../support/crossings.ts';
import { acceptAll, addMemberOf, invite } from '../support/examples-invitations.ts';
import { formOfId, letSignIn, regionIdOf } from '../support/examples-people.ts';
import { withService } from '../support/examples-single-sign-on.ts';
import { refusalOf } from '../support/refusal.ts';
import { startSession } from '#lib/server/auth/sessions.ts';
import { signedIn } from '../support/signed-in.ts';
import { useCase } from '../support/use-cases.ts';
import { sharedEmail } from '../support/world-people.ts';
import { belongings, idOfEmail, withShared, withSharedSignedIn } from '../support/world-shared.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

const idOf = (world: World, email: string) => idOfEmail(world, email);
const awayId = ({ db, away }: World) =>
	db.select().from(region).where(eq(region.slug, away.region)).get()?.id ?? 0;

describe('a beheerder of one region', () => {
	test.each(CROSSINGS)('takes nothing of another region by $name', ({ by, values, refused }) => {
		const world = withObligingService(withSwitchedOff(withSharedSignedIn(makeWorld())));
		const input = values(world);
		const before = belongings(world);
		const attempt = () => useCase(by)(world.as('administrator'), input);
		if (refused === null) attempt();
		else expect(refusalOf(attempt).code).toBe(refused);
		expect(belongings(world)).toBe(before);
	});

	test('who manages both regions reaches all of the account, and both logs tell the same of it', async () => {
		const world = withSharedSignedIn(makeWorld());
		const person = idOf(world, sharedEmail('double'));
		const place = { regionId: awayId(world), userId: idOf(world, sharedEmail('keeper')) };
		world.db
			.update(membership)
			.set({ role: 'administrator' })
			.where(eq(membership.userId, place.userId))
			.run();
		await startSession(world, signedIn(person));
		endMemberSessions(world.as('keeper'), { person });
		resetSecondFactor(world.as('keeper'), { person });
		for (const regionId of [regionIdOf(world), place.regionId])
			expect(rowsOf(world, regionId).slice(-2)).toMatchObject([
				{ action: 'session.end-of-member', actorName: 'keeper van beide', after: { sessionsEnded: 2 } },
				{
					action: 'second-factor.reset',
					actorName: 'keeper van beide',
					after: { changed: 'second-factor-reset' },
				},
			]);
	});

	test('ends the roles of a shared person at the next request, in a session that goes on', async () => {
		const world = withShared(makeWorld());
		const person = idOf(world, sharedEmail('double'));
		const token = await startSession(world, signedIn(person));
		endAccess(world.as('administrator'), formOfId(world, person));
		expect(useSession(world, token)?.userId).toBe(person);
		expect(findActor(world.db, person)?.memberships.map(({ regionId }) => regionId)).toEqual([awayId(world)]);
	});
});

function rowsOf({ db }: World, regionId: number) {
	return db.select().from(audit).where(eq(audit.regionId, regionId)).orderBy(audit.id).all();
}

describe('the log of the other region', () => {
	test('tells that something was done to an account of its own, and not by whom, for whom or in what role', () => {
		const world = withShared(makeWorld());
		const person = idOf(world, sharedEmail('double'));
		addRole(world.as('administrator'), { ...formOfId(world, person), organisation: 'swv', role: 'board' });
		endAccess(world.as('administrator'), formOfId(world, person));
		const told = rowsOf(world, awayId(world)).filter(({ entityId }) => entityId === String(person));
		expect(
			told.map(({ action, actorId, actorName, before, after }) => ({
				action,
				actorId,
				actorName,
				before,
				after,
			})),
		).toEqual([
			...['region.add-role', 'region.end-access'].map((action) => ({
				action,
				actorId: null,
				actorName: 'Een andere regio',
				before: null,
				after: { elsewhere: true },
			})),
		]);
		const page = logView(
			viewLog(world.as('administrator', 'away'), { regio: world.away.region }),
			'/beheer/logboek',
		);
		const [line] = page.days.flatMap(({ lines }) => lines);
		expect(line?.sentence).toBe('Een andere regio heeft iemands toegang beëindigd: double van beide.');
		expect(line?.values).toEqual([{ label: 'In een andere regio', from: null, to: 'ja' }]);
		expect(JSON.stringify(page)).not.toMatch(/vecht|SWV|swv/);
	});

	test('tells that its person said yes to another region, and not which', () => {
		const world = makeWorld();
		const person = idOf(world, emailOf('board', world.away.region));
		invite(world, { email: emailOf('board', world.away.region) });
		expect(rowsOf(world, awayId(world)).some(({ action }) => action.startsWith('invitation.'))).toBe(false);
		acceptAll(world, person);
		const [here, there] = [regionIdOf(world), awayId(world)].map((id) => rowsOf(world, id).at(-1));
		expect(here).toMatchObject({
			action: 'invitation.accept',
			after: { role: 'adviser', organisation: 'bee' },
		});
		expect(there).toMatchObject({ action: 'invitation.accept', before: null, after: { elsewhere: true } });
		expect(there?.actorId).toBe(person);
	});

	test('tells that a service of an organisation of both regions was switched', () => {
		const world = withShared(makeWorld());
		world.db
			.update(membership)
			.set({ role: 'administrator' })
			.where(eq(membership.userId, idOf(world, sharedEmail('keeper'))))
			.run();
		const rbl = { region: world.home.region, organisation: 'rbl' };
		const input = { issuer: 'https://inloggen.rbl.example', clientId: 'x', secret: 'een-lang-geheim-1234' };
		const rest = { authMethod: 'client_secret_basic', emailDomains: '', version: 0 };
		useCase('sign-in-service.save')(world.as('keeper'), { ...rbl, ...input, ...rest });
		switchService(world.as('keeper'), { ...rbl, version: 1, active: true });
		for (const id of [regionIdOf(world), awayId(world)])
			expect(
				rowsOf(world, id)
					.slice(-2)
					.map(({ action }) => action),
			).toEqual(['sign-in-service.save', 'sign-in-service.switch']);
	});
});

describe('a service that one region obliges', () => {
	test('closes no password that another region relies on; when the last role there ends it does', () => {
		const world = withObligingService(makeWorld());
		const keeper = emailOf('administrator', world.away.region);
		letSignIn(world, keeper);
		const person = idOf(world, keeper);
		invite(world, { email: keeper, organisation: 'aa' });
		acceptAll(world, person);
		expect(isPasswordClosed(world.db, person)).toBe(false);
		const own = addMemberOf(world, { email: 'eigen@vecht.example', organisation: 'aa', password: true });
		expect(isPasswordClosed(world.db, own.userId)).toBe(true);
		world.db
			.delete(membership)
			.where(eq(membership.regionId, awayId(world)))
			.run();
		expect(isPasswordClosed(world.db, person)).toBe(true);
	});

	test('lets the beheerder of the other region in with the right password', async () => {
		const world = withObligingService(makeWorld());
		const email = emailOf('administrator', world.away.region);
		const password = 'vier losse woorden samen';
		world.db
			.update(user)
			.set({ passwordHash: await hashPassword(password) })
			.where(eq(user.email, email))
			.run();
		invite(world, { email, organisation: 'aa' });
		acceptAll(world, idOf(world, email));
		const from = { address: '192.0.2.1', device: '' };
		expect((await signIn(world.as('anonymous'), { email, password }, from)).kind).toBe('session');
	});

	test('leaves the last beheerder the password when the tie to the service goes', () => {
		const world = withObligingService(makeWorld());
		letSignIn(world, emailOf('administrator', world.home.region));
		const person = idOf(world, emailOf('administrator', world.home.region));
		expect(isPasswordClosed(world.db, person)).toBe(true);
		world.db.delete(externalIdentity).run();
		expect(isPasswordClosed(world.db, person)).toBe(false);
	});

	test('is not switched off while the beheerders have no other way in', () => {
		const world = withService(makeWorld());
		const providerId = world.db.select().from(identityProvider).get()?.id ?? 0;
		const userId = idOf(world, emailOf('administrator', world.home.region));
		const identity = { issuer: 'https://inloggen.vecht.example', subject: 'eigen', providerId, userId };
		world.db
			.insert(externalIdentity)
			.values({ ...identity, createdAt: world.now })
			.run();
		const off = { region: world.home.region, organisation: 'aa', version: 2, active: false };
		expect(refusalOf(() => switchService(world.as('administrator'), off)).detail.fields?.['active']).toMatch(
			/Dan kan geen beheerder van Regio vecht meer inloggen/,
		);
		letSignIn(world, emailOf('administrator', world.home.region));
		switchService(world.as('administrator'), off);
	});
});
