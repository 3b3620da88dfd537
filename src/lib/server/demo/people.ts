/** The people of the demo: one account per role, and an adviser for every organisation that leads an item. */
import type { Actor, Role } from '#lib/domain/access.ts';
import { ROLE_WORD } from '#lib/text/nl.ts';
import type { Db } from '../db/open.ts';
import { HOUSE_RULES } from '../system-context.ts';
import { findActor } from '../users/find-actor.ts';
import { viewPeople } from '../users/view-people.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';
import { insertDemoMember } from './demo.repo.ts';

export interface DemoPeople {
	coordinator: Actor;
	/** By the slug of their organisation. */
	advisers: Map<string, Actor>;
}

const SYSTEM: Actor = { kind: 'system', name: 'demo' };

/** Every account gets the same password, by its hash. */
export function addDemoPeople(
	db: Db,
	demo: { regionSlug: string; leads: readonly string[]; passwordHash: string; now: Date },
): DemoPeople {
	const context = { db, actor: SYSTEM, now: demo.now, house: HOUSE_RULES };
	const { organisations } = viewPeople(context, { region: demo.regionSlug });
	const nameOf = new Map(organisations.map((one) => [one.slug, one.name]));
	const add = (role: Role, organisation: string, email: string): Actor => {
		const name = `${ROLE_WORD[role]} ${nameOf.get(organisation) ?? organisation}`;
		const account = { email, name, passwordHash: demo.passwordHash, createdAt: demo.now };
		const userId = insertDemoMember(db, account, { regionSlug: demo.regionSlug, organisation, role });
		return findActor(db, userId) ?? SYSTEM;
	};
	const accounts = new Map(
		DEMO_ACCOUNTS.map((one) => [one.role, add(one.role, one.organisation, one.email)]),
	);
	const ownAdviser = DEMO_ACCOUNTS.find((one) => one.role === 'adviser')?.organisation;
	const advisers = new Map<string, Actor>();
	for (const slug of new Set(demo.leads)) {
		const known = slug === ownAdviser ? accounts.get('adviser') : undefined;
		advisers.set(slug, known ?? add('adviser', slug, `adviseur-${slug}@demo.example`));
	}
	return { coordinator: accounts.get('coordinator') ?? SYSTEM, advisers };
}
