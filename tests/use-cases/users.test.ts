import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { setPassword, viewPasswordLink } from '#lib/server/auth/set-password.ts';
import { startSession, useSession } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { passwordLink, user } from '#lib/server/db/schema.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { makeFirstAdministrator } from '#lib/server/users/make-first-administrator.ts';
import { slugOf } from '#lib/domain/slug.ts';
import { makeRegion } from '#lib/server/users/make-region.ts';
import { viewPeople } from '#lib/server/users/view-people.ts';
import { listAllRegions, viewOwnMemberships } from '#lib/server/users/view-region.ts';
import { acceptAll, addMemberOf, NEW, tokenIn } from '../support/examples-invitations.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { signedIn } from '../support/signed-in.ts';
import { useCase } from '../support/use-cases.ts';
import { emailOf, makeWorld, PLATFORM_EMAIL, type World } from '../support/world.ts';

const GOOD = 'vier losse woorden samen';
const REGION = {
	name: 'Regio Überland',
	officialForum: 'REA',
	boardForum: 'OOGO',
	organisation: 'Gemeente Cee',
	administratorName: 'Beheerder',
	administratorEmail: 'Beheer@Cee.example',
};
const add = (world: World) => addMemberOf(world);
const tokenOf = (path: string | null) => (path ?? '').replace('/wachtwoord/', '');

describe('the first platformbeheerder', () => {
	test('gets a link, and a new one as long as no password was set', () => {
		const world = emptied(makeWorld());
		const make = (email: string) => makeFirstAdministrator(world.as('system'), { email });
		const [first, second] = [make('Eerste@Voorbeeld.example'), make('eerste@voorbeeld.example')];
		expect(first).toMatch(/^\/wachtwoord\/[\w-]{43}$/);
		expect(second).not.toBe(first);
		expect(refusalOf(() => make('tweede@voorbeeld.example')).code).toBe('wrong-state');
	});

	test('cannot be made any more once there is one with a password', () => {
		const world = makeWorld();
		world.db.update(user).set({ passwordHash: '$argon2id$' }).run();
		expect(refusalOf(() => makeFirstAdministrator(world.as('system'), { email: PLATFORM_EMAIL })).code).toBe(
			'wrong-state',
		);
	});

	test('is never an account that exists already for something else', () => {
		const world = emptied(makeWorld());
		const email = emailOf('reader', world.home.region);
		expect(refusalOf(() => makeFirstAdministrator(world.as('system'), { email })).code).toBe('invalid');
	});
});

describe('making a region', () => {
	test('appoints its first beheerder, who sees that region and nothing else', () => {
		const world = makeWorld();
		const made = makeRegion(world.as('platform'), REGION);
		expect(made).toMatchObject({
			slug: 'regio-uberland',
			email: 'beheer@cee.example',
			linkPath: expect.any(String),
		});
		const actor = joinedBy(world, made);
		expect(viewOwnMemberships({ ...world.as('anonymous'), actor })).toEqual([
			expect.objectContaining({
				regionName: REGION.name,
				organisationName: 'Gemeente Cee',
				role: 'administrator',
			}),
		]);
		expect(
			refusalOf(() => viewPeople({ ...world.as('anonymous'), actor }, { region: world.home.region })).code,
		).toBe('not-found');
		expect(refusalOf(() => viewPeople(world.as('platform'), { region: made.slug })).code).toBe('not-found');
	});

	test('asks somebody who has an account already in the same way, and makes that person nothing', () => {
		const world = makeWorld();
		const administratorEmail = emailOf('reader', 'vecht');
		const made = makeRegion(world.as('platform'), { ...REGION, administratorEmail });
		expect(made.linkPath).toMatch(/^\/uitnodiging\/[\w-]{43}$/);
		const { userId, memberships } = personBy(world, administratorEmail);
		expect(memberships).toHaveLength(1);
		const [shown] = listAllRegions(world.as('platform')).filter(({ slug }) => slug === made.slug);
		expect(shown).toMatchObject({
			administrators: [],
			appointments: [{ email: administratorEmail, state: 'waiting' }],
		});
		acceptAll(world, userId);
		expect(
			personBy(world, administratorEmail)
				.memberships.map(({ role }) => role)
				.sort(),
		).toEqual(['administrator', 'reader']);
	});

	test('is refused for a name that is taken or has no letter or digit', () => {
		const world = makeWorld();
		makeRegion(world.as('platform'), REGION);
		for (const name of [REGION.name, 'regio uberland', '!?']) {
			expect(
				refusalOf(() => makeRegion(world.as('platform'), { ...REGION, name })).detail.fields,
			).toHaveProperty('name');
		}
	});

	test('shows the platformbeheerder regions and how many people they have, and no more', () => {
		const world = makeWorld();
		expect(listAllRegions(world.as('platform')).map(({ slug, members }) => [slug, members])).toEqual([
			['maas', 6],
			['vecht', 6],
		]);
	});

	test.each([
		['Utrecht West', 'utrecht-west'],
		['  Één & Twee!  ', 'een-twee'],
		['’s-Gravenhage', 's-gravenhage'],
		['***', ''],
	])('turns the name %j into %j for the address', (name, slug) => {
		expect(slugOf(name)).toBe(slug);
	});
});

