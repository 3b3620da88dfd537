/** An invitation to a region: the same for everybody who is asked, and nothing until that person says yes. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { viewInvitationLink, useInvitation, declineByLink } from '#lib/server/users/use-invitation.ts';
import { audit, invitation, invitationLink, membership, user } from '#lib/server/db/schema.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import {
	acceptOwnInvitation,
	declineOwnInvitation,
	listOwnInvitations,
} from '#lib/server/users/answer-invitation.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { ownInvitationsView } from '#lib/server/users/invitation.view.ts';
import { inviteOnceMore, withdrawOffer } from '#lib/server/users/invite-member.ts';
import { peopleView, readPeopleFilter } from '#lib/server/users/people.view.ts';
import { viewPeople } from '#lib/server/users/view-people.ts';
import { listTodo } from '#lib/server/todo/list-todo.ts';
import {
	acceptAll,
	invite,
	newestInvitation,
	NEW,
	offerToken,
	tokenIn,
} from '../support/examples-invitations.ts';
import { regionIdOf } from '../support/examples-people.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { idOfEmail } from '../support/world-shared.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

const PASSWORD = 'vier losse woorden samen';
const DAY = 86_400_000;
const peopleOf = (world: World, parameters: Record<string, string> = {}) =>
	peopleView(
		viewPeople(world.as('administrator'), { region: world.home.region }),
		readPeopleFilter(new URLSearchParams(parameters)),
	);
const use = (world: World, token: string, overrides: Record<string, string> = {}) =>
	useInvitation(world.as('anonymous'), {
		token,
		name: 'Anna',
		password: PASSWORD,
		repeated: PASSWORD,
		...overrides,
	});
const isOpen = (world: World, token: string) => viewInvitationLink(world.as('anonymous'), { token }) !== null;
const membersOf = ({ db }: World, userId: number) =>
	db.select().from(membership).where(eq(membership.userId, userId)).all();

describe('who is asked', () => {
	test('is answered the same whether there is an account, of whatever kind, or none', () => {
		const world = makeWorld();
		world.db
			.update(user)
			.set({ active: false })
			.where(eq(user.email, emailOf('reader', 'maas')))
			.run();
		const addresses = [
			'niemand@nergens.example',
			emailOf('board', 'maas'),
			emailOf('reader', 'maas'),
			'platform@voorbeeld.example',
		];
		const answers = addresses.map((email) => {
			const asked = invite(world, { email });
			const { name, ...line } = peopleOf(world, { zoek: email }).invitations[0] ?? { name: '' };
			expect(name).toBe(NEW.name);
			const row = world.db.select().from(audit).orderBy(audit.id).all().at(-1);
			const page = viewInvitationLink(world.as('anonymous'), { token: tokenIn(asked.linkPath) });
			return JSON.stringify([
				{ ...asked, linkPath: tokenIn(asked.linkPath).length },
				{ ...line, id: 0 },
				{ ...row?.after },
				page,
			]).replaceAll(email, 'adres');
		});
		expect(new Set(answers).size).toBe(1);
		expect(answers[0]).not.toMatch(/maas|Platformbeheerder/);
	});

	test('costs the same statements, whether there is an account or none', () => {
		const world = makeWorld();
		const count = (email: string) => {
			const before = Number(world.db.$client.prepare('SELECT total_changes()').pluck().get());
			invite(world, { email });
			return Number(world.db.$client.prepare('SELECT total_changes()').pluck().get()) - before;
		};
		expect(count(emailOf('board', 'maas'))).toBe(count('niemand@nergens.example'));
	});

	test('is nothing in the region until the answer, and is seen there as an address alone', () => {
		const world = makeWorld();
		const email = emailOf('board', world.away.region);
		invite(world, { email });
		expect(membersOf(world, idOfEmail(world, email))).toHaveLength(1);
		expect(peopleOf(world).invitations).toEqual([
			expect.objectContaining({
				email,
				name: NEW.name,
				role: 'Beleidsadviseur',
				organisation: 'Gemeente Bee',
				state: 'waiting',
			}),
		]);
		expect(peopleOf(world).invitations[0]?.stateText).toMatch(/^Wacht op antwoord tot \d+ \w+ \d{4}$/);
		expect(JSON.stringify(peopleOf(world))).not.toContain('board van maas');
	});

	test('of the own region has the role at once, and nobody twice', () => {
		const world = makeWorld();
		const email = emailOf('reader', world.home.region);
		expect(invite(world, { email, role: 'board' })).toEqual({ email, linkPath: null, isMember: true });
		expect(membersOf(world, idOfEmail(world, email))).toHaveLength(2);
		expect(refusalOf(() => invite(world, { email, role: 'board' })).detail.fields).toHaveProperty('email');
	});

	test.each([
		['an organisation of no region', { organisation: 'nergens' }, 'organisation'],
		['a role that does not exist', { role: 'platformAdministrator' }, 'role'],
		['an address that is none', { email: 'nieuw' }, 'email'],
		['no name', { name: ' ' }, 'name'],
	])('is refused with %s', (_what, overrides, field) => {
		expect(refusalOf(() => invite(makeWorld(), overrides)).detail.fields).toHaveProperty(field);
	});
});

describe('who has an account', () => {
	function asked(): { world: World; userId: number; email: string } {
		const world = makeWorld();
		const email = emailOf('board', world.away.region);
		invite(world, { email });
		return { world, email, userId: idOfEmail(world, email) };
	}

	test('sees on the own pages by whom, for what and until when, and says yes', () => {
		const { world, userId } = asked();
		const own = world.as('board', 'away');
		const [shown] = ownInvitationsView(listOwnInvitations(own));
		expect(shown?.sentence).toBe(
			'administrator van vecht nodigt u uit voor Regio vecht: als beleidsadviseur namens Gemeente Bee.',
		);
		expect(listTodo(own, {}).invitations).toHaveLength(1);
		acceptOwnInvitation(own, { invitation: newestInvitation(world) });
		expect(
			findActor(world.db, userId)
				?.memberships.map(({ role }) => role)
				.sort(),
		).toEqual(['adviser', 'board']);
		expect(peopleOf(world).people.map(({ id }) => id)).toContain(userId);
		expect(peopleOf(world).invitations).toEqual([]);
		expect(refusalOf(() => acceptOwnInvitation(own, { invitation: 1 })).code).toBe('not-found');
	});

	test('says no, and the beheerder can ask once more or let it be', () => {
		const { world, email, userId } = asked();
		declineOwnInvitation(world.as('board', 'away'), { invitation: newestInvitation(world) });
		expect(peopleOf(world).invitations[0]?.stateText).toMatch(/^Afgewezen op /);
		expect(listOwnInvitations(world.as('board', 'away')).invitations).toEqual([]);
		const ref = { region: world.home.region, invitation: newestInvitation(world) };
		inviteOnceMore(world.as('administrator'), ref);
		expect(peopleOf(world, { zoek: email }).invitations[0]?.state).toBe('waiting');
		withdrawOffer(world.as('administrator'), ref);
		expect(world.db.select().from(invitation).all()).toEqual([]);
		expect(world.db.select().from(invitationLink).all()).toEqual([]);
		expect(membersOf(world, userId)).toHaveLength(1);
	});

	test('answers nobody else’s invitation, and none that is over', () => {
		const { world } = asked();
		const input = { invitation: newestInvitation(world) };
		expect(refusalOf(() => acceptOwnInvitation(world.as('reader', 'away'), input)).code).toBe('not-found');
		expect(refusalOf(() => acceptOwnInvitation(world.as('administrator'), input)).code).toBe('not-found');
		world.now = new Date(world.now.getTime() + 7 * DAY);
		expect(refusalOf(() => acceptOwnInvitation(world.as('board', 'away'), input)).code).toBe('not-found');
		expect(peopleOf(world).invitations[0]?.stateText).toMatch(/^Verlopen op .+, geen antwoord$/);
	});

	test('makes no second account with the link, and keeps the password there was', async () => {
		const { world, email } = asked();
		const before = world.db.select().from(user).where(eq(user.email, email)).get();
		const token = tokenIn(invite(world, { email }).linkPath);
		expect((await refusalOfAsync(() => use(world, token))).message).toMatch(
			/^Bij dit e-mailadres hoort al een account/,
		);
		expect(world.db.select().from(user).where(eq(user.email, email)).get()).toEqual(before);
		expect(isOpen(world, token)).toBe(true);
	});

	test('is not taken into an organisation that left the region meanwhile', () => {
		const { world, userId } = asked();
		world.db.$client
			.prepare(
				'DELETE FROM region_organisation WHERE organisation_id = (SELECT organisation_id FROM invitation)',
			)
			.run();
		expect(() => acceptAll(world, userId)).toThrow(/doet niet meer mee/);
		expect(membersOf(world, userId)).toHaveLength(1);
	});
});

describe('who has no account', () => {
	test('makes one with the link, and comes in with it', async () => {
		const world = makeWorld();
		const token = offerToken(world);
		await use(world, token);
		expect(isOpen(world, token)).toBe(false);
		const userId = idOfEmail(world, NEW.email);
		expect(findActor(world.db, userId)).toMatchObject({
			name: 'Anna',
			platformAdministrator: false,
			memberships: [{ role: 'adviser' }],
		});
		expect(
			world.db
				.select()
				.from(audit)
				.where(eq(audit.regionId, regionIdOf(world)))
				.all()
				.at(-1),
		).toMatchObject({
			action: 'invitation.use-link',
			entityId: String(userId),
			after: { role: 'adviser', organisation: 'bee', accepted: true },
		});
		const signed = await signIn(
			world.as('anonymous'),
			{ email: NEW.email, password: PASSWORD },
			{ address: '192.0.2.1', device: '' },
		);
		expect(signed.kind).toBe('session');
	});

	test('hears what is wrong with the password, and takes no field that the form does not have', async () => {
		const world = makeWorld();
		const token = offerToken(world);
		const short = await refusalOfAsync(() => use(world, token, { password: 'kort', repeated: 'anders' }));
		expect(Object.keys(short.detail.fields ?? {}).sort()).toEqual(['password', 'repeated']);
		await use(world, token, { platformAdministrator: 'true', role: 'administrator' });
		expect(findActor(world.db, idOfEmail(world, NEW.email))).toMatchObject({
			platformAdministrator: false,
			memberships: [{ role: 'adviser' }],
		});
	});

	test('says no without an account', () => {
		const world = makeWorld();
		const token = offerToken(world);
		declineByLink(world.as('anonymous'), { token });
		expect(isOpen(world, token)).toBe(false);
		expect(peopleOf(world).invitations[0]?.state).toBe('declined');
		expect(world.db.select().from(user).where(eq(user.email, NEW.email)).all()).toEqual([]);
	});

	test('has seven days, and after asking again only the newest link', async () => {
		const world = makeWorld();
		const first = offerToken(world);
		const second = offerToken(world);
		expect([isOpen(world, first), isOpen(world, second)]).toEqual([false, true]);
		const made = world.now.getTime();
		world.now = new Date(made + 7 * DAY - 1);
		expect(isOpen(world, second)).toBe(true);
		world.now = new Date(made + 7 * DAY);
		expect(isOpen(world, second)).toBe(false);
		expect((await refusalOfAsync(() => use(world, second))).code).toBe('not-found');
	});

	test('and is asked by two regions has one account, and says yes to each', async () => {
		const world = makeWorld();
		const token = offerToken(world);
		invite(world, {}, 'away');
		await use(world, token);
		const userId = idOfEmail(world, NEW.email);
		expect(membersOf(world, userId)).toHaveLength(1);
		acceptAll(world, userId);
		expect(membersOf(world, userId)).toHaveLength(2);
	});
});

test('a token stands nowhere in the database, only its hash', () => {
	const world = makeWorld();
	const token = offerToken(world);
	expect(world.db.$client.serialize().includes(token)).toBe(false);
});
