import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mailState } from '#lib/domain/mail.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { mail, mailPreference, user } from '#lib/server/db/schema.ts';
import { claimMail } from '#lib/server/mail/claim-mail.ts';
import type { Post } from '#lib/server/mail/delivery.ts';
import { sendWaiting } from '#lib/server/mail/send-waiting.ts';
import { openPost } from '#lib/server/mail/smtp.ts';
import { withdrawOffer } from '#lib/server/users/invite-member.ts';
import { viewInvitationLink } from '#lib/server/users/use-invitation.ts';
import { invite, newestInvitation, NEW } from '../support/examples-invitations.ts';
import { addMailRow } from '../support/examples-mail.ts';
import { settingsFor, startMailServer, type TestMailServer } from '../support/smtp.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

const ORIGIN = 'https://agenda.vecht.example';
let server: TestMailServer;
let post: Post;

beforeAll(async () => {
	server = await startMailServer();
	post = openPost(server.settings);
});
beforeEach(() => {
	server.received.length = 0;
	server.answers.length = 0;
});
afterAll(async () => {
	post.close();
	await server.stop();
});

const send = (world: World, to: Post = post) => sendWaiting(() => world.as('system'), ORIGIN, to);
const rows = (world: World) => world.db.select().from(mail).orderBy(mail.id).all();
const states = (world: World) => rows(world).map((row) => mailState(row, world.now));
const later = (world: World, minutes: number) =>
	(world.now = new Date(world.now.getTime() + minutes * 60_000));

describe('a mail that goes out', () => {
	test('has text and HTML, its headers, and links to the site', async () => {
		const world = makeWorld();
		const text = 'Beste Anna,\n\nNaar https://adres-van-de-site.invalid/rea/x: één status.';
		const html = '<p>Naar <a href="https://adres-van-de-site.invalid/rea/x">de status</a></p>';
		addMailRow(world, { text, html, subject: 'Kwartaal 4 is open' });
		expect(await send(world)).toEqual({ sent: 1, unreachable: null });
		const [received] = server.received;
		expect(received?.to).toEqual([emailOf('adviser', 'vecht')]);
		expect(received?.header('From')).toBe('Agenda Vecht <agenda@vecht.example>');
		expect(received?.header('To')).toBe(emailOf('adviser', 'vecht'));
		expect(received?.header('Subject')).toBe('Kwartaal 4 is open');
		expect(received?.header('Message-ID')).toMatch(/^<[0-9a-f]{32}@agenda\.vecht\.example>$/);
		expect(received?.header('Auto-Submitted')).toBe('auto-generated');
		expect(received?.header('Content-Type')).toContain('multipart/alternative');
		expect(received?.content).toContain(`Naar ${ORIGIN}/rea/x: één status.`);
		expect(received?.content).toContain(`<a href="${ORIGIN}/rea/x">`);
		expect(received?.content).not.toContain('.invalid');
		expect(rows(world)[0]).toMatchObject({ sentAt: world.now, problem: '' });
	});

	test('cannot get a second recipient or header by a line end in a name or address', async () => {
		const world = makeWorld();
		addMailRow(world, { subject: 'Een\r\nBcc: x@elders.example' });
		addMailRow(world, { address: 'a@b.example\r\nBcc: x@elders.example' });
		addMailRow(world, { address: 'a@b.example, x@elders.example' });
		await send(world);
		expect(server.received.map(({ to }) => to)).toEqual([[emailOf('adviser', 'vecht')]]);
		expect(server.received[0]?.header('Bcc')).toBe('');
		expect(states(world)).toEqual(['sent', 'failed', 'failed']);
	});

	test('is not sent again by a later run, nor after a restart', async () => {
		const world = makeWorld();
		addMailRow(world);
		await send(world);
		await send(world);
		const restarted = { ...world, db: openDatabase(world.db.$client.serialize()) };
		await sendWaiting(() => ({ ...world.as('system'), db: restarted.db }), ORIGIN, post);
		expect(server.received).toHaveLength(1);
	});
});

describe('a mail server that refuses', () => {
	test('for now is asked again after a while, with the same Message-ID', async () => {
		const world = makeWorld();
		addMailRow(world);
		server.answers.push(451);
		await send(world);
		expect(rows(world)[0]).toMatchObject({ attempts: 1, claimedAt: null, sentAt: null });
		expect(rows(world)[0]?.problem).toMatch(/^De mailserver nam de mail nog niet aan: .*451/);
		await send(world);
		expect(server.received).toEqual([]);
		later(world, 1);
		server.answers.push('hang up');
		await send(world);
		const first = server.received[0]?.header('Message-ID') ?? '';
		world.db.update(mail).set({ claimedAt: null, problem: '' }).run();
		await send(world);
		expect(server.received.map((one) => one.header('Message-ID'))).toEqual([first, first]);
		expect(states(world)).toEqual(['sent']);
	});

	test('for good is not asked again, and the next mail goes out all the same', async () => {
		const world = makeWorld();
		addMailRow(world);
		addMailRow(world, {}, 'board');
		server.answers.push(550);
		await send(world);
		later(world, 24 * 60);
		await send(world);
		expect(server.received.map(({ to }) => to)).toEqual([[emailOf('board', 'vecht')]]);
		expect(states(world)).toEqual(['failed', 'sent']);
	});

	test('for now too often has refused for good', async () => {
		const world = makeWorld();
		addMailRow(world, { attempts: 5, problem: 'Vol.', nextAttemptAt: world.now });
		server.answers.push(452);
		await send(world);
		expect(states(world)).toEqual(['failed']);
	});
});

