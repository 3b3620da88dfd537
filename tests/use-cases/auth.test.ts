import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rememberDevice } from '#lib/server/auth/known-devices.ts';
import { MOST_SESSIONS } from '#lib/domain/sign-in.ts';
import { hashPassword, verifyPassword } from '#lib/server/auth/passwords.ts';
import {
	endAllSessions,
	endSession,
	endSessionById,
	isSessionAlive,
	listSessions,
	renewSession,
	startSession,
	useSession,
} from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { newToken } from '#lib/server/auth/tokens.ts';
import { audit, mail, session, signInThrottle, user } from '#lib/server/db/schema.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { userIdOf } from '../support/examples-sign-in.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { signedIn } from '../support/signed-in.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

const PASSWORD = 'vier losse woorden samen';
const EMAIL = emailOf('adviser', 'vecht');
const MINUTE = 60;
const HOUR = 3600;
const FROM = { address: '192.0.2.1', device: 'Firefox op Windows' };
const hash = await hashPassword(PASSWORD);

function withPassword(): World {
	const world = makeWorld();
	world.db.update(user).set({ passwordHash: hash }).where(eq(user.email, EMAIL)).run();
	return world;
}

interface Attempt {
	email?: string;
	password?: string;
	address?: string;
	tokens?: string[];
}
const attempt = (
	world: World,
	{ email = EMAIL, password = PASSWORD, address = '192.0.2.1', tokens = [] }: Attempt = {},
) => signIn(world.as('anonymous'), { email, password }, { address, tokens, device: 'Firefox op Windows' });
const wait = (world: World, seconds: number) =>
	void (world.now = new Date(world.now.getTime() + seconds * 1000));

describe('a password', () => {
	test('is kept as argon2id with the parameters that OWASP asks for, and a salt of its own', async () => {
		expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
		expect(await hashPassword(PASSWORD)).not.toBe(hash);
	});

	test('fits its own hash and nothing else does', async () => {
		expect(await verifyPassword(hash, PASSWORD)).toBe(true);
		expect(await verifyPassword(hash, `${PASSWORD} `)).toBe(false);
		expect(await verifyPassword(null, PASSWORD)).toBe(false);
		expect(await verifyPassword('no hash at all', PASSWORD)).toBe(false);
	});

	test('of 128 characters is not cut off', async () => {
		const long = await hashPassword('a'.repeat(127) + 'b');
		expect(await verifyPassword(long, 'a'.repeat(127) + 'c')).toBe(false);
	});
});

describe('signing in', () => {
	test('gives a cookie for the right password, whatever the case of the address', async () => {
		const world = withPassword();
		const { token } = await attempt(world, { email: ` ${EMAIL.toUpperCase()} ` });
		expect(findActor(world.db, useSession(world, token)?.userId ?? 0)).toMatchObject({
			name: 'adviser van vecht',
		});
	});

	test('says the same for an unknown account, a wrong password and an account without one', async () => {
		const world = withPassword();
		const refusals = await Promise.all([
			refusalOfAsync(() => attempt(world, { email: 'niemand@voorbeeld.example' })),
			refusalOfAsync(() => attempt(world, { password: 'fout' })),
			refusalOfAsync(() => attempt(world, { email: emailOf('reader', 'vecht') })),
		]);
		expect(new Set(refusals.map((one) => JSON.stringify([one.code, one.message, one.detail]))).size).toBe(1);
	});

	test('is refused for an account that is switched off', async () => {
		const world = withPassword();
		world.db.update(user).set({ active: false }).run();
		expect((await refusalOfAsync(() => attempt(world))).code).toBe('invalid');
	});

	test('is written in the audit trail, also when it fails, without the address or the password', async () => {
		const world = withPassword();
		await refusalOfAsync(() => attempt(world, { email: 'niemand@voorbeeld.example' }));
		await refusalOfAsync(() => attempt(world, { password: 'geheim-en-fout' }));
		await attempt(world);
		const rows = world.db.select().from(audit).where(eq(audit.action, 'auth.finish-attempt')).all();
		const id = String(world.db.select().from(user).where(eq(user.email, EMAIL)).get()?.id);
		expect(rows.map(({ entity, entityId, after }) => [entity, entityId, after])).toEqual([
			['sign-in', 'refused', null],
			['account', id, { refused: 'password' }],
			['account', id, { signedIn: 'password' }],
		]);
		expect(world.db.$client.serialize().includes('geheim-en-fout')).toBe(false);
	});

	test('asks for both fields', async () => {
		const refusal = await refusalOfAsync(() => signIn(makeWorld().as('anonymous'), {}, FROM));
		expect(Object.keys(refusal.detail.fields ?? {}).sort()).toEqual(['email', 'password']);
	});
});

