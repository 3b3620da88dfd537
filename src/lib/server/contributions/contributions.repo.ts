/** SQL for what organisations say of an item for their own area. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Db } from '../db/open.ts';
import { findRoundItem, type RoundItem } from '../db/round-item.ts';
import {
	agenda,
	contribution,
	item,
	itemInvolved,
	organisation,
	status,
	statusRound,
	theme,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

type ContributionRow = typeof contribution.$inferSelect;

export interface ContributionsSubject extends RoundItem {
	scope: Scope;
}

export interface ContributionSubject extends RoundItem {
	/** Of this organisation alone: nobody writes for another by taking part in the same item. */
	scope: Scope;
	organisation: { id: number; name: string; shortName: string };
	/** Null when nothing was ever written. */
	contribution: ContributionRow | null;
}

export function findContributionsSubject(
	db: Db,
	input: { round: string; item: string },
): ContributionsSubject | null {
	const place = findRoundItem(db, input);
	return place && { ...place, scope: { kind: 'region', regionId: place.regionId, organisationIds: [] } };
}

/** Null also when the organisation has no part in the item. */
export function findContributionSubject(
	db: Db,
	input: { round: string; item: string; organisation: number },
): ContributionSubject | null {
	const place = findRoundItem(db, input);
	if (!place?.organisationIds.includes(input.organisation)) return null;
	const found = db
		.select({ id: organisation.id, name: organisation.name, shortName: organisation.shortName })
		.from(organisation)
		.where(eq(organisation.id, input.organisation))
		.get();
	if (!found) return null;
	const row = db
		.select()
		.from(contribution)
		.where(
			and(
				eq(contribution.roundId, place.round.id),
				eq(contribution.itemId, place.item.id),
				eq(contribution.organisationId, found.id),
			),
		)
		.get();
	const scope: Scope = { kind: 'region', regionId: place.regionId, organisationIds: [found.id] };
	return { ...place, scope, organisation: found, contribution: row ?? null };
}

export interface ContributionChange {
	level: Level | null;
	narrative: string;
	authorId: number | null;
	updatedAt: Date;
}

/** Inserts or updates; the version goes up by one. */
export function writeContribution(
	db: Db,
	subject: Authorized<ContributionSubject>,
	change: ContributionChange,
): void {
	const version = (subject.contribution?.version ?? 0) + 1;
	if (subject.contribution) {
		db.update(contribution)
			.set({ ...change, version })
			.where(eq(contribution.id, subject.contribution.id))
			.run();
		return;
	}
	const { round, item, organisation } = subject;
	db.insert(contribution)
		.values({ ...change, version, roundId: round.id, itemId: item.id, organisationId: organisation.id })
		.run();
}

/** Of one item in one round, with whose they are. */
export function listContributionsOf(db: Db, place: Pick<RoundItem, 'round' | 'item'>) {
	return db
		.select({
			organisationId: contribution.organisationId,
			level: contribution.level,
			narrative: contribution.narrative,
			updatedAt: contribution.updatedAt,
			version: contribution.version,
		})
		.from(contribution)
		.where(and(eq(contribution.roundId, place.round.id), eq(contribution.itemId, place.item.id)))
		.all();
}

/** Those with these ids; gemeenten first, then by name. */
export function listOrganisationsById(db: Db, ids: readonly number[]) {
	return db
		.select({
			id: organisation.id,
			name: organisation.name,
			shortName: organisation.shortName,
			kind: organisation.kind,
		})
		.from(organisation)
		.where(inArray(organisation.id, [...ids]))
		.orderBy(asc(organisation.name))
		.all()
		.sort((a, b) => Number(b.kind === 'gemeente') - Number(a.kind === 'gemeente'));
}

export interface GridSubject {
	scope: Scope;
	round: typeof statusRound.$inferSelect;
	agenda: Pick<typeof agenda.$inferSelect, 'slug' | 'title'>;
}

export function findGridSubject(db: Db, slug: string): GridSubject | null {
	const row = db
		.select({ round: statusRound, slug: agenda.slug, title: agenda.title, regionId: agenda.regionId })
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.where(eq(statusRound.slug, slug))
		.get();
	if (!row) return null;
	const { round, slug: agendaSlug, title, regionId } = row;
	return {
		round,
		agenda: { slug: agendaSlug, title },
		scope: { kind: 'region', regionId, organisationIds: [] },
	};
}

/** Every item of the agenda, archived ones too, with its joint status in the round; in the order of the agenda. */
export function listGridItems(db: Db, round: { id: number; agendaId: number }) {
	return db
		.select({
			id: item.id,
			archivedAt: item.archivedAt,
			themeArchivedAt: theme.archivedAt,
			themeCode: theme.code,
			themeName: theme.name,
			number: item.number,
			title: item.shortTitle,
			leadId: item.leadId,
			level: status.level,
			state: status.state,
			notApplicable: status.notApplicable,
		})
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(status, and(eq(status.itemId, item.id), eq(status.roundId, round.id)))
		.where(eq(item.agendaId, round.agendaId))
		.orderBy(asc(theme.position), asc(item.position), asc(item.number))
		.all();
}

export function listInvolvedOf(db: Db, agendaId: number): { itemId: number; organisationId: number }[] {
	return db
		.select({ itemId: itemInvolved.itemId, organisationId: itemInvolved.organisationId })
		.from(itemInvolved)
		.innerJoin(item, eq(item.id, itemInvolved.itemId))
		.where(eq(item.agendaId, agendaId))
		.all();
}

export function listContributionsOfRound(db: Db, roundId: number) {
	return db
		.select({
			itemId: contribution.itemId,
			organisationId: contribution.organisationId,
			level: contribution.level,
			narrative: contribution.narrative,
		})
		.from(contribution)
		.where(eq(contribution.roundId, roundId))
		.all();
}
