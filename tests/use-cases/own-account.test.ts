import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { changeEmail, confirmEmail, viewEmailLink } from '#lib/server/auth/change-email.ts';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { confirmPresence } from '#lib/server/auth/confirm-presence.ts';
import { hashPassword, verifyPassword } from '#lib/server/auth/passwords.ts';
import { startSession, useSession } from '#lib/server/auth/sessions.ts';
import { mail, user } from '#lib/server/db/schema.ts';
import { userIdOf } from '../support/examples-sign-in.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { signedIn } from '../support/signed-in.ts';
import { emailOf, makeWorld, type World } from '../support/world.ts';

const OLD = emailOf('reader', 'vecht');
const NEW = 'nieuw@vecht.example';
const mailing = (world: World) => ({ ...world.as('reader'), sendsMail: true });
const mailsTo = (world: World, address: string) =>
	world.db.select().from(mail).where(eq(mail.address, address)).all();
const tokenIn = (text: string) => /\/account\/e-mailadres\/([\w-]+)/.exec(text)?.[1] ?? '';
const addressOf = (world: World) =>
	world.db
		.select()
		.from(user)
		.where(eq(user.id, userIdOf(world, 'reader')))
		.get()?.email;

test('a new address counts once the link that was sent to it is opened, and the old one hears of it', () => {
	const world = makeWorld();
	const id = userIdOf(world, 'reader');
	const context = mailing(world);
	expect(changeEmail(context, { email: ` ${NEW.toUpperCase()}` })).toEqual({ linkSent: true });
	expect(addressOf(world)).toBe(OLD);
	const token = tokenIn(mailsTo(world, NEW)[0]?.text ?? '');
	expect(viewEmailLink(world.as('adviser'), { token })).toBeNull();
	expect(
		viewEmailLink({ ...context, now: new Date(world.now.getTime() + 86_400_000) }, { token }),
	).toBeNull();
	expect(confirmEmail(context, token)).toBe(NEW);
	expect(world.db.select().from(user).where(eq(user.id, id)).get()?.email).toBe(NEW);
	expect(mailsTo(world, OLD).map(({ subject }) => subject)).toEqual(['Uw e-mailadres is gewijzigd']);
	expect(refusalOf(() => confirmEmail(context, token)).code).toBe('wrong-state');
});

test('an address of somebody else gets the same answer and no link', () => {
	const world = makeWorld();
	const taken = emailOf('adviser', 'vecht');
	expect(changeEmail(mailing(world), { email: taken })).toEqual({ linkSent: true });
	expect(mailsTo(world, taken)).toEqual([]);
});

test('where no mail leaves a new address counts at once, unless it is taken', () => {
	const world = makeWorld();
	const context = world.as('reader');
	expect(refusalOf(() => changeEmail(context, { email: emailOf('adviser', 'vecht') })).code).toBe('invalid');
	expect(changeEmail(context, { email: NEW })).toEqual({ linkSent: false });
	expect(world.db.select().from(user).where(eq(user.email, NEW)).all()).toHaveLength(1);
});

test('another password ends every other session and is told by mail', async () => {
	const world = makeWorld();
	const id = userIdOf(world, 'reader');
	const [mine, other] = [await startSession(world, signedIn(id)), await startSession(world, signedIn(id))];
	const sessionId = useSession(world, mine)?.id ?? '';
	const short = { password: 'kort', repeated: 'korter' };
	const refusal = await refusalOfAsync(() => changePassword(mailing(world), short, sessionId));
	expect(Object.keys(refusal.detail.fields ?? {}).sort()).toEqual(['password', 'repeated']);
	const good = 'zeven lange tafels in de hal';
	await changePassword(mailing(world), { password: good, repeated: good }, sessionId);
	expect([mine, other].map((token) => useSession(world, token)?.userId ?? null)).toEqual([id, null]);
	const hash = world.db.select().from(user).where(eq(user.id, id)).get()?.passwordHash ?? null;
	expect(await verifyPassword(hash, good)).toBe(true);
	expect(mailsTo(world, OLD).map(({ subject }) => subject)).toEqual(['Uw wachtwoord is gewijzigd']);
});

test('proving to be there takes the password, is counted like signing in, and counts for this session alone', async () => {
	const world = makeWorld();
	const id = userIdOf(world, 'reader');
	const password = 'vier losse woorden samen';
	world.db
		.update(user)
		.set({ passwordHash: await hashPassword(password) })
		.where(eq(user.id, id))
		.run();
	const [mine, other] = [await startSession(world, signedIn(id)), await startSession(world, signedIn(id))];
	const began = world.now;
	world.now = new Date(began.getTime() + 1_200_000);
	const sessionId = useSession(world, mine)?.id ?? '';
	const confirm = (typed: string) => confirmPresence(world.as('reader'), { password: typed, sessionId });
	await confirm(password);
	expect([mine, other].map((token) => useSession(world, token)?.confirmedAt)).toEqual([world.now, began]);
	for (let turn = 0; turn < 5; turn += 1)
		expect((await refusalOfAsync(() => confirm('fout'))).code).toBe('invalid');
	expect((await refusalOfAsync(() => confirm(password))).code).toBe('throttled');
});