describe('guessing', () => {
	const guess = (world: World, overrides: Attempt = {}) =>
		refusalOfAsync(() => attempt(world, { password: 'fout', ...overrides }));
	const FAR = '198.51.100.7';

	test('makes an account wait after five failures at that address, also for the right password', async () => {
		const world = withPassword();
		for (let turn = 0; turn < 5; turn += 1) expect((await guess(world)).code).toBe('invalid');
		const refusal = await refusalOfAsync(() => attempt(world));
		expect(refusal).toMatchObject({ code: 'throttled', detail: { retryAfterSeconds: 2 } });
		wait(world, 3);
		await expect(attempt(world)).resolves.toMatchObject({ kind: 'session' });
		expect((await guess(world)).code).toBe('invalid');
	});

	test('at one address keeps nobody out who comes from another', async () => {
		const world = withPassword();
		for (let turn = 0; turn < 40; turn += 1) {
			await guess(world);
			wait(world, 901);
		}
		await guess(world);
		expect((await refusalOfAsync(() => attempt(world))).code).toBe('throttled');
		await expect(attempt(world, { address: FAR })).resolves.toMatchObject({ kind: 'session' });
	});

	test('from many addresses makes the account wait everywhere, but not in a browser that is known', async () => {
		const world = withPassword();
		const tokens = rememberDevice(world, userIdOf(world, 'adviser'), []);
		for (let place = 1; place <= 20; place += 1) await guess(world, { address: `203.0.113.${place}` });
		expect((await refusalOfAsync(() => attempt(world, { address: FAR }))).code).toBe('throttled');
		await expect(attempt(world, { address: FAR, tokens })).resolves.toMatchObject({ kind: 'session' });
	});

	test('in a browser that is known has its own count, from wherever', async () => {
		const world = withPassword();
		const tokens = rememberDevice(world, userIdOf(world, 'adviser'), []);
		for (let turn = 0; turn < 5; turn += 1)
			expect((await guess(world, { tokens, address: `203.0.113.${turn}` })).code).toBe('invalid');
		expect((await refusalOfAsync(() => attempt(world, { tokens }))).code).toBe('throttled');
		await expect(attempt(world)).resolves.toMatchObject({ kind: 'session' });
	});

	test('gains nothing by the cookie of another account, or one that we never made', async () => {
		const world = withPassword();
		const others = rememberDevice(world, userIdOf(world, 'coordinator'), []);
		const tokens = [...others, newToken()];
		for (let turn = 0; turn < 5; turn += 1) await guess(world, { tokens });
		expect((await guess(world, { tokens })).code).toBe('throttled');
	});

	test('doubles the wait with every failure', async () => {
		const world = withPassword();
		for (let turn = 0; turn < 4; turn += 1) await guess(world);
		const waits: (number | undefined)[] = [];
		for (let turn = 0; turn < 4; turn += 1) {
			await guess(world);
			const refusal = await guess(world);
			waits.push(refusal.detail.retryAfterSeconds);
			wait(world, refusal.detail.retryAfterSeconds ?? 0);
		}
		expect(waits).toEqual([2, 4, 8, 16]);
	});

	test('is told to the person by mail after ten failures, once a day, from wherever they came', async () => {
		const world = withPassword();
		const mails = () => world.db.select().from(mail).where(eq(mail.kind, 'security')).all();
		let turn = 0;
		const guesses = async (count: number) => {
			for (const until = turn + count; turn < until; turn += 1) {
				wait(world, 901);
				const from = { ...FROM, address: `203.0.113.${turn % 40}` };
				const context = { ...world.as('anonymous'), sendsMail: true };
				await refusalOfAsync(() => signIn(context, { email: EMAIL, password: 'fout' }, from));
			}
			return mails().length;
		};
		expect([await guesses(9), await guesses(1), await guesses(10)]).toEqual([0, 1, 1]);
		wait(world, 23 * HOUR);
		expect(await guesses(10)).toBe(2);
		expect(mails()[0]).toMatchObject({
			address: EMAIL,
			subject: 'Iemand probeerde in te loggen op uw account',
		});
	});

	test('of parallel requests counts every one before the first answer', async () => {
		const world = withPassword();
		const answers = await Promise.all(Array.from({ length: 8 }, () => guess(world)));
		expect(answers.filter((one) => one.code === 'throttled')).toHaveLength(3);
	});

	test('many accounts makes the address wait, a little, and not a browser that is known there', async () => {
		const world = withPassword();
		const tokens = rememberDevice(world, userIdOf(world, 'adviser'), []);
		const address = '2001:db8:1:2::1';
		for (let turn = 0; turn < 30; turn += 1)
			expect((await guess(world, { address, email: `mens-${turn}@voorbeeld.example` })).code).toBe('invalid');
		const near = '2001:db8:1:2:ffff::9';
		expect(await refusalOfAsync(() => attempt(world, { address: near }))).toMatchObject({
			code: 'throttled',
			detail: { retryAfterSeconds: 10 },
		});
		await expect(attempt(world, { address: near, tokens })).resolves.toMatchObject({ kind: 'session' });
		expect((await guess(world, { address: '2001:db8:1:3::1' })).code).toBe('invalid');
	});

	test('of one account thirty times leaves the others at that address alone', async () => {
		const world = withPassword();
		for (let turn = 0; turn < 30; turn += 1) {
			await guess(world, { email: 'ander@voorbeeld.example' });
			wait(world, turn < 20 ? 901 : 1);
		}
		await expect(attempt(world)).resolves.toMatchObject({ kind: 'session' });
	});

	test('is forgotten after a day, and swept up', async () => {
		const world = withPassword();
		for (let turn = 0; turn < 4; turn += 1) await guess(world);
		wait(world, 24 * HOUR + 1);
		await guess(world);
		expect((await guess(world)).code).toBe('invalid');
		wait(world, 24 * HOUR + 1);
		await attempt(world);
		expect(world.db.select().from(signInThrottle).all()).toEqual([]);
	});
});

