import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { viewPasswordLink } from '#lib/server/auth/set-password.ts';
import { startSession, useSession } from '#lib/server/auth/sessions.ts';
import {
	audit,
	mail,
	membership,
	region,
	roundException,
	status,
	statusRound,
	user,
} from '#lib/server/db/schema.ts';
import { addRole, changeRole, removeRole } from '#lib/server/users/change-roles.ts';
import { endAccess, restoreAccess } from '#lib/server/users/end-access.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { handOver } from '#lib/server/users/hand-over.ts';
import { inviteAgain, makeResetLink, withdrawInvitation } from '#lib/server/users/invite.ts';
import { peopleView, readPeopleFilter } from '#lib/server/users/people.view.ts';
import { personView } from '#lib/server/users/person.view.ts';
import { makePlatformLink } from '#lib/server/users/platform-links.ts';
import { viewPeople, viewPerson } from '#lib/server/users/view-people.ts';
import {
	addMembership,
	formOf,
	formOfId,
	idOf,
	letSignIn,
	regionIdOf,
	withSuccessor,
} from '../support/examples-people.ts';
import { acceptAll, addMemberOf, invite, NEW } from '../support/examples-invitations.ts';
import { refusalOf } from '../support/refusal.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

/** Somebody of the region who has no password yet, as from before there were invitations to say yes to. */
const add = (world: World) => addMemberOf(world);
const tokenOf = (path: string | null) => (path ?? '').replace('/wachtwoord/', '');
const works = (world: World, path: string | null) =>
	viewPasswordLink(world.as('anonymous'), { token: tokenOf(path) }) !== null;
const stateOf = (world: World, id: number) => {
	const { people } = peopleView(
		viewPeople(world.as('administrator'), { region: world.home.region }),
		readPeopleFilter(new URLSearchParams()),
	);
	return people.find((one) => one.id === id)?.stateText;
};
const signInAs = (world: World, userId: number) =>
	startSession(
		{ db: world.db, now: world.now },
		{ userId, method: 'password', secondFactor: false, device: '' },
	);
/** A reader of the home region who also belongs to the other region. */
function alsoAway(world: World): number {
	const userId = idOf(world, emailOf('reader', world.home.region));
	const away = world.db.select().from(region).where(eq(region.slug, world.away.region)).get();
	const organisationId = world.db
		.select()
		.from(membership)
		.where(eq(membership.regionId, away?.id ?? 0))
		.get();
	world.db
		.insert(membership)
		.values({
			userId,
			regionId: away?.id ?? 0,
			organisationId: organisationId?.organisationId ?? 0,
			role: 'board',
		})
		.run();
	return userId;
}