describe('a password link', () => {
	const set = (world: World, token: string, password = GOOD) =>
		setPassword(world.as('anonymous'), { token, password, repeated: password });

	test('works once, ends every session, and lets the person in', async () => {
		const world = makeWorld();
		const { userId, linkPath } = add(world);
		const session = await startSession(world, signedIn(userId));
		await set(world, tokenOf(linkPath));
		expect(useSession(world, session)).toBeNull();
		expect((await refusalOfAsync(() => set(world, tokenOf(linkPath)))).code).toBe('not-found');
		expect(viewPasswordLink(world.as('anonymous'), { token: tokenOf(linkPath) })).toBeNull();
		const from = { address: '192.0.2.1', device: 'Firefox op Windows' };
		const { token } = await signIn(world.as('anonymous'), { email: NEW.email, password: GOOD }, from);
		expect(useSession(world, token)?.userId).toBe(userId);
	});

	test('uses up the other links of the account', async () => {
		const world = emptied(makeWorld());
		const make = () => makeFirstAdministrator(world.as('system'), { email: 'eerste@voorbeeld.example' });
		const [first, second] = [make(), make()];
		await set(world, tokenOf(second));
		expect(viewPasswordLink(world.as('anonymous'), { token: tokenOf(first) })).toBeNull();
	});

	test('works for seven days', async () => {
		const world = makeWorld();
		const { linkPath } = add(world);
		const made = world.now.getTime();
		const isValid = () => viewPasswordLink(world.as('anonymous'), { token: tokenOf(linkPath) }) !== null;
		world.now = new Date(made + 7 * 86_400_000 - 1);
		expect(isValid()).toBe(true);
		world.now = new Date(made + 7 * 86_400_000);
		expect(isValid()).toBe(false);
		expect((await refusalOfAsync(() => set(world, tokenOf(linkPath)))).code).toBe('not-found');
	});

	test('does nothing for an account that is switched off', () => {
		const world = makeWorld();
		const { linkPath, userId } = add(world);
		world.db.update(user).set({ active: false }).where(eq(user.id, userId)).run();
		expect(viewPasswordLink(world.as('anonymous'), { token: tokenOf(linkPath) })).toBeNull();
	});

	test('is not in the database, only its hash', () => {
		const world = makeWorld();
		const { linkPath } = add(world);
		expect(world.db.$client.serialize().includes(tokenOf(linkPath))).toBe(false);
		expect(world.db.select().from(passwordLink).all()).toEqual([expect.objectContaining({ usedAt: null })]);
	});

	test.each([
		['shorter than 15 characters', 'kort maar krac', 'password'],
		['longer than 128 characters', 'lang genoeg '.repeat(11), 'password'],
		['of one character over and over', 'aaaaaaaaaaaaaaaa', 'password'],
		['that everybody guesses first', 'Welkom-in-de-regio', 'password'],
	])('refuses a password %s', async (_what, password, field) => {
		const world = makeWorld();
		const { linkPath, userId } = add(world);
		expect(
			(await refusalOfAsync(() => set(world, tokenOf(linkPath), password))).detail.fields,
		).toHaveProperty(field);
		expect(world.db.select().from(user).where(eq(user.id, userId)).get()?.passwordHash).toBeNull();
	});

	test('asks for the same password twice', async () => {
		const world = makeWorld();
		const fields = { token: tokenOf(add(world).linkPath), password: GOOD, repeated: `${GOOD}!` };
		const refusal = await refusalOfAsync(() => setPassword(world.as('anonymous'), fields));
		expect(refusal.detail.fields).toHaveProperty('repeated');
	});
});

/** Nobody is platformbeheerder, as in a new database. */
function emptied(world: World): World {
	world.db.update(user).set({ platformAdministrator: false }).run();
	return world;
}

/** Made an account with the link, as the page would. */
function joinedBy(world: World, { email, linkPath }: { email: string; linkPath: string | null }) {
	const token = tokenIn(linkPath);
	const passwordHash = '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA';
	useCase('invitation.use-link')(world.as('anonymous'), { token, name: 'Beheerder', passwordHash });
	return personBy(world, email);
}

function personBy({ db }: World, email: string) {
	const row = db.select().from(user).where(eq(user.email, email)).get();
	const person = row && findActor(db, row.id);
	if (!person) throw new Error(`No person ${email}`);
	return person;
}