describe('a sign-in and a change of the password at the same moment', () => {
	test('lets nobody in with the old one', async () => {
		const world = withPassword();
		const signingIn = refusalOfAsync(() => attempt(world));
		// The attempt was counted and its password is being looked at.
		world.db.update(user).set({ passwordHash: '$argon2id$anders' }).where(eq(user.email, EMAIL)).run();
		expect((await signingIn).code).toBe('invalid');
		expect(world.db.select().from(session).all()).toEqual([]);
	});
});

describe('a session', () => {
	const start = (world: World) => startSession(world, signedIn(1));
	const userOf = (world: World, token: string) => useSession(world, token)?.userId ?? null;

	test('has another name in the table than in the cookie, so that a stolen table opens nothing', async () => {
		const world = makeWorld();
		const token = await start(world);
		const id = world.db.select().from(session).get()?.id ?? '';
		expect(id).toMatch(/^[0-9a-f]{64}$/);
		expect(id).not.toBe(token);
		expect(userOf(world, id)).toBeNull();
		expect(userOf(world, token)).toBe(1);
	});

	test('is new at every sign-in, and is 256 bits of chance', async () => {
		const world = makeWorld();
		const tokens = [await start(world), await start(world)];
		expect(new Set(tokens).size).toBe(2);
		for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
	});

	test('is refused once it has ended', async () => {
		const world = makeWorld();
		const [mine, other] = [await start(world), await start(world)];
		endSession(world.db, mine);
		expect(userOf(world, mine)).toBeNull();
		expect(userOf(world, other)).toBe(1);
		expect(endAllSessions(world.db, 1)).toBe(1);
		expect(userOf(world, other)).toBeNull();
	});

	test('is ended by its id only by whose it is', async () => {
		const world = makeWorld();
		const token = await start(world);
		const id = useSession(world, token)?.id ?? '';
		expect(endSessionById(world.db, 2, id)).toBe(false);
		expect(userOf(world, token)).toBe(1);
		expect(endSessionById(world.db, 1, id)).toBe(true);
		expect(userOf(world, token)).toBeNull();
	});

	test('stays when all others of the person end', async () => {
		const world = makeWorld();
		const [mine, other] = [await start(world), await start(world)];
		const stranger = await startSession(world, signedIn(2));
		expect(endAllSessions(world.db, 1, useSession(world, mine)?.id)).toBe(1);
		expect([mine, other, stranger].map((token) => userOf(world, token))).toEqual([1, null, 2]);
	});

	test.each([
		[60 * MINUTE - 1, true],
		[60 * MINUTE, false],
	])('of which nothing was heard for %i seconds is alive: %s', async (seconds, alive) => {
		const world = makeWorld();
		const token = await start(world);
		wait(world, seconds);
		expect(isSessionAlive(world, token)).toBe(alive);
		expect(userOf(world, token) !== null).toBe(alive);
	});

	test('goes on while it is used, and ends twelve hours after it began whatever happens', async () => {
		const world = makeWorld();
		const token = await start(world);
		for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
			wait(world, 50 * MINUTE);
			expect(userOf(world, token)).toBe(1);
		}
		wait(world, 20 * MINUTE - 1);
		expect(userOf(world, token)).toBe(1);
		wait(world, 1);
		expect(userOf(world, token)).toBeNull();
		await startSession(world, signedIn(2));
		expect(world.db.select({ userId: session.userId }).from(session).all()).toEqual([{ userId: 2 }]);
	});

	test('does not last longer because a page of it stays open', async () => {
		const world = makeWorld();
		const token = await start(world);
		wait(world, 59 * MINUTE);
		expect(isSessionAlive(world, token)).toBe(true);
		wait(world, 2 * MINUTE);
		expect(isSessionAlive(world, token)).toBe(false);
	});

	test('is written at most once a minute, however often it is used', async () => {
		const world = makeWorld();
		const token = await start(world);
		const writes = () => Number(world.db.$client.prepare('SELECT total_changes()').pluck().get());
		const before = writes();
		for (let second = 0; second < 59; second += 1) {
			wait(world, 1);
			useSession(world, token);
		}
		expect(writes() - before).toBe(0);
		wait(world, 1);
		useSession(world, token);
		useSession(world, token);
		expect(writes() - before).toBe(1);
	});

	test('from further in the future than clocks differ is refused, since nobody knows how old it is', async () => {
		const world = makeWorld();
		const token = await start(world);
		wait(world, -4 * MINUTE);
		expect(userOf(world, token)).toBe(1);
		wait(world, -24 * HOUR);
		expect(userOf(world, token)).toBeNull();
	});

	test('goes on under another cookie value after the second factor, and the old value is dead', async () => {
		const world = makeWorld();
		const old = await startSession(world, signedIn(1, { secondFactor: false }));
		const before = useSession(world, old);
		wait(world, 5 * MINUTE);
		const token = renewSession(world, before?.id ?? '');
		expect(userOf(world, old)).toBeNull();
		expect([before?.secondFactorAt, useSession(world, token)?.secondFactorAt]).toEqual([null, world.now]);
		wait(world, 12 * HOUR - 5 * MINUTE);
		expect(userOf(world, token)).toBeNull();
	});

	test('of which somebody has twenty ends the one used longest ago when one more begins, and no other’s', async () => {
		const world = makeWorld();
		const stranger = await startSession(world, signedIn(2));
		const tokens: string[] = [];
		for (let turn = 0; turn < MOST_SESSIONS; turn += 1) {
			wait(world, 1);
			tokens.push(await start(world));
		}
		wait(world, 2 * MINUTE);
		const [first = '', second = ''] = tokens;
		userOf(world, first);
		const last = await start(world);
		expect([first, second, last, stranger].map((token) => userOf(world, token))).toEqual([1, null, 1, 2]);
		expect(listSessions(world, 1)).toHaveLength(MOST_SESSIONS);
	});

	test('is listed with where and when, the one used last first, and without those that are over', async () => {
		const world = makeWorld();
		await startSession(world, signedIn(1, { device: 'Edge op Windows' }));
		const since = world.now;
		wait(world, 30 * MINUTE);
		const phone = await startSession(world, signedIn(1, { device: 'Safari op een iPhone' }));
		wait(world, 10 * MINUTE);
		useSession(world, phone);
		const listed = listSessions(world, 1).map(({ device, lastSeenAt }) => [device, lastSeenAt]);
		expect(listed).toEqual([
			['Safari op een iPhone', world.now],
			['Edge op Windows', since],
		]);
		wait(world, 25 * MINUTE);
		expect(listSessions(world, 1).map(({ device }) => device)).toEqual(['Safari op een iPhone']);
	});

	test('is nobody for an account that was switched off meanwhile', () => {
		const { db } = makeWorld();
		db.update(user).set({ active: false }).run();
		expect(findActor(db, 1)).toBeNull();
	});
});