describe('an invitation', () => {
	test('shows until when it works, can be replaced, and taken back', () => {
		const world = makeWorld();
		const first = add(world);
		expect(stateOf(world, first.userId)).toMatch(/^Uitgenodigd tot \d+ \w+ \d{4}$/);
		const again = inviteAgain(world.as('administrator'), formOfId(world, first.userId));
		expect(works(world, first.linkPath)).toBe(false);
		expect(works(world, again.linkPath)).toBe(true);
		withdrawInvitation(world.as('administrator'), formOfId(world, first.userId));
		expect(works(world, again.linkPath)).toBe(false);
		expect(stateOf(world, first.userId)).toBe('Geen geldige uitnodiging');
	});

	test('goes by mail again, in place of a mail that still waits, and a withdrawn one is not sent', () => {
		const world = makeWorld();
		const { userId } = add(world);
		const context = { ...world.as('administrator'), sendsMail: true };
		inviteAgain(context, formOfId(world, userId));
		world.now = new Date(world.now.getTime() + 60_000);
		inviteAgain({ ...context, now: world.now }, formOfId(world, userId));
		const waiting = () =>
			world.db
				.select()
				.from(mail)
				.all()
				.filter((one) => one.userId === userId && (one.expiresAt ?? world.now) > world.now);
		expect(waiting().map(({ address, kind }) => ({ address, kind }))).toEqual([
			{ address: NEW.email, kind: 'account' },
		]);
		expect(waiting()[0]?.text).toContain('Stel uw wachtwoord in');
		withdrawInvitation({ ...context, now: world.now }, formOfId(world, userId));
		expect(waiting()).toEqual([]);
	});

	test('is over once there is a password; then there is a link for a new one, for an hour', () => {
		const world = makeWorld();
		const { userId } = add(world);
		letSignIn(world, NEW.email);
		const form = formOfId(world, userId);
		expect(refusalOf(() => inviteAgain(world.as('administrator'), form)).code).toBe('wrong-state');
		const { linkPath } = makeResetLink(world.as('administrator'), form);
		world.now = new Date(world.now.getTime() + 3_600_000 - 1);
		expect(works(world, linkPath)).toBe(true);
		world.now = new Date(world.now.getTime() + 1);
		expect(works(world, linkPath)).toBe(false);
	});

	test('gives nobody a link to an account that opens another region, or the platform', () => {
		const world = makeWorld();
		alsoAway(world);
		expect(refusalOf(() => inviteAgain(world.as('administrator'), formOf(world, 'reader'))).code).toBe(
			'wrong-state',
		);
		const mailed = inviteAgain({ ...world.as('administrator'), sendsMail: true }, formOf(world, 'reader'));
		expect(mailed.linkPath).toBeNull();
		letSignIn(world, emailOf('reader', world.home.region));
		expect(refusalOf(() => makeResetLink(world.as('administrator'), formOf(world, 'reader'))).code).toBe(
			'wrong-state',
		);
		const board = formOf(world, 'board');
		letSignIn(world, emailOf('board', world.home.region));
		world.db.update(user).set({ platformAdministrator: true }).where(eq(user.id, board.person)).run();
		expect(refusalOf(() => makeResetLink(world.as('administrator'), board)).code).toBe('wrong-state');
	});
});

