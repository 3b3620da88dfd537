/** Browsers in which somebody signed in before, and everything that dies with the password. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { changeEmail } from '#lib/server/auth/change-email.ts';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { resetSecondFactor } from '#lib/server/auth/change-second-factor.ts';
import { endMemberSessions, endOtherSessions } from '#lib/server/auth/end-sessions.ts';
import { isPending } from '#lib/server/auth/give-code.ts';
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import {
	knownAs,
	KNOWN_DAYS,
	MOST_PER_BROWSER,
	MOST_PER_PERSON,
	rememberDevice,
} from '#lib/server/auth/known-devices.ts';
import { setPassword, viewPasswordLink } from '#lib/server/auth/set-password.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { newToken } from '#lib/server/auth/tokens.ts';
import { identityProvider, knownDevice, oidcAttempt, organisation, user } from '#lib/server/db/schema.ts';
import { endAccess } from '#lib/server/users/end-access.ts';
import { addPending, addSecondFactor, userIdOf } from '../support/examples-sign-in.ts';
import { formOf } from '../support/examples-people.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

const GOOD = 'zeven lange tafels in de hal';
const DAY = 86_400_000;
const wait = (world: World, milliseconds: number) =>
	void (world.now = new Date(world.now.getTime() + milliseconds));
const isKnown = (world: World, userId: number, tokens: readonly string[]) =>
	knownAs(world, { userId }, tokens) !== null;

describe('a browser', () => {
	test('is known for who signed in there, and keeps its value', () => {
		const world = makeWorld();
		const tokens = rememberDevice(world, 1, []);
		expect([isKnown(world, 1, tokens), isKnown(world, 2, tokens), isKnown(world, 1, [])]).toEqual([
			true,
			false,
			false,
		]);
		expect(rememberDevice(world, 1, tokens)).toEqual(tokens);
		expect(world.db.select().from(knownDevice).all()).toHaveLength(1);
	});

	test('has 256 bits of chance of which only the hash is kept', () => {
		const world = makeWorld();
		const [token = ''] = rememberDevice(world, 1, []);
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		expect(world.db.$client.serialize().toString('latin1')).not.toContain(token);
	});

	test('of several people has a value for each, and of the sixth loses the oldest', () => {
		const world = makeWorld();
		let tokens: string[] = [];
		for (const userId of [1, 2, 3, 4, 5, 6]) tokens = rememberDevice(world, userId, tokens);
		expect(new Set(tokens).size).toBe(MOST_PER_BROWSER);
		expect([1, 2, 6].map((userId) => isKnown(world, userId, tokens))).toEqual([false, true, true]);
	});

	test('never takes over a value that somebody else put there', () => {
		const world = makeWorld();
		const planted = newToken();
		const tokens = rememberDevice(world, 1, [planted]);
		expect(tokens[0]).not.toBe(planted);
		expect(isKnown(world, 1, [planted])).toBe(false);
	});

	test('is forgotten when it was not used for half a year, and when ten others came after it', () => {
		const world = makeWorld();
		const tokens = rememberDevice(world, 1, []);
		wait(world, (KNOWN_DAYS - 1) * DAY);
		rememberDevice(world, 1, tokens);
		wait(world, (KNOWN_DAYS - 1) * DAY);
		expect(isKnown(world, 1, tokens)).toBe(true);
		wait(world, DAY);
		expect(isKnown(world, 1, tokens)).toBe(false);
		const old = rememberDevice(world, 1, []);
		for (let turn = 0; turn < MOST_PER_PERSON; turn += 1) {
			wait(world, 1000);
			rememberDevice(world, 1, []);
		}
		expect(isKnown(world, 1, old)).toBe(false);
		expect(world.db.select().from(knownDevice).all()).toHaveLength(MOST_PER_PERSON);
	});
});

/** All that was begun with the old password and could still become a session, of the lezer. */
function prepare() {
	const world = makeWorld();
	const userId = userIdOf(world, 'reader');
	addSecondFactor(world, userId);
	const device = rememberDevice(world, userId, []);
	const pending = addPending(world, userId);
	const link = issuePasswordLink(world.db, userId, world.now, 'reset').replace('/wachtwoord/', '');
	startTrip(world, userId);
	return { world, userId, device, pending, link };
}

