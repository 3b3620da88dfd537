/** Good inputs for the use cases of signing in, the second factor and sessions, and what they need to begin with. */
import { eq } from 'drizzle-orm';
import { emailPath } from '#lib/server/auth/email-token.ts';
import { newSecret, stepOf } from '#lib/server/auth/totp.ts';
import { hashToken, newToken } from '#lib/server/auth/tokens.ts';
import { pendingSignIn, secondFactor, session, user } from '#lib/server/db/schema.ts';
import type { Example } from './examples.ts';
import { emailOf, type CastName, type World } from './world.ts';

const by = { email: 'iemand@voorbeeld.example', address: '192.0.2.1', tokens: [] };
const codeHashes = Array.from({ length: 10 }, (_, index) => `$argon2id$${index}`);
const ofReader = (world: World) => ({ person: userIdOf(world, 'reader') });

export const SIGN_IN_EXAMPLES: Record<string, Example> = {
	'account.ask-email': () => ({ email: 'anders@vecht.example' }),
	'account.change-email': () => ({ email: 'anders@vecht.example' }),
	'account.change-password': () => ({ passwordHash: '$argon2id$', sessionId: 'deze' }),
	'account.count-confirmation': () => ({ sessionId: 'deze' }),
	'account.finish-confirmation': () => ({ correct: true, sessionId: 'deze' }),
	'account.judge-password': () => ({ password: 'kort', repeated: 'kort' }),
	'account.password-rule': () => ({}),
	'account.security': () => ({}),
	'account.view-email-link': (world) => {
		const path = emailPath(world.as('reader'), { userId: 1, version: 1, email: 'anders@vecht.example' });
		return { token: path.replace('/account/e-mailadres/', '') };
	},
	'auth.count-attempt': () => by,
	'auth.count-code': (world) => ({ token: addPending(world), tokens: [] }),
	'auth.finish-attempt': () => ({
		...by,
		userId: null,
		correct: false,
		passwordHash: null,
		pendingHash: '',
	}),
	'auth.finish-code': (world) => ({ token: addPending(world), tokens: [], proof: null }),
	'auth.is-pending': (world) => ({ token: addPending(world) }),
	'region.ask-second-factor': ({ home }) => ({ region: home.region, forAll: 'on', version: 1 }),
	'region.sign-in-settings': ({ home }) => ({ region: home.region }),
	'second-factor.of-member': ofReader,
	'second-factor.offer': () => ({}),
	'second-factor.remove': () => ({}),
	'second-factor.renew-codes': (world) => {
		for (const { id } of world.db.select({ id: user.id }).from(user).all()) addSecondFactor(world, id);
		return { codeHashes };
	},
	'second-factor.reset': ofReader,
	'second-factor.reset-by-email': ({ home }) => ({ email: emailOf('reader', home.region) }),
	'second-factor.set-up': () => ({ secret: 'verzegeld', step: 1, codeHashes, sessionId: null }),
	'session.end-of-member': ofReader,
	'session.end-others': (world) => {
		for (const { id } of world.db.select({ id: user.id }).from(user).all()) addSessionRow(world, id);
		return { keep: 'deze' };
	},
	'session.end-own': () => ({ session: 'een andere' }),
};

export function userIdOf({ db, home }: World, who: CastName): number {
	const email = emailOf(who, home.region);
	return db.select().from(user).where(eq(user.email, email)).get()?.id ?? 0;
}

/** An app that was proved to work, long ago. Gives its secret. */
export function addSecondFactor(world: World, userId: number): string {
	const secret = newSecret();
	const { db, now } = world;
	const sealed = world.as('anonymous').box?.seal(secret) ?? '';
	const at = { createdAt: now, confirmedAt: now, lastStep: stepOf(now) - 1000 };
	db.insert(secondFactor)
		.values({ userId, secret: sealed, ...at })
		.run();
	return secret;
}

/** A right password of the reader that waits for its second factor. Gives the token. */
export function addPending(world: World, userId = userIdOf(world, 'reader')): string {
	const token = newToken();
	const expiresAt = new Date(world.now.getTime() + 600_000);
	world.db
		.insert(pendingSignIn)
		.values({ tokenHash: hashToken(token), userId, expiresAt, createdAt: world.now })
		.run();
	return token;
}

function addSessionRow({ db, now }: World, userId: number): void {
	const createdAt = Math.floor(now.getTime() / 1000);
	db.insert(session)
		.values({ id: `sessie-${userId}`, userId, createdAt, expiresAt: createdAt + 60 })
		.run();
}
