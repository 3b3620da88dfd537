/** People of both regions of the test world, and what of them is not the home region's: its beheerder may never touch that. */
import { eq } from 'drizzle-orm';
import {
	externalIdentity,
	membership,
	passwordLink,
	region,
	secondFactor,
	session,
	user,
} from '#lib/server/db/schema.ts';
import { isPasswordClosed } from '#lib/server/single-sign-on/password-closed.ts';
import { addMemberOf } from './examples-invitations.ts';
import { addSecondFactor } from './examples-sign-in.ts';
import { PLATFORM_EMAIL, type Place, type World } from './world.ts';
import { SHARED, SHARED_NAMES, sharedEmail, type SharedName } from './world-people.ts';

/** Each with a password. The RBL is the organisation that takes part in both regions. */
export function withShared(world: World): World {
	for (const name of SHARED_NAMES)
		for (const place of ['home', 'away'] as const) join(world, sharedEmail(name), name, place);
	// No link of the making is left: what there is afterwards was made by an attack.
	world.db.delete(passwordLink).run();
	return world;
}

export function hasShared({ db }: World): boolean {
	return (
		db
			.select()
			.from(user)
			.where(eq(user.email, sharedEmail('crossing')))
			.get() !== undefined
	);
}

/** They and the platformbeheerder, who reads along in the home region, are signed in with a second factor. */
export function withSharedSignedIn(world: World): World {
	withShared(world);
	addMemberOf(world, { email: PLATFORM_EMAIL, organisation: 'bee', role: 'reader' });
	world.db.delete(passwordLink).run();
	for (const email of [PLATFORM_EMAIL, ...SHARED_NAMES.map(sharedEmail)])
		settle(world, idOfEmail(world, email));
	return world;
}

export function idOfEmail({ db }: World, email: string): number {
	const found = db.select({ id: user.id }).from(user).where(eq(user.email, email)).get();
	if (!found) throw new Error(`The test world has nobody with ${email}`);
	return found.id;
}

function join(world: World, email: string, name: SharedName, place: Place): void {
	addMemberOf(world, { ...SHARED[name][place], name: `${name} van beide`, email, password: true }, place);
}

function settle(world: World, userId: number): void {
	const { db, now } = world;
	addSecondFactor(world, userId);
	const seconds = Math.floor(now.getTime() / 1000);
	const times = { createdAt: seconds, expiresAt: seconds + 3600, confirmedAt: now, lastSeenAt: now };
	db.insert(session)
		.values({ id: `sessie-${userId}`, userId, method: 'password', secondFactorAt: now, ...times })
		.run();
}

/** Everything of the accounts that is not a role in the home region, as text: how they sign in, and what they are elsewhere. */
export function belongings({ db, home }: Pick<World, 'db' | 'home'>): string {
	const homeId = db.select().from(region).where(eq(region.slug, home.region)).get()?.id;
	const users = db.select().from(user).orderBy(user.id).all();
	return JSON.stringify(
		users.map((one) => ({
			...one,
			factor: db.select().from(secondFactor).where(eq(secondFactor.userId, one.id)).all(),
			sessions: db
				.select({ id: session.id })
				.from(session)
				.where(eq(session.userId, one.id))
				.orderBy(session.id)
				.all(),
			links: db.select().from(passwordLink).where(eq(passwordLink.userId, one.id)).all(),
			identities: db.select().from(externalIdentity).where(eq(externalIdentity.userId, one.id)).all(),
			elsewhere: db
				.select()
				.from(membership)
				.where(eq(membership.userId, one.id))
				.orderBy(membership.id)
				.all()
				.filter(({ regionId }) => regionId !== homeId),
			passwordClosed: isPasswordClosed(db, one.id),
		})),
		null,
		1,
	);
}