function startTrip({ db, now }: World, userId: number): void {
	const at = { createdAt: now };
	const organisationId = db.select().from(organisation).get()?.id ?? 0;
	const client = { clientId: 'x', secret: 'x', authMethod: 'client_secret_basic' } as const;
	const { id: providerId } = db
		.insert(identityProvider)
		.values({ organisationId, issuer: 'https://inlog.example', ...client, ...at })
		.returning()
		.get();
	const expiresAt = new Date(now.getTime() + 600_000);
	const secrets = { stateHash: 'x', nonce: 'x', codeVerifier: 'x' };
	db.insert(oidcAttempt)
		.values({ ...secrets, providerId, kind: 'confirm', userId, expiresAt, ...at })
		.run();
}

type Prepared = ReturnType<typeof prepare>;

const ENDS: { what: string; end: (prepared: Prepared) => unknown; link: boolean }[] = [
	{
		what: 'another password',
		end: ({ world }) => changePassword(world.as('reader'), { password: GOOD, repeated: GOOD }, 'deze'),
		link: false,
	},
	{
		what: 'a password set with a link',
		end: ({ world, userId }) => {
			const token = issuePasswordLink(world.db, userId, world.now, 'reset').replace('/wachtwoord/', '');
			return setPassword(world.as('anonymous'), { token, password: GOOD, repeated: GOOD });
		},
		link: false,
	},
	{
		what: 'the end of access',
		end: ({ world }) => endAccess(world.as('administrator'), formOf(world, 'reader')),
		link: false,
	},
	{
		what: 'a second factor that the beheerder switched off',
		end: ({ world, userId }) => resetSecondFactor(world.as('administrator'), { person: userId }),
		link: true,
	},
	{
		what: 'ending all other sessions',
		end: ({ world }) => endOtherSessions(world.as('reader'), { keep: 'deze' }),
		link: true,
	},
	{
		what: 'a beheerder who ends the sessions',
		end: ({ world, userId }) => endMemberSessions(world.as('administrator'), { person: userId }),
		link: true,
	},
];

describe.each(ENDS)('with $what', ({ end, link: linkLives }) => {
	test('dies all that could still become a session: a waiting sign-in, a trip to a service, a known browser', async () => {
		const prepared = prepare();
		const { world, userId, device, pending, link } = prepared;
		const anonymous = world.as('anonymous');
		expect([isPending(anonymous, { token: pending }), isKnown(world, userId, device)]).toEqual([true, true]);
		await end(prepared);
		expect(isPending(anonymous, { token: pending })).toBe(false);
		expect(isKnown(world, userId, device)).toBe(false);
		expect(world.db.select().from(oidcAttempt).all()).toEqual([]);
		expect(viewPasswordLink(anonymous, { token: link }) !== null).toBe(linkLives);
	});
});

test('links to set a password die with the address that they were sent to', () => {
	const { world, link } = prepare();
	changeEmail(world.as('reader'), { email: 'anders@vecht.example' });
	expect(viewPasswordLink(world.as('anonymous'), { token: link })).toBeNull();
});

test('a link that was used lets in at once, however often strangers tried before', async () => {
	const world = makeWorld();
	const email = emailOf('reader', 'vecht');
	const userId = userIdOf(world, 'reader');
	const attempt = (password: string, address: string) =>
		signIn(world.as('anonymous'), { email, password }, { address, device: '' });
	const home = '192.0.2.1';
	for (let turn = 0; turn < 5; turn += 1) await refusalOfAsync(() => attempt('fout', home));
	for (let place = 0; place < 20; place += 1)
		await refusalOfAsync(() => attempt('fout', `203.0.113.${place}`));
	const token = issuePasswordLink(world.db, userId, world.now, 'reset').replace('/wachtwoord/', '');
	expect(await setPassword(world.as('anonymous'), { token, password: GOOD, repeated: GOOD })).toBe(userId);
	await expect(attempt(GOOD, home)).resolves.toMatchObject({ kind: 'session' });
	expect(world.db.select().from(user).where(eq(user.id, userId)).get()?.passwordHash).toMatch(/^\$argon2id/);
});
