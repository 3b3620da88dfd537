/** SQL for agendas: finding one, listing those of regions, and the texts that are no items. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { NoteKind } from '#lib/domain/note.ts';
import { prepared, type Db } from '../db/open.ts';
import { agenda, agendaNote, organisation, priority, region, statusRound, theme } from '../db/schema.ts';

export interface AgendaRecord {
	id: number;
	regionId: number;
	regionName: string;
	officialForum: string;
	boardForum: string;
	exampleData: boolean;
	slug: string;
	title: string;
	startYear: number;
	endYear: number;
	cadence: (typeof agenda.$inferSelect)['cadence'];
	state: (typeof agenda.$inferSelect)['state'];
}

const COLUMNS = {
	id: agenda.id,
	regionId: agenda.regionId,
	regionName: region.name,
	officialForum: region.officialForum,
	boardForum: region.boardForum,
	exampleData: region.exampleData,
	slug: agenda.slug,
	title: agenda.title,
	startYear: agenda.startYear,
	endYear: agenda.endYear,
	cadence: agenda.cadence,
	state: agenda.state,
};

const bySlug = prepared((db: Db) =>
	db
		.select(COLUMNS)
		.from(agenda)
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(agenda.slug, sql.placeholder('slug')))
		.prepare(),
);

export function findAgenda(db: Db, slug: string): AgendaRecord | null {
	return bySlug(db).get({ slug }) ?? null;
}

/** The agendas of these regions, newest first. */
export function listAgendas(db: Db, regionIds: readonly number[]): AgendaRecord[] {
	if (regionIds.length === 0) return [];
	return db
		.select(COLUMNS)
		.from(agenda)
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(inArray(agenda.regionId, [...regionIds]))
		.orderBy(asc(region.name), desc(agenda.startYear))
		.all();
}

export interface NoteRow {
	kind: NoteKind;
	subject: string;
	text: string;
	themeCode: string | null;
	themeName: string | null;
	organisation: string | null;
}

/** In the order of the source. */
export function listNotes(db: Db, agendaId: number): NoteRow[] {
	return db
		.select({
			kind: agendaNote.kind,
			subject: agendaNote.subject,
			text: agendaNote.text,
			themeCode: theme.code,
			themeName: theme.name,
			organisation: organisation.name,
		})
		.from(agendaNote)
		.leftJoin(theme, eq(theme.id, agendaNote.themeId))
		.leftJoin(organisation, eq(organisation.id, agendaNote.organisationId))
		.where(eq(agendaNote.agendaId, agendaId))
		.orderBy(asc(agendaNote.position))
		.all();
}

/** Those in use, by schooljaar and in their order. */
export function listPriorityTexts(db: Db, agendaId: number): { schoolYear: string; text: string }[] {
	return db
		.select({ schoolYear: priority.schoolYear, text: priority.text })
		.from(priority)
		.where(and(eq(priority.agendaId, agendaId), isNull(priority.archivedAt)))
		.orderBy(asc(priority.schoolYear), asc(priority.position))
		.all();
}

export function listThemes(db: Db, agendaId: number): { code: string; name: string; objective: string }[] {
	return db
		.select({ code: theme.code, name: theme.name, objective: theme.objective })
		.from(theme)
		.where(eq(theme.agendaId, agendaId))
		.orderBy(asc(theme.position))
		.all();
}

/** Whether any round of the agenda exists, so that it has levels to show. */
export function hasRounds(db: Db, agendaId: number): boolean {
	return (
		db
			.select({ id: statusRound.id })
			.from(statusRound)
			.where(eq(statusRound.agendaId, agendaId))
			.limit(1)
			.get() !== undefined
	);
}
