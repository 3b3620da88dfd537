/** SQL for the organisations of a region: who takes part, where each is in use, and changing one. */
import { and, asc, count, countDistinct, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Day } from '#lib/domain/day.ts';
import type { Scope } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import {
	agenda,
	formerName,
	item,
	itemInvolved,
	meeting,
	meetingParticipant,
	membership,
	organisation,
	region,
	regionOrganisation,
	theme,
	user,
} from '../db/schema.ts';
import type { publicBody } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export type RegionRow = typeof region.$inferSelect;
export type OrganisationRow = typeof organisation.$inferSelect;
export type BodyRow = typeof publicBody.$inferSelect;

export interface RegionSubject {
	scope: Extract<Scope, { kind: 'region' }>;
	region: RegionRow;
}

export interface Participation {
	standing: string | null;
	endedOn: Day | null;
	mergedIntoId: number | null;
}

export interface OrganisationSubject extends RegionSubject {
	organisation: OrganisationRow;
	participation: Participation;
	/** Every region that this row takes part in, by id; nearly always the one. */
	regionIds: number[];
}

export function findRegionSubject(db: Db, slug: string): RegionSubject | null {
	const row = db.select().from(region).where(eq(region.slug, slug)).get();
	return row ? { region: row, scope: { kind: 'region', regionId: row.id, organisationIds: [] } } : null;
}

export function listRegionsById(db: Db, ids: readonly number[]): RegionRow[] {
	if (ids.length === 0) return [];
	return db
		.select()
		.from(region)
		.where(inArray(region.id, [...ids]))
		.orderBy(asc(region.name))
		.all();
}

export function findOrganisationSubject(
	db: Db,
	slugs: { region: string; organisation: string },
): OrganisationSubject | null {
	const found = db
		.select({ region, organisation, participation: regionOrganisation })
		.from(regionOrganisation)
		.innerJoin(region, eq(region.id, regionOrganisation.regionId))
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(and(eq(region.slug, slugs.region), eq(organisation.slug, slugs.organisation)))
		.get();
	if (!found) return null;
	const { standing, endedOn, mergedIntoId } = found.participation;
	return {
		region: found.region,
		organisation: found.organisation,
		participation: { standing, endedOn, mergedIntoId },
		scope: { kind: 'region', regionId: found.region.id, organisationIds: [] },
		regionIds: db
			.select({ id: regionOrganisation.regionId })
			.from(regionOrganisation)
			.where(eq(regionOrganisation.organisationId, found.organisation.id))
			.all()
			.map((row) => row.id),
	};
}

/** Every organisation that the region has or had, by name. */
export function listOrganisations(db: Db, regionId: number) {
	return db
		.select({
			id: organisation.id,
			slug: organisation.slug,
			name: organisation.name,
			shortName: organisation.shortName,
			kind: organisation.kind,
			version: organisation.version,
			publicBodyId: organisation.publicBodyId,
			endedOn: regionOrganisation.endedOn,
			mergedIntoId: regionOrganisation.mergedIntoId,
		})
		.from(regionOrganisation)
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(eq(regionOrganisation.regionId, regionId))
		.orderBy(asc(sql`lower(${organisation.name})`))
		.all();
}

export interface Uses {
	leads: number;
	involved: number;
	people: number;
	meetings: number;
}

/** Where the organisations of a region are in use, by id: in agendas that are not afgesloten, as people, at meetings. */
export function listUses(db: Db, regionId: number): (organisationId: number) => Uses {
	const inUse = and(eq(agenda.regionId, regionId), ne(agenda.state, 'closed'), isNull(item.archivedAt));
	const leads = db
		.select({ id: item.leadId, rows: count() })
		.from(item)
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(inUse)
		.groupBy(item.leadId)
		.all();
	const involved = db
		.select({ id: itemInvolved.organisationId, rows: count() })
		.from(itemInvolved)
		.innerJoin(item, eq(item.id, itemInvolved.itemId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(inUse)
		.groupBy(itemInvolved.organisationId)
		.all();
	const people = db
		.select({ id: membership.organisationId, rows: countDistinct(membership.userId) })
		.from(membership)
		.where(eq(membership.regionId, regionId))
		.groupBy(membership.organisationId)
		.all();
	const meetings = db
		.select({ id: meetingParticipant.organisationId, rows: count() })
		.from(meetingParticipant)
		.innerJoin(meeting, eq(meeting.id, meetingParticipant.meetingId))
		.innerJoin(agenda, eq(agenda.id, meeting.agendaId))
		.where(eq(agenda.regionId, regionId))
		.groupBy(meetingParticipant.organisationId)
		.all();
	const reader = (rows: readonly { id: number | null; rows: number }[]) => {
		const byId = new Map(rows.map((row) => [row.id, row.rows]));
		return (id: number) => byId.get(id) ?? 0;
	};
	const [ofLeads, ofInvolved, ofPeople, ofMeetings] = [leads, involved, people, meetings].map(reader);
	return (id) => ({
		leads: ofLeads?.(id) ?? 0,
		involved: ofInvolved?.(id) ?? 0,
		people: ofPeople?.(id) ?? 0,
		meetings: ofMeetings?.(id) ?? 0,
	});
}

type Change = Partial<Pick<OrganisationRow, 'name' | 'shortName' | 'kind' | 'publicBodyId'>>;

/** The version goes up by one, also when only something around the row changed. */
export function updateOrganisation(
	db: Db,
	{ organisation: row }: Authorized<OrganisationSubject>,
	values: Change,
): void {
	db.update(organisation)
		.set({ ...values, version: row.version + 1 })
		.where(eq(organisation.id, row.id))
		.run();
}

export function insertFormerName(
	db: Db,
	_by: Authorized<RegionSubject>,
	values: Omit<typeof formerName.$inferInsert, 'id'>,
): void {
	db.insert(formerName).values(values).run();
}

export function updateParticipation(
	db: Db,
	subject: Authorized<OrganisationSubject>,
	values: { endedOn: Day | null; mergedIntoId: number | null },
): void {
	db.update(regionOrganisation)
		.set(values)
		.where(
			and(
				eq(regionOrganisation.regionId, subject.region.id),
				eq(regionOrganisation.organisationId, subject.organisation.id),
			),
		)
		.run();
}

/** The items in use of agendas that are not afgesloten, which this organisation leads. */
export function listLedItems(db: Db, regionId: number, organisationId: number) {
	return db
		.select({
			id: item.id,
			agendaSlug: agenda.slug,
			agendaTitle: agenda.title,
			themeCode: theme.code,
			themeName: theme.name,
			number: item.number,
			title: item.shortTitle,
		})
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(
			and(
				eq(agenda.regionId, regionId),
				eq(item.leadId, organisationId),
				ne(agenda.state, 'closed'),
				isNull(item.archivedAt),
			),
		)
		.orderBy(asc(agenda.id), asc(theme.position), asc(item.position), asc(item.number))
		.all();
}

/** Whoever has a role for this organisation in the region. */
export function listPeople(db: Db, regionId: number, organisationId: number) {
	return db
		.selectDistinct({ id: user.id, name: user.name })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(and(eq(membership.regionId, regionId), eq(membership.organisationId, organisationId)))
		.orderBy(asc(user.name))
		.all();
}
