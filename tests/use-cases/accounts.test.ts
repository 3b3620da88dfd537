import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { hashPassword, isWeakHash, verifyPassword } from '#lib/server/auth/passwords.ts';
import { requestReset } from '#lib/server/auth/request-reset.ts';
import { setPassword, viewPasswordLink } from '#lib/server/auth/set-password.ts';
import { startSession, useSession } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { audit, mail, secondFactor, user } from '#lib/server/db/schema.ts';
import { claimMail } from '#lib/server/mail/claim-mail.ts';
import { saveSite, viewSite } from '#lib/server/site/site-facts.ts';
import { offerFirstStart, useFirstStart, viewFirstStart } from '#lib/server/users/first-start.ts';
import {
	addPlatformAdministrator,
	removePlatformAdministrator,
} from '#lib/server/users/platform-administrators.ts';
import {
	appointAdministrator,
	makePlatformLink,
	withdrawAppointment,
} from '#lib/server/users/platform-links.ts';
import { viewInvitationLink } from '#lib/server/users/use-invitation.ts';
import { sayFirstStart } from '#lib/server/users/say-first-start.ts';
import { idOf, letSignIn } from '../support/examples-people.ts';
import { newestInvitation, tokenIn } from '../support/examples-invitations.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { emailOf, makeWorld, PLATFORM_EMAIL, type World } from '../support/world.ts';

const GOOD = 'vier losse woorden samen';
const EMAIL = emailOf('adviser', 'vecht');
const visitor = (world: World) => ({ ...world.as('anonymous'), sendsMail: true });
const ask = (world: World, email = EMAIL, address = '192.0.2.1') =>
	requestReset(visitor(world), { email, address });
