/** Good inputs for the use cases of invitations to a region, and people who wait for an answer or have no password yet. */
import { eq } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { invitation, membership, organisation, region, user } from '#lib/server/db/schema.ts';
import { acceptOwnInvitation } from '#lib/server/users/answer-invitation.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { inviteMember } from '#lib/server/users/invite-member.ts';
import type { Example } from './examples.ts';
import type { Place, World } from './world.ts';

export const NEW = { name: 'Nieuw', email: 'nieuw@vecht.example', organisation: 'bee', role: 'adviser' };
const PHC = '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA';

type Wish = Partial<typeof NEW>;

export const tokenIn = (path: string | null | undefined) => (path ?? '').replace(/^\/\w+\//, '');

/** The beheerder of this region asks somebody. */
export function invite(world: World, wish: Wish = {}, place: Place = 'home') {
	return inviteMember(world.as('administrator', place), { region: world[place].region, ...NEW, ...wish });
}

export function offerToken(world: World, wish: Wish = {}): string {
	return tokenIn(invite(world, wish).linkPath);
}

/** The number of the newest invitation. */
export function newestInvitation({ db }: World): number {
	return (
		db
			.select()
			.from(invitation)
			.all()
			.sort((a, b) => b.id - a.id)[0]?.id ?? 0
	);
}

/** This account says yes to everything that it was asked. */
export function acceptAll(world: World, userId: number): void {
	const email = world.db.select().from(user).where(eq(user.id, userId)).get()?.email ?? '';
	const waiting = world.db.select().from(invitation).where(eq(invitation.email, email)).all();
	const actor = findActor(world.db, userId);
	if (actor === null) throw new Error(`The account ${userId} is off`);
	for (const { id } of waiting) acceptOwnInvitation({ ...world.as('anonymous'), actor }, { invitation: id });
}

/** An account with a role in a region, as if it had said yes long ago; without a password unless it is asked for. */
export function addMemberOf(
	world: World,
	wish: Wish & { password?: boolean } = {},
	place: Place = 'home',
): { userId: number; linkPath: string } {
	const { db, now } = world;
	const { name, email, organisation: slug, role, password } = { ...NEW, password: false, ...wish };
	const regionId = db.select().from(region).where(eq(region.slug, world[place].region)).get()?.id ?? 0;
	const organisationId = idOfOrganisation(world, regionId, slug);
	const known = db.select({ id: user.id }).from(user).where(eq(user.email, email)).get()?.id;
	const passwordHash = password ? PHC : null;
	const account = { name, email, passwordHash, createdAt: now };
	const userId = known ?? db.insert(user).values(account).returning({ id: user.id }).get().id;
	db.insert(membership)
		.values({ userId, regionId, organisationId, role: roleOf(role) })
		.run();
	return { userId, linkPath: issuePasswordLink(db, userId, now) };
}

const ROLES: Record<string, Role> = {
	administrator: 'administrator',
	coordinator: 'coordinator',
	adviser: 'adviser',
	board: 'board',
	reader: 'reader',
};
const roleOf = (text: string): Role => ROLES[text] ?? 'reader';

/** The organisation of a region, where both regions have one of that name. */
export function idOfOrganisation({ db }: World, regionId: number, slug: string): number {
	const members = db
		.select({ id: organisation.id, slug: organisation.slug })
		.from(organisation)
		.innerJoin(membership, eq(membership.organisationId, organisation.id))
		.where(eq(membership.regionId, regionId))
		.all();
	const found = members.find((one) => one.slug === slug)?.id;
	if (found === undefined) throw new Error(`Nobody in the region is of ${slug}`);
	return found;
}

/** The reader of the home region is asked to come to the other one. */
function offerToReader(world: World): { invitation: number } {
	invite(world, { email: `reader@${world.home.region}.example` }, 'away');
	return { invitation: newestInvitation(world) };
}

const ofHome = (world: World) => {
	invite(world);
	return { region: world.home.region, invitation: newestInvitation(world) };
};

export const INVITATION_EXAMPLES: Record<string, Example> = {
	'invitation.accept': offerToReader,
	'invitation.decline': offerToReader,
	'invitation.decline-link': (world) => ({ token: offerToken(world) }),
	'invitation.list-own': () => ({}),
	'invitation.make': ({ home }) => ({ region: home.region, ...NEW }),
	'invitation.renew': ofHome,
	'invitation.use-link': (world) => ({ token: offerToken(world), name: 'Nieuw', passwordHash: PHC }),
	'invitation.view-link': (world) => ({ token: offerToken(world, { email: 'nieuw@elders.example' }) }),
	'invitation.withdraw': ofHome,
	'platform.withdraw-appointment': (world) => {
		invite(world, { role: 'administrator' });
		return { invitation: newestInvitation(world) };
	},
};
