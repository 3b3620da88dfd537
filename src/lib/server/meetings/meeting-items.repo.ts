/** SQL for the agenda of a meeting: what is on the table, in order. */
import { and, asc, eq, max } from 'drizzle-orm';
import { itemRef, parseItemRef } from '#lib/domain/item-ref.ts';
import type { Db } from '../db/open.ts';
import { item, meetingItem, status, theme } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import { findMeeting, type MeetingSubject } from './meetings.repo.ts';

export type EntryRow = typeof meetingItem.$inferSelect;

export interface EntrySubject extends MeetingSubject {
	entry: EntryRow;
}

export function findEntry(db: Db, input: { meeting: string; entry: number }): EntrySubject | null {
	const subject = findMeeting(db, input.meeting);
	if (!subject) return null;
	const entry = db
		.select()
		.from(meetingItem)
		.where(and(eq(meetingItem.id, input.entry), eq(meetingItem.meetingId, subject.meeting.id)))
		.get();
	return entry ? { ...subject, entry } : null;
}

/** In order, each with the name of its agendapunt, if it is one. */
export function listEntries(db: Db, meetingId: number) {
	return db
		.select({ entry: meetingItem, themeCode: theme.code, number: item.number, shortTitle: item.shortTitle })
		.from(meetingItem)
		.leftJoin(item, eq(item.id, meetingItem.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.where(eq(meetingItem.meetingId, meetingId))
		.orderBy(asc(meetingItem.position), asc(meetingItem.id))
		.all()
		.map(({ entry, themeCode, number, shortTitle }) => ({
			...entry,
			ref: themeCode === null || number === null ? null : itemRef(themeCode, number),
			shortTitle: shortTitle ?? entry.subject,
		}));
}

export type EntryLine = ReturnType<typeof listEntries>[number];

/** The items of an agenda by name. */
export function findItemIds(db: Db, agendaId: number): Map<string, number> {
	const rows = db
		.select({ id: item.id, code: theme.code, number: item.number })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(eq(item.agendaId, agendaId))
		.all();
	return new Map(rows.map((row) => [itemRef(row.code, row.number), row.id]));
}

/** "Thuiszitters 2: Registratie" by the name of the item. */
export function listItemTitles(db: Db, agendaId: number): Map<string, string> {
	const rows = db
		.select({ code: theme.code, theme: theme.name, number: item.number, title: item.shortTitle })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(eq(item.agendaId, agendaId))
		.all();
	return new Map(
		rows.map((row) => [itemRef(row.code, row.number), `${row.theme} ${row.number}: ${row.title}`]),
	);
}

/** Null for '' and for a name that no item of the agenda has. */
export function findItem(db: Db, agendaId: number, ref: string) {
	const parsed = parseItemRef(ref);
	if (!parsed) return null;
	return (
		db
			.select({ id: item.id, kind: item.kind, title: item.shortTitle })
			.from(item)
			.innerJoin(theme, eq(theme.id, item.themeId))
			.where(
				and(eq(item.agendaId, agendaId), eq(theme.code, parsed.themeCode), eq(item.number, parsed.number)),
			)
			.get() ?? null
	);
}

/** The level that the officials gave, once they agreed on it; null without one. */
export function findAgreedLevel(db: Db, roundId: number, itemId: number) {
	const agreed = and(eq(status.roundId, roundId), eq(status.itemId, itemId), eq(status.state, 'agreed'));
	return db.select({ level: status.level }).from(status).where(agreed).get()?.level ?? null;
}

type EntryColumns = Pick<typeof meetingItem.$inferInsert, 'itemId' | 'subject' | 'kind' | 'note'>;

/** At the end of the agenda. */
export function insertEntry(db: Db, subject: Authorized<MeetingSubject>, values: EntryColumns): number {
	const last = db
		.select({ position: max(meetingItem.position) })
		.from(meetingItem)
		.where(eq(meetingItem.meetingId, subject.meeting.id))
		.get()?.position;
	return db
		.insert(meetingItem)
		.values({ ...values, meetingId: subject.meeting.id, position: (last ?? -1) + 1 })
		.returning({ id: meetingItem.id })
		.get().id;
}

export function updateEntry(
	db: Db,
	subject: Authorized<EntrySubject>,
	values: Partial<Pick<EntryColumns, 'kind' | 'note'>>,
): void {
	db.update(meetingItem)
		.set({ ...values, version: subject.entry.version + 1 })
		.where(eq(meetingItem.id, subject.entry.id))
		.run();
}

export function placeEntry(
	db: Db,
	_by: Authorized<MeetingSubject>,
	row: { id: number; version: number },
	position: number,
): void {
	db.update(meetingItem)
		.set({ position, version: row.version + 1 })
		.where(eq(meetingItem.id, row.id))
		.run();
}

export function deleteEntry(db: Db, subject: Authorized<EntrySubject>): void {
	db.delete(meetingItem).where(eq(meetingItem.id, subject.entry.id)).run();
}