const mailsTo = ({ db }: World, email: string) => db.select().from(mail).where(eq(mail.address, email)).all();
const tokenOf = (path: string | null | undefined) => (path ?? '').replace(/^.*\//, '');
const hashOf = ({ db }: World, email: string) =>
	db.select().from(user).where(eq(user.email, email)).get()?.passwordHash ?? null;

describe('a forgotten password', () => {
	test('gives a mail with a link for an hour that ends every session and leaves the second factor', async () => {
		const world = makeWorld();
		const userId = idOf(world, EMAIL);
		world.db
			.insert(secondFactor)
			.values({ userId, secret: 'x', confirmedAt: world.now, createdAt: world.now })
			.run();
		const moment = { db: world.db, now: world.now };
		const session = await startSession(moment, {
			userId,
			method: 'password',
			secondFactor: true,
			device: '',
		});
		ask(world, ` ${EMAIL.toUpperCase()} `);
		const claimed = claimMail(world.as('system'));
		expect(claimed).toMatchObject({ address: EMAIL, linkPath: expect.stringMatching(/^\/wachtwoord\//) });
		expect(claimed?.text).toContain('een uur lang');
		const token = tokenOf(claimed?.linkPath);
		expect(viewPasswordLink(world.as('anonymous'), { token })).toMatchObject({
			purpose: 'reset',
			shortest: 12,
		});
		const twelve = 'paarse fietj';
		await setPassword(world.as('anonymous'), { token, password: twelve, repeated: twelve });
		expect(useSession(moment, session)).toBeNull();
		expect(
			world.db.select().from(secondFactor).where(eq(secondFactor.userId, userId)).get()?.confirmedAt,
		).toEqual(world.now);
		expect(await verifyPassword(hashOf(world, EMAIL), twelve)).toBe(true);
		world.now = new Date(world.now.getTime() + 3_600_000);
		expect(
			(
				await refusalOfAsync(() =>
					setPassword(world.as('anonymous'), { token, password: twelve, repeated: twelve }),
				)
			).code,
		).toBe('not-found');
	});

	test('answers the same for an address without an account, one that is off, and one that is nothing', () => {
		const world = makeWorld();
		world.db
			.update(user)
			.set({ active: false })
			.where(eq(user.email, emailOf('board', 'vecht')))
			.run();
		for (const email of [EMAIL, 'niemand@nergens.example', emailOf('board', 'vecht'), 'geen adres'])
			expect(ask(world, email)).toBeUndefined();
		expect(
			world.db
				.select()
				.from(mail)
				.all()
				.map(({ address }) => address),
		).toEqual([EMAIL]);
	});

	test('takes as long for an unknown address as for a known one', () => {
		const world = makeWorld();
		const known = world.db
			.select()
			.from(user)
			.all()
			.map(({ email }) => email);
		const time = (email: string, turn: number) => {
			const started = performance.now();
			ask(world, email, `192.0.2.${turn}`);
			return performance.now() - started;
		};
		const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
		time('eerst@warm.example', 99);
		const of = (emails: string[], from: number) =>
			middle(emails.map((email, turn) => time(email, from + turn)));
		const unknown = known.map((_email, turn) => `onbekend-${turn}@nergens.example`);
		expect(Math.abs(of(known, 1) - of(unknown, 50))).toBeLessThan(20);
	});

	test('is throttled per account and per address, known or not, and sends one mail in ten minutes', () => {
		const world = makeWorld();
		for (let turn = 0; turn < 5; turn += 1) ask(world, EMAIL, `192.0.2.${turn}`);
		expect(mailsTo(world, EMAIL)).toHaveLength(1);
		expect(refusalOf(() => ask(world, EMAIL, '198.51.100.1')).code).toBe('throttled');
		for (let turn = 0; turn < 30 - 5; turn += 1) ask(world, `w${turn}@nergens.example`, '203.0.113.7');
		for (let turn = 0; turn < 5; turn += 1) ask(world, `v${turn}@nergens.example`, '203.0.113.7');
		const refusal = refusalOf(() => ask(world, 'nog@nergens.example', '203.0.113.7'));
		expect(refusal.code).toBe('throttled');
		expect(refusal.detail.retryAfterSeconds).toBeGreaterThan(0);
	});
});

describe('a password that is set with a link', () => {
	const set = (world: World, password: string) =>
		setPassword(world.as('anonymous'), {
			token: tokenOf(issuePasswordLink(world.db, idOf(world, EMAIL), world.now)),
			password,
			repeated: password,
		});

	test('may not be the name, organisation or region of its owner', async () => {
		const world = makeWorld();
		const refusal = await refusalOfAsync(() => set(world, 'adviser-vecht-adviser'));
		expect(refusal.detail.fields?.['password']).toMatch(/naam, e-mailadres, organisatie of regio/);
	});

	test('of 128 characters, with spaces and accents, lets its owner in and nothing shorter does', async () => {
		const world = makeWorld();
		const long = `één café à la crème ${'regenpijp kaasschaaf '.repeat(6)}`.slice(0, 128);
		await set(world, long);
		const attempt = (password: string) =>
			signIn(world.as('anonymous'), { email: EMAIL, password }, { address: '192.0.2.1', device: '' });
		expect((await attempt(long.normalize('NFD'))).kind).toBe('session');
		expect((await refusalOfAsync(() => attempt(long.slice(0, 127)))).code).toBe('invalid');
	});
});

test('a hash that took less work than today is made anew when its owner signs in, and only then', async () => {
	const world = makeWorld();
	const weak = (await hashPassword(GOOD)).replace('m=19456,t=2', 'm=19456,t=1');
	expect([isWeakHash(weak), isWeakHash(await hashPassword(GOOD)), isWeakHash('iets anders')]).toEqual([
		true,
		false,
		true,
	]);
	const real = await weakHashOf(GOOD);
	world.db.update(user).set({ passwordHash: real }).where(eq(user.email, EMAIL)).run();
	const attempt = (password: string) =>
		signIn(world.as('anonymous'), { email: EMAIL, password }, { address: '192.0.2.1', device: '' });
	await refusalOfAsync(() => attempt('een ander wachtwoord'));
	expect(hashOf(world, EMAIL)).toBe(real);
	await attempt(GOOD);
	const renewed = hashOf(world, EMAIL);
	expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	await attempt(GOOD);
	expect(hashOf(world, EMAIL)).toBe(renewed);
	const trail = world.db.select().from(audit).where(eq(audit.action, 'auth.renew-hash')).all();
	expect(trail).toHaveLength(1);
	expect(JSON.stringify(trail)).not.toContain('$argon2id$');
});

describe('the first start', () => {
	const emptied = (world = makeWorld()): World => {
		world.db.update(user).set({ platformAdministrator: false }).run();
		return world;
	};
	const fields = (token: string) => ({
		token,
		name: 'Pia Platform',
		email: 'pia@voorbeeld.example',
		password: GOOD,
		repeated: GOOD,
	});

	test('offers a link that makes one platformbeheerder, who can sign in, and then nothing more', async () => {
		const world = emptied();
		const [older, token] = [offerFirstStart(world.as('system')), offerFirstStart(world.as('system'))].map(
			tokenOf,
		);
		expect(viewFirstStart(world.as('anonymous'), { token: older })).toBe(false);
		expect(world.db.$client.serialize().includes(token ?? '')).toBe(false);
		await useFirstStart(world.as('anonymous'), fields(token ?? ''));
		const signedIn = { email: 'pia@voorbeeld.example', password: GOOD };
		const { kind } = await signIn(world.as('anonymous'), signedIn, { address: '192.0.2.1', device: '' });
		expect(kind).toBe('session');
		expect((await refusalOfAsync(() => useFirstStart(world.as('anonymous'), fields(token ?? '')))).code).toBe(
			'not-found',
		);
		expect(offerFirstStart(world.as('system'))).toBeNull();
	});

	test('keeps what was typed out of the database until it is right', async () => {
		const world = emptied();
		const token = tokenOf(offerFirstStart(world.as('system')));
		const wrong = { ...fields(token), email: 'pia', password: 'kort' };
		const attempts = [
			wrong,
			{ ...fields(token), password: 'pia platform pia platform!' },
			{ ...fields(token), email: EMAIL },
		];
		for (const attempt of attempts)
			expect((await refusalOfAsync(() => useFirstStart(world.as('anonymous'), attempt))).code).toBe(
				'invalid',
			);
		expect(viewFirstStart(world.as('anonymous'), { token })).toBe(true);
	});

	test('is said on the console, but not in the demo or when there is a platformbeheerder', () => {
		const said = (world: World, demo: boolean): string[] => {
			const lines: string[] = [];
			const config = { origin: 'https://agenda.example.nl' };
			sayFirstStart({ db: world.db, config, demo, now: () => world.now }, (line) => lines.push(line));
			return lines;
		};
		expect(said(emptied(), false).at(-1)).toMatch(
			/^https:\/\/agenda\.example\.nl\/eerste-beheerder\/[\w-]{43}$/,
		);
		expect(said(emptied(), true)).toEqual([]);
		expect(said(makeWorld(), false)).toEqual([]);
	});
});

describe('the platformbeheerder', () => {
	test('adds and removes platformbeheerders, but never the last who can sign in', () => {
		const world = makeWorld();
		letSignIn(world, PLATFORM_EMAIL);
		const by = world.as('platform');
		const own = idOf(world, PLATFORM_EMAIL);
		const { linkPath } = addPlatformAdministrator(by, { name: 'Tweede', email: 'tweede@voorbeeld.example' });
		expect(refusalOf(() => removePlatformAdministrator(by, { person: own })).message).toMatch(
			/laatste platformbeheerder/,
		);
		letSignIn(world, 'tweede@voorbeeld.example');
		const second = { ...by, actor: world.as('platform').actor };
		removePlatformAdministrator(by, { person: own });
		expect(
			refusalOf(() =>
				removePlatformAdministrator(second, { person: idOf(world, 'tweede@voorbeeld.example') }),
			).code,
		).toBe('wrong-state');
		expect(linkPath).toMatch(/^\/wachtwoord\//);
		expect(world.db.select().from(user).where(eq(user.id, own)).get()).toMatchObject({ active: false });
	});

	test('makes a link for who cannot get in; for a password that works only by mail where mail leaves', () => {
		const world = makeWorld();
		const by = world.as('platform');
		expect(makePlatformLink(by, { email: EMAIL })).toMatchObject({
			purpose: 'invitation',
			linkPath: expect.any(String),
		});
		letSignIn(world, EMAIL);
		expect(makePlatformLink(by, { email: EMAIL })).toMatchObject({
			purpose: 'reset',
			linkPath: expect.any(String),
		});
		expect(makePlatformLink({ ...by, sendsMail: true }, { email: EMAIL })).toMatchObject({
			purpose: 'reset',
			linkPath: null,
		});
		expect(mailsTo(world, EMAIL)).toHaveLength(1);
		expect(
			refusalOf(() => makePlatformLink(by, { email: 'niemand@nergens.example' })).detail.fields,
		).toHaveProperty('email');
	});

	test('asks another beheerder of a region, again when that is needed, and takes it back', () => {
		const world = makeWorld();
		const input = { region: world.home.region, name: 'Nieuw', email: 'nieuw@aa.example', organisation: 'aa' };
		const by = world.as('platform');
		const first = tokenIn(appointAdministrator(by, input).linkPath);
		const second = tokenIn(appointAdministrator(by, input).linkPath);
		const works = (token: string) => viewInvitationLink(world.as('anonymous'), { token }) !== null;
		expect([works(first), works(second)]).toEqual([false, true]);
		withdrawAppointment(by, { invitation: newestInvitation(world) });
		expect(works(second)).toBe(false);
		const own = { ...input, email: emailOf('administrator', world.home.region) };
		expect(refusalOf(() => appointAdministrator(by, own)).detail.fields).toHaveProperty('email');
	});

	test('keeps what the site says of itself, and loses nothing when two do so at once', () => {
		const world = makeWorld();
		const by = world.as('platform');
		saveSite(by, { version: 0, organisation: 'Gemeente Aa', securityEmail: 'lek@aa.example' });
		const refusal = refusalOf(() => saveSite(by, { version: 0, organisation: 'Gemeente Bee' }));
		expect(refusal).toMatchObject({
			code: 'conflict',
			detail: { theirVersion: 1, theirs: { organisation: 'Gemeente Aa' } },
		});
		expect(viewSite(world.as('anonymous'))).toMatchObject({
			organisation: 'Gemeente Aa',
			accessibilityStatus: 'none',
		});
		const wrong = {
			version: 1,
			securityEmail: 'geen adres',
			securityPolicy: 'http://aa.example',
			accessibilityOn: '2021-02-30',
		};
		expect(Object.keys(refusalOf(() => saveSite(by, wrong)).detail.fields ?? {}).sort()).toEqual([
			'accessibilityOn',
			'securityEmail',
			'securityPolicy',
		]);
	});
});

/** A real hash with one pass instead of two. */
async function weakHashOf(password: string): Promise<string> {
	const { argon2Sync } = await import('node:crypto');
	const nonce = Buffer.alloc(16, 7);
	const tag = argon2Sync('argon2id', {
		message: password,
		nonce,
		memory: 8192,
		passes: 1,
		parallelism: 1,
		tagLength: 32,
	});
	const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
	return `$argon2id$v=19$m=8192,t=1,p=1$${text(nonce)}$${text(tag)}`;
}