describe('a mail server that cannot be reached', () => {
	test.each([
		['is off', () => settingsFor(1)],
		['cannot encrypt while that is required', () => ({ ...server.settings, requireTls: true })],
	])('because it %s costs no mail its turn', async (_why, settings) => {
		const world = makeWorld();
		addMailRow(world);
		const away = openPost(settings());
		const { sent, unreachable } = await send(world, away);
		expect({ sent, unreachable }).toEqual({ sent: 0, unreachable: expect.stringMatching(/^De mailserver /) });
		expect(rows(world)[0]).toMatchObject({ attempts: 0, claimedAt: null, problem: '' });
		await send(world);
		expect(server.received).toHaveLength(1);
	});
});

describe('when nobody knows whether it arrived', () => {
	test('because the server stopped in between, the mail is uncertain and not sent again', async () => {
		const world = makeWorld();
		addMailRow(world);
		expect(claimMail(world.as('system'))).not.toBeNull();
		await send(world);
		expect(states(world)).toEqual(['sending']);
		later(world, 11);
		await send(world);
		expect(server.received).toEqual([]);
		expect(states(world)).toEqual(['uncertain']);
	});

	test('because the connection broke off, it is uncertain at once', async () => {
		const world = makeWorld();
		addMailRow(world);
		server.answers.push('hang up');
		await send(world);
		await send(world);
		expect(server.received).toHaveLength(1);
		expect(states(world)).toEqual(['uncertain']);
	});
});

test('two servers on one database send each mail once', async () => {
	const world = makeWorld();
	for (let index = 0; index < 6; index += 1) addMailRow(world);
	const folder = mkdtempSync(join(tmpdir(), 'mail-'));
	writeFileSync(join(folder, 'two.db'), world.db.$client.serialize());
	const databases = [1, 2].map(() => openDatabase(join(folder, 'two.db')));
	const runs = databases.map((db) => sendWaiting(() => ({ ...world.as('system'), db }), ORIGIN, post));
	const sent = (await Promise.all(runs)).map((run) => run.sent);
	expect(sent.reduce((sum, one) => sum + one, 0)).toBe(6);
	expect(Math.min(...sent)).toBeGreaterThan(0);
	expect(new Set(server.received.map((one) => one.header('Message-ID'))).size).toBe(6);
	expect(server.received).toHaveLength(6);
	for (const db of databases) db.$client.close();
	rmSync(folder, { recursive: true });
});

describe('between making and sending', () => {
	test('an account that was switched off gets nothing any more', async () => {
		const world = makeWorld();
		addMailRow(world);
		world.db
			.update(user)
			.set({ active: false })
			.where(eq(user.email, emailOf('adviser', 'vecht')))
			.run();
		await send(world);
		expect(server.received).toEqual([]);
		expect(states(world)).toEqual(['over']);
		expect(rows(world)[0]?.problem).toContain('uitgezet');
	});

	test('somebody can switch this kind off', async () => {
		const world = makeWorld();
		addMailRow(world);
		const userId = rows(world)[0]?.userId ?? 0;
		world.db.insert(mailPreference).values({ userId, kind: 'round-opened', wanted: false }).run();
		await send(world);
		expect(server.received).toEqual([]);
		expect(states(world)).toEqual(['over']);
	});

	test('the moment can pass after which it makes no sense', async () => {
		const world = makeWorld();
		addMailRow(world, { expiresAt: new Date(world.now.getTime() + 60_000) });
		later(world, 1);
		await send(world);
		expect(server.received).toEqual([]);
		expect(states(world)).toEqual(['over']);
	});
});

describe('the mail with an invitation', () => {
	const mailing = (world: World) => ({
		...world,
		as: () => ({ ...world.as('administrator'), sendsMail: true }),
	});

	test('brings a link that works, and no token stays behind', async () => {
		const world = makeWorld();
		expect(invite(mailing(world)).linkPath).toBeNull();
		expect(JSON.stringify(rows(world))).not.toMatch(/uitnodiging\/[\w-]{43}/);
		await send(world);
		expect(server.received[0]?.to).toEqual([NEW.email]);
		const token = /\/uitnodiging\/([\w-]{43})/.exec(server.received[0]?.content ?? '')?.[1] ?? '';
		expect(viewInvitationLink(world.as('anonymous'), { token })).toMatchObject({ email: NEW.email });
		expect(world.db.$client.serialize().includes(token)).toBe(false);
	});

	test('says the same to who has an account and to who has none, and names nobody', () => {
		const world = makeWorld();
		const known = emailOf('board', world.away.region);
		for (const email of [NEW.email, known]) invite(mailing(world), { email });
		const [first, second] = rows(world);
		expect(second).toMatchObject({ address: known, userId: null, regionId: first?.regionId });
		for (const part of ['subject', 'text', 'html'] as const) expect(second?.[part]).toBe(first?.[part]);
	});

	test('is not made where no mail leaves, and not sent after it was taken back', async () => {
		const world = makeWorld();
		invite(world);
		expect(rows(world)).toEqual([]);
		invite(mailing(world));
		withdrawOffer(world.as('administrator'), {
			region: world.home.region,
			invitation: newestInvitation(world),
		});
		await send(world);
		expect(server.received).toEqual([]);
		expect(states(world)).toEqual(['over']);
	});
});