describe('switching somebody off', () => {
	test('ends sessions and links at once, and keeps the roles for when it is switched on again', async () => {
		const world = makeWorld();
		const { userId, linkPath } = add(world);
		const session = await signInAs(world, userId);
		endAccess(world.as('administrator'), formOfId(world, userId));
		expect(useSession(world, session)).toBeNull();
		expect(findActor(world.db, userId)).toBeNull();
		expect(works(world, linkPath)).toBe(false);
		expect(stateOf(world, userId)).toMatch(/^Uitgeschakeld op/);
		const form = formOfId(world, userId);
		expect(refusalOf(() => endAccess(world.as('administrator'), form)).code).toBe('wrong-state');
		restoreAccess(world.as('administrator'), form);
		expect(findActor(world.db, userId)).toMatchObject({ memberships: [{ role: 'adviser' }] });
		expect(stateOf(world, userId)).toBe('Geen geldige uitnodiging');
	});

	test('leaves the account and its sessions to who is of another region too, without a right left here', async () => {
		const world = makeWorld();
		const userId = alsoAway(world);
		const session = await signInAs(world, userId);
		expect(endAccess(world.as('administrator'), formOf(world, 'reader'))).toBe('membership');
		expect(useSession(world, session)?.userId).toBe(userId);
		expect(findActor(world.db, userId)).toMatchObject({ memberships: [{ role: 'board' }] });
		expect(stateOf(world, userId)).toMatch(/^Uitgeschakeld op/);
		const seen = JSON.stringify([
			viewPeople(world.as('administrator'), { region: world.home.region }),
			viewPerson(world.as('administrator'), formOf(world, 'reader')),
			world.db
				.select()
				.from(audit)
				.where(eq(audit.regionId, regionIdOf(world)))
				.all(),
		]);
		expect(seen).not.toContain(world.away.region);
		const asked = restoreAccess(world.as('administrator'), formOf(world, 'reader'));
		expect(asked?.linkPath).toMatch(/^\/uitnodiging\//);
		expect(findActor(world.db, userId)?.memberships).toHaveLength(1);
		acceptAll(world, userId);
		expect(findActor(world.db, userId)?.memberships).toHaveLength(2);
		expect(stateOf(world, userId)).toBe('Geen geldige uitnodiging');
	});

	test('is undone by the own region alone: being asked by another wakes no account', () => {
		const world = makeWorld();
		const { userId } = add(world);
		endAccess(world.as('administrator'), formOfId(world, userId));
		invite(world, {}, 'away');
		expect(findActor(world.db, userId)).toBeNull();
		expect(refusalOf(() => invite(world)).detail.fields?.['email']).toMatch(/Geef die terug/);
		restoreAccess(world.as('administrator'), formOfId(world, userId));
		expect(findActor(world.db, userId)?.memberships.map(({ role }) => role)).toEqual(['adviser']);
		acceptAll(world, userId);
		expect(findActor(world.db, userId)?.memberships).toHaveLength(2);
	});

	test('is undone by the platformbeheerder too, who gives no role with it', () => {
		const world = makeWorld();
		const { userId } = add(world);
		endAccess(world.as('administrator'), formOfId(world, userId));
		makePlatformLink(world.as('platform'), { email: NEW.email });
		expect(findActor(world.db, userId)).toMatchObject({ memberships: [] });
		const own = eq(audit.regionId, regionIdOf(world));
		expect(world.db.select().from(audit).where(own).all().at(-1)).toMatchObject({
			action: 'platform.make-link',
			after: { account: 'on' },
		});
	});
});

describe('the last beheerder', () => {
	/** Two beheerders, who can both sign in. */
	function twoAdministrators(): World {
		const world = makeWorld();
		addMembership(world, 'board', 'administrator');
		letSignIn(world, emailOf('administrator', world.home.region), emailOf('board', world.home.region));
		return world;
	}

	test('cannot be switched off, nor be given another role', () => {
		const world = makeWorld();
		letSignIn(world, emailOf('administrator', world.home.region));
		const form = formOf(world, 'administrator');
		const membershipId = Number(/\d+/.exec(form.seen)?.[0]);
		const attempts = [
			() => endAccess(world.as('administrator'), form),
			() => changeRole(world.as('administrator'), { ...form, membership: membershipId, role: 'reader' }),
		];
		for (const attempt of attempts) expect(refusalOf(attempt).message).toMatch(/laatste beheerder/);
	});

	test('is kept when two remove each other at the same moment', () => {
		const world = twoAdministrators();
		const [one, other] = [world.as('administrator'), world.as('board')];
		const forms = { administrator: formOf(world, 'administrator'), board: formOf(world, 'board') };
		endAccess(one, forms.board);
		expect(refusalOf(() => endAccess(other, forms.administrator)).code).toBe('wrong-state');
	});

	test('is not somebody who was invited and never came', () => {
		const world = makeWorld();
		addMembership(world, 'board', 'administrator');
		letSignIn(world, emailOf('administrator', world.home.region));
		expect(refusalOf(() => endAccess(world.as('administrator'), formOf(world, 'administrator'))).code).toBe(
			'wrong-state',
		);
		endAccess(world.as('administrator'), formOf(world, 'board'));
	});

	test('may stop once another can sign in', () => {
		const world = twoAdministrators();
		endAccess(world.as('administrator'), formOf(world, 'administrator'));
		expect(stateOf({ ...world, as: () => world.as('board') }, formOf(world, 'administrator').person)).toMatch(
			/^Uitgeschakeld/,
		);
	});
});

describe('a role', () => {
	test('is added, changed and removed, and never given twice', () => {
		const world = makeWorld();
		const by = world.as('administrator');
		addRole(by, { ...formOf(world, 'reader'), organisation: 'swv', role: 'board' });
		const { userId, memberships } = { userId: formOf(world, 'reader').person, memberships: 2 };
		expect(findActor(world.db, userId)?.memberships).toHaveLength(memberships);
		const twice = { ...formOf(world, 'reader'), organisation: 'swv', role: 'board' };
		expect(refusalOf(() => addRole(by, twice)).detail.fields).toHaveProperty('role');
		const own = world.db
			.select()
			.from(membership)
			.where(and(eq(membership.userId, userId), eq(membership.role, 'board')))
			.get();
		changeRole(by, { ...formOf(world, 'reader'), membership: own?.id ?? 0, role: 'adviser' });
		removeRole(by, { ...formOf(world, 'reader'), membership: own?.id ?? 0 });
		expect(findActor(world.db, userId)?.memberships.map(({ role }) => role)).toEqual(['reader']);
		const last = Number(/\d+/.exec(formOf(world, 'reader').seen)?.[0]);
		expect(refusalOf(() => removeRole(by, { ...formOf(world, 'reader'), membership: last })).code).toBe(
			'wrong-state',
		);
	});

	test('is not changed by who did not see the last change', () => {
		const world = makeWorld();
		const old = formOf(world, 'reader');
		addRole(world.as('administrator'), { ...old, organisation: 'swv', role: 'board' });
		for (const attempt of [
			() => addRole(world.as('administrator'), { ...old, organisation: 'aa', role: 'board' }),
			() => endAccess(world.as('administrator'), old),
		])
			expect(refusalOf(attempt).code).toBe('conflict');
	});
});

describe('handing over', () => {
	test('gives drafts and an opened round to a colleague of the same organisation, with a trail', () => {
		const world = makeWorld();
		const { to } = withSuccessor(world);
		const form = formOf(world, 'adviser');
		const round = world.db
			.select()
			.from(statusRound)
			.where(eq(statusRound.slug, world.home.rounds.open))
			.get();
		world.db
			.update(statusRound)
			.set({ state: 'closed' })
			.where(eq(statusRound.id, round?.id ?? 0))
			.run();
		world.db
			.insert(roundException)
			.values({
				roundId: round?.id ?? 0,
				userId: form.person,
				reason: 'Ziek geweest',
				createdAt: world.now,
				until: addDays(dayOf(world.now), 3),
			})
			.run();
		const before = viewPerson(world.as('administrator'), form);
		expect(before.statuses.length).toBeGreaterThan(0);
		expect(personView(before, false).open).toHaveLength(before.statuses.length + 1);
		expect(personView(before, false).leaving.join(' ')).toContain('RBL');
		expect(handOver(world.as('administrator'), { ...form, to })).toBe(before.statuses.length + 1);
		const after = world.db.select().from(status).where(eq(status.authorId, to)).all();
		expect(after.map(({ id }) => id).sort()).toEqual(before.statuses.map(({ id }) => id).sort());
		expect(world.db.select().from(roundException).get()?.userId).toBe(to);
		const trail = world.db.select().from(audit).where(eq(audit.action, 'region.hand-over')).all();
		expect(trail).toHaveLength(before.statuses.length + 1);
		expect(trail[0]).toMatchObject({ before: { author: before.person.name }, after: { author: 'Collega' } });
		expect(refusalOf(() => handOver(world.as('administrator'), { ...form, to })).code).toBe('wrong-state');
	});

	test('goes to nobody of another organisation, or who cannot sign in', () => {
		const world = makeWorld();
		withSuccessor(world);
		for (const who of ['otherAdviser', 'coordinator'] as const) {
			const input = { ...formOf(world, 'adviser'), to: formOf(world, who).person };
			expect(refusalOf(() => handOver(world.as('administrator'), input)).detail.fields).toHaveProperty('to');
		}
	});

	test('says that nobody fills in any more when the last adviser of an organisation goes', () => {
		const world = makeWorld();
		const { leaving } = personView(viewPerson(world.as('administrator'), formOf(world, 'adviser')), false);
		expect(leaving).toEqual([
			expect.stringMatching(/trekker van .+ Na het uitschakelen vult niemand meer in voor RBL\.$/),
		]);
	});
});

test('people are found by name, role, organisation and state', () => {
	const world = makeWorld();
	add(world);
	const find = (parameters: Record<string, string>) =>
		peopleView(
			viewPeople(world.as('administrator'), { region: world.home.region }),
			readPeopleFilter(new URLSearchParams(parameters)),
		).people.map(({ name }) => name);
	expect(find({ zoek: 'NIEUW vecht' })).toEqual(['Nieuw']);
	expect(find({ rol: 'coordinator' })).toHaveLength(1);
	expect(find({ organisatie: 'Gemeente Bee', rol: 'adviser' })).toHaveLength(2);
	expect(find({ staat: 'invited' })).toEqual(['Nieuw']);
	expect(find({ staat: 'bestaat-niet', rol: 'geen' })).toHaveLength(7);
});
