/** SQL for the themas of an agenda while they are being changed. */
import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { agenda, agendaNote, item, region, theme } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { EditSubject } from './agenda-editing.repo.ts';

export type ThemeRow = typeof theme.$inferSelect;

export interface ThemeSubject extends EditSubject {
	theme: ThemeRow;
}

export function findThemeSubject(db: Db, input: { agenda: string; theme: string }): ThemeSubject | null {
	const row = db
		.select({ agenda, region, theme })
		.from(theme)
		.innerJoin(agenda, eq(agenda.id, theme.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(and(eq(agenda.slug, input.agenda), eq(theme.code, input.theme)))
		.get();
	return row ? { ...row, scope: { kind: 'region', regionId: row.region.id, organisationIds: [] } } : null;
}

/** In their order, archived ones too. */
export function listThemes(db: Db, agendaId: number): ThemeRow[] {
	return db
		.select()
		.from(theme)
		.where(eq(theme.agendaId, agendaId))
		.orderBy(asc(theme.position), asc(theme.id))
		.all();
}

export function insertTheme(
	db: Db,
	agendaId: number,
	_by: Authorized<Pick<EditSubject, 'scope'>>,
	values: Omit<typeof theme.$inferInsert, 'id' | 'version' | 'agendaId'>,
): number {
	return db
		.insert(theme)
		.values({ ...values, agendaId })
		.returning({ id: theme.id })
		.get().id;
}

export function updateTheme(
	db: Db,
	subject: Authorized<ThemeSubject>,
	values: Partial<Omit<typeof theme.$inferInsert, 'id' | 'version' | 'agendaId'>>,
): void {
	db.update(theme)
		.set({ ...values, version: subject.theme.version + 1 })
		.where(eq(theme.id, subject.theme.id))
		.run();
}

export function deleteTheme(db: Db, subject: Authorized<ThemeSubject>): void {
	db.delete(theme).where(eq(theme.id, subject.theme.id)).run();
}

/** The order has the version of the agenda, not of each theme. */
export function placeTheme(db: Db, _by: Authorized<EditSubject>, id: number, position: number): void {
	db.update(theme).set({ position }).where(eq(theme.id, id)).run();
}

/** Items, archived ones too, and texts that belong to the theme. */
export function countThemeUses(db: Db, themeId: number): number {
	const items = db.select({ rows: count() }).from(item).where(eq(item.themeId, themeId)).get()?.rows ?? 0;
	const notes =
		db.select({ rows: count() }).from(agendaNote).where(eq(agendaNote.themeId, themeId)).get()?.rows ?? 0;
	return items + notes;
}
