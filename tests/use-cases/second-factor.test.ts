import { eq } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { giveCode } from '#lib/server/auth/give-code.ts';
import { askSecondFactor, viewSignInSettings } from '#lib/server/auth/ask-second-factor.ts';
import {
	removeSecondFactor,
	renewRecoveryCodes,
	resetSecondFactor,
	resetSecondFactorByEmail,
} from '#lib/server/auth/change-second-factor.ts';
import { endMemberSessions } from '#lib/server/auth/end-sessions.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { secondFactorDuty } from '#lib/server/auth/second-factor-duty.ts';
import { useSession, startSession } from '#lib/server/auth/sessions.ts';
import { offerSecondFactor, setUpSecondFactor } from '#lib/server/auth/set-up-second-factor.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { viewSecurity } from '#lib/server/auth/view-security.ts';
import { audit, mail, membership, region, secondFactor, session, user } from '#lib/server/db/schema.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { addPending, addSecondFactor, userIdOf } from '../support/examples-sign-in.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { signedIn } from '../support/signed-in.ts';
import { emailOf, makeWorld, type CastName, type Who, type World } from '../support/world.ts';

const PASSWORD = 'vier losse woorden samen';
const FROM = { address: '192.0.2.1', device: 'Firefox op Windows' };
let hash = '';
beforeAll(async () => void (hash = await hashPassword(PASSWORD)));

const wait = (world: World, seconds: number) =>
	void (world.now = new Date(world.now.getTime() + seconds * 1000));
const codeOf = ({ now }: World, secret: string, steps = 0) =>
	new TOTP({ secret }).generate({ timestamp: now.getTime() + steps * 30_000 });
const give = (world: World, token: string, typed: string) =>
	giveCode({ ...world.as('anonymous'), sendsMail: true }, { token, typed }, FROM);
const changesOf = (world: World) =>
	world.db
		.select()
		.from(audit)
		.where(eq(audit.entity, 'account'))
		.orderBy(audit.id)
		.all()
		.map(({ after }) => after);
const mailsOf = (world: World) =>
	world.db
		.select({ address: mail.address, subject: mail.subject })
		.from(mail)
		.where(eq(mail.kind, 'security'))
		.all();

/** The reader, with a password, an app and a session, halfway signing in. */
function halfway() {
	const world = makeWorld();
	const userId = userIdOf(world, 'reader');
	world.db.update(user).set({ passwordHash: hash }).where(eq(user.id, userId)).run();
	const secret = addSecondFactor(world, userId);
	return { world, userId, secret, token: addPending(world, userId) };
}

async function setUp(world: World, who: Who = 'reader', sessionId: string | null = null) {
	const context = { ...world.as(who), sendsMail: true };
	const offer = offerSecondFactor(context);
	const secret = offer.secret.replaceAll(' ', '');
	const typed = codeOf(world, secret);
	return { ...(await setUpSecondFactor(context, { ticket: offer.ticket, typed, sessionId })), secret };
}

describe('the demo', () => {
	test.each([
		{ demo: true, method: 'demo' },
		{ demo: false, method: 'password' },
	])('asks nobody for an app: demo $demo gives a session by $method', async ({ demo, method }) => {
		const world = makeWorld();
		const email = emailOf('coordinator', world.home.region);
		world.db.update(user).set({ passwordHash: hash }).where(eq(user.email, email)).run();
		const entered = await signIn(world.as('anonymous'), { email, password: PASSWORD }, { ...FROM, demo });
		expect(useSession(world, entered.token)?.method).toBe(method);
	});
});

