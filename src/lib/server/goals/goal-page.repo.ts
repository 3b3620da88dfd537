/** SQL for the pages on which goals are written: items with their newest texts, versions with their authors, notes. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { GoalTexts } from '#lib/domain/goal.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { ItemKind, Level } from '#lib/domain/level.ts';
import type { NoteKind } from '#lib/domain/note.ts';
import type { GoalState } from '#lib/domain/workflow.ts';
import type { Db } from '../db/open.ts';
import {
	agenda,
	agendaNote,
	goalDecision,
	goalVersion,
	item,
	itemInvolved,
	organisation,
	region,
	theme,
	user,
} from '../db/schema.ts';

const AGENDA = {
	id: agenda.id,
	regionId: agenda.regionId,
	slug: agenda.slug,
	title: agenda.title,
	startYear: agenda.startYear,
	endYear: agenda.endYear,
	state: agenda.state,
	predecessorId: agenda.predecessorId,
	officialForum: region.officialForum,
};

export type GoalAgenda = NonNullable<ReturnType<typeof findGoalAgenda>>['agenda'];

export function findGoalAgenda(db: Db, slug: string) {
	const row = db
		.select(AGENDA)
		.from(agenda)
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(agenda.slug, slug))
		.get();
	if (!row) return null;
	const scope: Scope = { kind: 'region', regionId: row.regionId, organisationIds: [] };
	return { agenda: row, scope };
}

export interface GoalItem {
	id: number;
	ref: string;
	number: number;
	title: string;
	shortTitle: string;
	description: string;
	kind: ItemKind;
	themeCode: string;
	themeName: string;
	leadName: string | null;
	/** Lead and involved: whose advisers may write. */
	organisationIds: number[];
	/** Null when nothing was written yet. */
	newest: (GoalTexts & { id: number; number: number }) | null;
	state: GoalState;
	decidedOn: Day | null;
}

/** The items in use, in the order of the agenda, with the newest version of their goals. */
export function listGoalItems(db: Db, agendaId: number): GoalItem[] {
	const rows = db
		.select({ item, theme, leadName: organisation.shortName, newest: goalVersion })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(organisation, eq(organisation.id, item.leadId))
		.leftJoin(
			goalVersion,
			and(
				eq(goalVersion.itemId, item.id),
				sql`${goalVersion.number} = (select max(newer.number) from goal_version newer where newer.item_id = ${item.id})`,
			),
		)
		.where(and(eq(item.agendaId, agendaId), isNull(item.archivedAt), isNull(theme.archivedAt)))
		.orderBy(asc(theme.position), asc(item.position), asc(item.number))
		.all();
	const involved = Map.groupBy(listInvolved(db, agendaId), (row) => row.itemId);
	const decisions = lastDecisions(
		db,
		rows.flatMap(({ newest }) => (newest ? [newest.id] : [])),
	);
	return rows.map(({ item: row, theme: group, leadName, newest }) => ({
		id: row.id,
		ref: itemRef(group.code, row.number),
		number: row.number,
		title: row.title,
		kind: row.kind,
		shortTitle: row.shortTitle,
		description: row.description,
		themeCode: group.code,
		themeName: group.name,
		leadName,
		organisationIds: [
			...(row.leadId === null ? [] : [row.leadId]),
			...(involved.get(row.id) ?? []).map((one) => one.organisationId),
		],
		newest,
		state: (newest && decisions.get(newest.id)?.state) ?? 'concept',
		decidedOn: (newest && decisions.get(newest.id)?.decidedOn) ?? null,
	}));
}

function listInvolved(db: Db, agendaId: number) {
	return db
		.select({ itemId: itemInvolved.itemId, organisationId: itemInvolved.organisationId })
		.from(itemInvolved)
		.innerJoin(item, and(eq(item.id, itemInvolved.itemId), eq(item.agendaId, agendaId)))
		.all();
}

/** Per version the decision that counts. */
function lastDecisions(db: Db, versionIds: readonly number[]) {
	const rows = db
		.select()
		.from(goalDecision)
		.where(inArray(goalDecision.goalVersionId, [...versionIds]))
		.orderBy(asc(goalDecision.id))
		.all();
	return new Map(rows.map((row) => [row.goalVersionId, row]));
}

export interface VersionRow {
	number: number;
	texts: GoalTexts;
	changedLevels: Level[];
	reason: string;
	authorName: string | null;
	createdAt: Date;
	state: GoalState;
	decidedOn: Day | null;
}

/** Newest first. */
export function listVersions(db: Db, itemId: number): VersionRow[] {
	const rows = db
		.select({ version: goalVersion, authorName: user.name })
		.from(goalVersion)
		.leftJoin(user, eq(user.id, goalVersion.authorId))
		.where(eq(goalVersion.itemId, itemId))
		.orderBy(desc(goalVersion.number))
		.all();
	const decisions = lastDecisions(
		db,
		rows.map(({ version }) => version.id),
	);
	return rows.map(({ version, authorName }) => {
		const { id, number, rood, oranje, groen, donkergroen, changedLevels, reason, createdAt } = version;
		const { state = 'concept', decidedOn = null } = decisions.get(id) ?? {};
		const texts = { rood, oranje, groen, donkergroen };
		return { number, texts, changedLevels, reason, authorName, createdAt, state, decidedOn };
	});
}

const LESSONS = ['recommendation', 'bottleneck', 'conclusion'] as const satisfies readonly NoteKind[];

export interface LessonRow {
	kind: NoteKind;
	text: string;
	agendaTitle: string;
	organisation: string | null;
}

/** What these agendas say about the theme with this code: recommendations, bottlenecks and conclusions. */
export function listLessons(db: Db, agendaIds: readonly number[], themeCode: string): LessonRow[] {
	return db
		.select({
			kind: agendaNote.kind,
			text: agendaNote.text,
			agendaTitle: agenda.title,
			organisation: organisation.shortName,
		})
		.from(agendaNote)
		.innerJoin(theme, and(eq(theme.id, agendaNote.themeId), eq(theme.code, themeCode)))
		.innerJoin(agenda, eq(agenda.id, agendaNote.agendaId))
		.leftJoin(organisation, eq(organisation.id, agendaNote.organisationId))
		.where(and(inArray(agendaNote.agendaId, [...agendaIds]), inArray(agendaNote.kind, [...LESSONS])))
		.orderBy(desc(agenda.startYear), asc(agendaNote.position))
		.all();
}
