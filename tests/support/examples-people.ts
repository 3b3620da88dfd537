/** Good inputs for the use cases about people, the platform and what the site says of itself. */
import { and, eq, inArray } from 'drizzle-orm';
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { membership, organisation, region, status, statusRound, user } from '#lib/server/db/schema.ts';
import { markOf } from '#lib/domain/person-access.ts';
import { offerFirstStart } from '#lib/server/users/first-start.ts';
import { endAccess } from '#lib/server/users/end-access.ts';
import { findPersonOf } from '#lib/server/users/people.repo.ts';
import type { Example } from './examples.ts';
import { emailOf, PLATFORM_EMAIL, type CastName, type World } from './world.ts';

const PHC = '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA';

export function idOf({ db }: World, email: string): number {
	const found = db.select({ id: user.id }).from(user).where(eq(user.email, email)).get();
	if (!found) throw new Error(`The test world has nobody with ${email}`);
	return found.id;
}

/** Sets a password that nobody knows, so that these people count as able to sign in. */
export function letSignIn(world: World, ...emails: string[]): void {
	world.db.update(user).set({ passwordHash: PHC }).where(inArray(user.email, emails)).run();
}

export interface PersonForm {
	region: string;
	person: number;
	seen: string;
}

/** The input of a form on the page of this person of the home region, as it stands now. */
export function formOf(world: World, who: CastName): PersonForm {
	return formOfId(world, idOf(world, emailOf(who, world.home.region)));
}

export function formOfId(world: World, person: number): PersonForm {
	const row = findPersonOf(world.db, regionIdOf(world), person, world.now);
	return { region: world.home.region, person, seen: row ? markOf(row) : '' };
}

export function regionIdOf({ db, home }: World): number {
	return db.select({ id: region.id }).from(region).where(eq(region.slug, home.region)).get()?.id ?? 0;
}

/** Another role for the same person, for the same organisation. */
export function addMembership(
	world: World,
	who: CastName,
	role: 'adviser' | 'administrator' | 'reader',
): number {
	const userId = idOf(world, emailOf(who, world.home.region));
	const regionId = regionIdOf(world);
	const own = and(eq(membership.userId, userId), eq(membership.regionId, regionId));
	const organisationId = world.db.select().from(membership).where(own).get()?.organisationId ?? 0;
	return world.db
		.insert(membership)
		.values({ userId, regionId, organisationId, role })
		.returning({ id: membership.id })
		.get().id;
}

/** The adviser has a draft, and a colleague of the same organisation who can take it over. */
export function withSuccessor(world: World): { to: number } {
	const { db, now, home } = world;
	const regionId = regionIdOf(world);
	const rbl = db.select().from(organisation).where(eq(organisation.slug, 'rbl')).get()?.id ?? 0;
	const colleague = { email: 'collega@rbl.example', name: 'Collega', passwordHash: PHC, createdAt: now };
	const known = db.select({ id: user.id }).from(user).where(eq(user.email, colleague.email)).get();
	const to = known?.id ?? db.insert(user).values(colleague).returning({ id: user.id }).get().id;
	const place = { userId: to, regionId, organisationId: rbl, role: 'adviser' as const };
	db.insert(membership).values(place).onConflictDoNothing().run();
	const authorId = idOf(world, emailOf('adviser', world.home.region));
	const open = db.select().from(statusRound).where(eq(statusRound.slug, home.rounds.open)).get()?.id ?? 0;
	const drafts = and(eq(status.roundId, open), eq(status.state, 'draft'));
	db.update(status).set({ authorId }).where(drafts).run();
	return { to };
}

const SITE = {
	organisation: 'Gemeente Aa',
	securityEmail: 'lek@aa.example',
	securityPolicy: '',
	privacyContact: 'De FG',
	privacyEmail: 'fg@aa.example',
	processors: '',
	retention: '',
	accessibilityEmail: '',
	accessibilityStatus: 'started',
	accessibilityOn: '2021-01-14',
	accessibilityReport: '',
	accessibilityGaps: '',
};

function firstStartToken(world: World): string {
	world.db.update(user).set({ platformAdministrator: false }).run();
	return (offerFirstStart(world.as('system')) ?? '').replace('/eerste-beheerder/', '');
}

export const PEOPLE_EXAMPLES: Record<string, Example> = {
	'auth.judge-password': (world) => ({
		token: issuePasswordLink(world.db, formOf(world, 'reader').person, world.now).replace('/wachtwoord/', ''),
		password: 'vier losse woorden samen',
		repeated: 'vier losse woorden samen',
	}),
	'auth.renew-hash': (world) => {
		letSignIn(world, emailOf('reader', world.home.region));
		return { userId: formOf(world, 'reader').person, before: PHC, after: `${PHC}A` };
	},
	'auth.request-reset': () => ({ email: 'iemand@voorbeeld.example', address: '192.0.2.1' }),
	'platform.add-administrator': () => ({ name: 'Tweede', email: 'tweede@voorbeeld.example' }),
	'platform.administrators': () => ({}),
	'platform.appoint-administrator': ({ home }) => ({
		region: home.region,
		name: 'Nieuw',
		email: 'nieuw@aa.example',
		organisation: 'aa',
	}),
	'platform.make-link': () => ({ email: PLATFORM_EMAIL }),
	'platform.offer-first-start': () => ({}),
	'platform.remove-administrator': (world) => {
		letSignIn(world, PLATFORM_EMAIL);
		const second = { email: 'tweede@voorbeeld.example', name: 'Tweede', platformAdministrator: true };
		return {
			person: world.db
				.insert(user)
				.values({ ...second, createdAt: world.now })
				.returning({ id: user.id })
				.get().id,
		};
	},
	'platform.use-first-start': (world) => ({
		token: firstStartToken(world),
		name: 'Eerste',
		email: 'eerste@voorbeeld.example',
		passwordHash: PHC,
	}),
	'platform.view-first-start': (world) => ({ token: firstStartToken(world) }),
	'region.add-role': (world) => ({ ...formOf(world, 'reader'), organisation: 'swv', role: 'board' }),
	'region.change-role': (world) => ({
		...formOf(world, 'reader'),
		membership: Number(/\d+/.exec(formOf(world, 'reader').seen)?.[0]),
		role: 'board',
	}),
	'region.remove-role': (world) => {
		const membershipId = addMembership(world, 'reader', 'adviser');
		return { ...formOf(world, 'reader'), membership: membershipId };
	},
	'region.end-access': (world) => formOf(world, 'reader'),
	'region.restore-access': (world) => {
		const { to } = withSuccessor(world);
		endAccess(world.as('administrator'), formOfId(world, to));
		return formOfId(world, to);
	},
	'region.hand-over': (world) => ({ ...withSuccessor(world), ...formOf(world, 'adviser') }),
	'region.invite-again': (world) => formOf(world, 'reader'),
	'region.withdraw-invitation': (world) => {
		const form = formOf(world, 'reader');
		issuePasswordLink(world.db, form.person, world.now);
		return form;
	},
	'region.make-reset-link': (world) => {
		letSignIn(world, emailOf('reader', world.home.region));
		return formOf(world, 'reader');
	},
	'region.people': ({ home }) => ({ region: home.region }),
	'region.person': (world) => formOf(world, 'reader'),
	'site.edit': () => ({}),
	'site.save': () => ({ ...SITE, version: 0 }),
	'site.view': () => ({}),
};