describe('setting up an app', () => {
	test('gives ten codes once, keeps only their hashes and seals the secret', async () => {
		const world = makeWorld();
		const { codes, secret } = await setUp(world);
		expect(codes).toHaveLength(10);
		const bytes = world.db.$client.serialize().toString('latin1');
		for (const text of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))])
			expect(bytes.includes(text)).toBe(false);
		expect(changesOf(world).at(-1)).toEqual({ changed: 'second-factor-set' });
		expect(mailsOf(world)).toEqual([
			{ address: emailOf('reader', 'vecht'), subject: 'Er is een app ingesteld voor uw account' },
		]);
	});

	test('goes on in the same session under a new cookie value, and ends the others', async () => {
		const world = makeWorld();
		const userId = userIdOf(world, 'reader');
		const mine = await startSession(world, signedIn(userId, { secondFactor: false }));
		const other = await startSession(world, signedIn(userId));
		const { token } = await setUp(world, 'reader', useSession(world, mine)?.id ?? null);
		expect([mine, other, token ?? ''].map((one) => useSession(world, one)?.userId ?? null)).toEqual([
			null,
			null,
			userId,
		]);
		expect(useSession(world, token ?? '')?.secondFactorAt).toEqual(world.now);
	});

	test('changes nothing until a code of the new app was right: the old app keeps working', async () => {
		const { world, userId, secret, token } = halfway();
		const context = world.as('reader');
		const { ticket } = offerSecondFactor(context);
		const wrong = { ticket, typed: '000000', sessionId: null };
		expect((await refusalOfAsync(() => setUpSecondFactor(context, wrong))).detail.fields).toHaveProperty(
			'code',
		);
		expect(offerSecondFactor(context, { ticket }).ticket).toBe(ticket);
		const given = await give(world, token, codeOf(world, secret));
		expect(given.kind === 'session' && useSession(world, given.token)?.userId).toBe(userId);
	});

	test('says by how much the clock of the phone is off', async () => {
		const world = makeWorld();
		const context = world.as('reader');
		const { ticket, secret } = offerSecondFactor(context);
		const late = { ticket, typed: codeOf(world, secret.replaceAll(' ', ''), -10), sessionId: null };
		expect((await refusalOfAsync(() => setUpSecondFactor(context, late))).message).toContain(
			'De klok van uw telefoon loopt ongeveer 5 minuten achter op die van de server.',
		);
	});

	test('does not take the ticket of somebody else, of long ago, or a made-up one', async () => {
		const world = makeWorld();
		const { ticket, secret } = offerSecondFactor(world.as('reader'));
		const attempt = (who: CastName, used: string) => {
			const typed = codeOf(world, secret.replaceAll(' ', ''));
			return refusalOfAsync(() => setUpSecondFactor(world.as(who), { ticket: used, typed, sessionId: null }));
		};
		expect((await attempt('adviser', ticket)).code).toBe('wrong-state');
		expect((await attempt('reader', 'onzin')).code).toBe('wrong-state');
		wait(world, 3601);
		expect((await attempt('reader', ticket)).code).toBe('wrong-state');
		expect(world.db.select().from(secondFactor).all()).toEqual([]);
	});
});

describe('the second step', () => {
	test('follows the right password, which alone opens nothing', async () => {
		const { world, userId, secret } = halfway();
		const fields = { email: emailOf('reader', 'vecht'), password: PASSWORD };
		const first = await signIn(world.as('anonymous'), fields, FROM);
		expect(first.kind).toBe('code-needed');
		expect(useSession(world, first.token)).toBeNull();
		const given = await give(world, first.token, codeOf(world, secret));
		expect(given).toMatchObject({ kind: 'session', codesLeft: null });
		const opened = given.kind === 'session' ? given.token : '';
		expect(opened).not.toBe(first.token);
		expect(useSession(world, opened)).toMatchObject({ userId, secondFactorAt: world.now });
		expect(changesOf(world)).toEqual([{ signedIn: 'code-needed' }, { signedIn: 'second-factor' }]);
		expect(await give(world, first.token, codeOf(world, secret, 1))).toEqual({ kind: 'over' });
	});

	test('takes a code once, also when the next step has begun', async () => {
		const { world, userId, secret, token } = halfway();
		const code = codeOf(world, secret);
		expect((await give(world, token, code)).kind).toBe('session');
		wait(world, 30);
		const again = addPending(world, userId);
		expect((await refusalOfAsync(() => give(world, again, code))).message).toContain('is al gebruikt');
		expect((await give(world, again, codeOf(world, secret))).kind).toBe('session');
	});

	test('lets one of two equal codes at the same moment in', async () => {
		const { world, userId, secret, token } = halfway();
		const other = addPending(world, userId);
		const code = codeOf(world, secret);
		const answers = await Promise.allSettled([give(world, token, code), give(world, other, code)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test('takes each recovery code once and says how many are left', async () => {
		const world = makeWorld();
		const { codes } = await setUp(world);
		const userId = userIdOf(world, 'reader');
		const [first = '', second = ''] = codes;
		expect(await give(world, addPending(world, userId), first)).toMatchObject({ codesLeft: 9 });
		const again = addPending(world, userId);
		expect((await refusalOfAsync(() => give(world, again, first))).message).toContain('herstelcode');
		wait(world, 1);
		expect(await give(world, again, second.toLowerCase().replace('-', ' '))).toMatchObject({ codesLeft: 8 });
		expect(mailsOf(world).map(({ subject }) => subject)).toEqual([
			'Er is een app ingesteld voor uw account',
			'Er is ingelogd met een herstelcode',
			'Er is ingelogd met een herstelcode',
		]);
	});

	test('is over after ten minutes, and for an account that was switched off', async () => {
		const { world, userId, secret, token } = halfway();
		const other = addPending(world, userId);
		wait(world, 599);
		expect((await give(world, other, codeOf(world, secret))).kind).toBe('session');
		wait(world, 1);
		expect(await give(world, token, codeOf(world, secret))).toEqual({ kind: 'over' });
		const late = addPending(world, userId);
		world.db.update(user).set({ active: false }).where(eq(user.id, userId)).run();
		expect(await give(world, late, codeOf(world, secret, 1))).toEqual({ kind: 'over' });
	});

	test('is over after ten wrong codes, and a mail tells the person that the password is known', async () => {
		const { world, secret, token } = halfway();
		const wrongs: string[] = [];
		for (let turn = 0; turn < 10; turn += 1) {
			const { result, waited } = await wrongCode(world, token);
			wrongs.push(result);
			wait(world, waited);
			// The ten minutes are not what ends it here.
			world.db.$client.exec(`UPDATE pending_sign_in SET expires_at = ${world.now.getTime() + 600_000}`);
		}
		expect(wrongs).toEqual([...Array.from({ length: 9 }, () => 'wrong'), 'over']);
		expect(await give(world, token, codeOf(world, secret))).toEqual({ kind: 'over' });
		expect(mailsOf(world).map(({ subject }) => subject)).toEqual([
			'Iemand probeerde in te loggen met uw wachtwoord',
		]);
	});

	test('makes the account wait from the sixth wrong code on, whatever sign-in it comes from', async () => {
		const { world, userId, token } = halfway();
		for (let turn = 0; turn < 5; turn += 1)
			expect((await refusalOfAsync(() => give(world, token, '000000'))).code).toBe('invalid');
		const fresh = addPending(world, userId);
		const refusal = await refusalOfAsync(() => give(world, fresh, '000000'));
		expect(refusal).toMatchObject({ code: 'throttled', detail: { retryAfterSeconds: 2 } });
	});

	test('asks for something that can be a code before it counts', async () => {
		const { world, token } = halfway();
		for (let turn = 0; turn < 12; turn += 1)
			expect((await refusalOfAsync(() => give(world, token, 'weet ik niet'))).code).toBe('invalid');
	});

	test('says what to do when the key of the server is gone, and still takes a recovery code', async () => {
		const { world, userId, token } = halfway();
		const [code = ''] = await renewRecoveryCodes(world.as('reader'));
		world.db.update(secondFactor).set({ secret: 'van een andere sleutel' }).run();
		expect((await refusalOfAsync(() => give(world, token, '123456'))).message).toContain('herstelcode');
		expect((await give(world, addPending(world, userId), code)).kind).toBe('session');
	});
});

async function wrongCode(world: World, token: string): Promise<{ result: string; waited: number }> {
	try {
		return { result: (await give(world, token, '000000')).kind, waited: 900 };
	} catch (failure) {
		if (!(failure instanceof Error) || !failure.message.startsWith('Deze code klopt niet')) throw failure;
		return { result: 'wrong', waited: 900 };
	}
}

describe('who must have a second factor', () => {
	const dutyOf = (world: World, who: CastName) => {
		const userId = userIdOf(world, who);
		const person = findActor(world.db, userId);
		if (person === null) throw new Error('Nobody');
		const now = { id: '', userId, method: 'password', secondFactorAt: null, confirmedAt: null } as const;
		return secondFactorDuty(world.db, now, person);
	};

	test('is led to setting it up; who has one and did not give it is nobody', () => {
		const world = makeWorld();
		expect([dutyOf(world, 'coordinator'), dutyOf(world, 'board')]).toEqual(['set-up', 'none']);
		addSecondFactor(world, userIdOf(world, 'board'));
		expect(dutyOf(world, 'board')).toBe('sign-in');
	});

	test('is everybody in a region that asks it, and nobody elsewhere', () => {
		const world = makeWorld();
		askSecondFactor(world.as('administrator'), { region: world.home.region, forAll: 'on', version: 1 });
		expect(dutyOf(world, 'reader')).toBe('set-up');
		const settings = viewSignInSettings(world.as('administrator'), { region: world.home.region });
		expect(settings).toMatchObject({ secondFactorForAll: true, version: 2 });
		expect(settings.members.map((one) => one.hasSecondFactor)).toEqual(settings.members.map(() => false));
		const stale = { region: world.home.region, version: 1 };
		expect(refusalOf(() => askSecondFactor(world.as('administrator'), stale)).code).toBe('conflict');
		const forAll = world.db.select().from(region).all();
		expect(forAll.map((one) => one.secondFactorForAll)).toEqual([true, false]);
	});

	test('cannot switch it off; who may do without can', () => {
		const world = makeWorld();
		for (const who of ['coordinator', 'reader'] as const) addSecondFactor(world, userIdOf(world, who));
		expect(refusalOf(() => removeSecondFactor(world.as('coordinator'))).code).toBe('wrong-state');
		removeSecondFactor(world.as('reader'));
		expect(viewSecurity(world.as('reader')).secondFactorSince).toBeNull();
		expect(viewSecurity(world.as('coordinator')).secondFactorSince).toEqual(world.now);
	});
});

describe('new recovery codes', () => {
	test('take the place of the old ones', async () => {
		const world = makeWorld();
		const { codes } = await setUp(world);
		const renewed = await renewRecoveryCodes({ ...world.as('reader'), sendsMail: true });
		const token = addPending(world);
		expect((await refusalOfAsync(() => give(world, token, codes[0] ?? ''))).code).toBe('invalid');
		expect((await give(world, token, renewed[0] ?? '')).kind).toBe('session');
	});

	test('are only for who has an app', async () => {
		const refusal = await refusalOfAsync(() => renewRecoveryCodes(makeWorld().as('reader')));
		expect(refusal.code).toBe('wrong-state');
	});
});

describe('a lost phone', () => {
	test('is solved by the beheerder: factor and codes gone, sessions ended, the person told', async () => {
		const world = makeWorld();
		await setUp(world);
		const userId = userIdOf(world, 'reader');
		const cookie = await startSession(world, signedIn(userId));
		resetSecondFactor({ ...world.as('administrator'), sendsMail: true }, { person: userId });
		expect(viewSecurity(world.as('reader'))).toMatchObject({ secondFactorSince: null, codesLeft: 0 });
		expect(useSession(world, cookie)).toBeNull();
		expect(mailsOf(world).at(-1)?.subject).toBe('Uw tweede factor is uitgezet door een beheerder');
	});

	test('of who also manages another region is not for a beheerder, but for who has the server', () => {
		const world = makeWorld();
		const userId = userIdOf(world, 'reader');
		const elsewhere = world.db.select().from(region).where(eq(region.slug, world.away.region)).get();
		const own = world.db.select().from(membership).where(eq(membership.userId, userId)).get();
		const { organisationId = 0 } = own ?? {};
		world.db
			.insert(membership)
			.values({ userId, organisationId, regionId: elsewhere?.id ?? 0, role: 'coordinator' })
			.run();
		addSecondFactor(world, userId);
		for (const work of [resetSecondFactor, endMemberSessions])
			expect(refusalOf(() => work(world.as('administrator'), { person: userId })).code).toBe('wrong-state');
		resetSecondFactorByEmail(world.as('system'), { email: emailOf('reader', 'vecht').toUpperCase() });
		expect(world.db.select().from(secondFactor).all()).toEqual([]);
	});

	test('ends with the sessions of a member when the beheerder says so', async () => {
		const world = makeWorld();
		const userId = userIdOf(world, 'reader');
		await startSession(world, signedIn(userId));
		await startSession(world, signedIn(1));
		endMemberSessions(world.as('administrator'), { person: userId });
		expect(world.db.select({ userId: session.userId }).from(session).all()).toEqual([{ userId: 1 }]);
		expect(changesOf(world).at(-1)).toEqual({ sessionsEnded: 1 });
	});
});
