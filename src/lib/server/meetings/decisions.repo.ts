/** SQL for what a meeting decides: decisions, accords and levels of its own. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { Db } from '../db/open.ts';
import { accord, boardLevel, decision, item, meeting, organisation, theme } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { MeetingSubject } from './meetings.repo.ts';

export type DecisionRow = typeof decision.$inferSelect;
export type AccordRow = typeof accord.$inferSelect;
export type BoardLevelRow = typeof boardLevel.$inferSelect;

export interface DecisionSubject extends MeetingSubject {
	decision: DecisionRow;
}

const refOf = (row: { code: string | null; number: number | null }) =>
	row.code === null || row.number === null ? null : itemRef(row.code, row.number);

/** Of these meetings, oldest first, each with the names of its item and its organisation. */
export function listDecisions(db: Db, meetingIds: readonly number[]) {
	if (meetingIds.length === 0) return [];
	return db
		.select({
			decision,
			code: theme.code,
			themeName: theme.name,
			number: item.number,
			title: item.shortTitle,
			organisation: organisation.shortName,
			meeting: meeting.slug,
			heldOn: meeting.heldOn,
		})
		.from(decision)
		.innerJoin(meeting, eq(meeting.id, decision.meetingId))
		.leftJoin(item, eq(item.id, decision.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(organisation, eq(organisation.id, decision.organisationId))
		.where(inArray(decision.meetingId, [...meetingIds]))
		.orderBy(asc(meeting.heldOn), asc(decision.id))
		.all()
		.map(({ decision: row, ...names }) => ({
			...row,
			ref: refOf(names),
			organisation: names.organisation,
			meeting: names.meeting,
			heldOn: names.heldOn,
			about: names.themeName === null ? null : `${names.themeName} ${names.number}: ${names.title}`,
		}));
}

export type DecisionLine = ReturnType<typeof listDecisions>[number];

export function findDecision(db: Db, meetingId: number, id: number): DecisionRow | null {
	const own = and(eq(decision.id, id), eq(decision.meetingId, meetingId));
	return db.select().from(decision).where(own).get() ?? null;
}

export function insertDecision(
	db: Db,
	subject: Authorized<MeetingSubject>,
	values: Pick<
		typeof decision.$inferInsert,
		'itemId' | 'text' | 'organisationId' | 'dueOn' | 'authorId' | 'createdAt'
	>,
): number {
	return db
		.insert(decision)
		.values({ ...values, meetingId: subject.meeting.id, state: 'open' })
		.returning({ id: decision.id })
		.get().id;
}

export function updateDecision(
	db: Db,
	subject: Authorized<DecisionSubject>,
	values: Partial<Pick<DecisionRow, 'text' | 'organisationId' | 'dueOn' | 'state' | 'followUp'>>,
): void {
	db.update(decision)
		.set({ ...values, version: subject.decision.version + 1 })
		.where(eq(decision.id, subject.decision.id))
		.run();
}

/** By organisation, each with the name of its item; those about the whole have no ref. */
export function listAccords(db: Db, meetingId: number) {
	return db
		.select({ accord, code: theme.code, number: item.number, organisation: organisation.shortName })
		.from(accord)
		.innerJoin(organisation, eq(organisation.id, accord.organisationId))
		.leftJoin(item, eq(item.id, accord.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.where(eq(accord.meetingId, meetingId))
		.orderBy(asc(organisation.name), asc(accord.id))
		.all()
		.map(({ accord: row, organisation: name, ...names }) => ({
			...row,
			organisation: name,
			ref: refOf(names),
		}));
}

export type AccordLine = ReturnType<typeof listAccords>[number];

export function findAccord(
	db: Db,
	key: { meetingId: number; organisationId: number; itemId: number | null },
): AccordRow | null {
	const same = and(
		eq(accord.meetingId, key.meetingId),
		eq(accord.organisationId, key.organisationId),
		sql`coalesce(${accord.itemId}, 0) = ${key.itemId ?? 0}`,
	);
	return db.select().from(accord).where(same).get() ?? null;
}

type AccordColumns = Pick<
	typeof accord.$inferInsert,
	'organisationId' | 'itemId' | 'stance' | 'text' | 'authorId' | 'updatedAt'
>;

export function writeAccord(
	db: Db,
	subject: Authorized<MeetingSubject>,
	existing: AccordRow | null,
	values: AccordColumns,
): void {
	if (existing === null) {
		db.insert(accord)
			.values({ ...values, meetingId: subject.meeting.id })
			.run();
		return;
	}
	db.update(accord)
		.set({ ...values, version: existing.version + 1 })
		.where(eq(accord.id, existing.id))
		.run();
}

/** Whether anything was said or decided there. */
export function hasDecided(db: Db, meetingId: number): boolean {
	const tables = [decision, accord, boardLevel] as const;
	return tables.some(
		(table) =>
			db.select({ id: table.id }).from(table).where(eq(table.meetingId, meetingId)).limit(1).get() !==
			undefined,
	);
}

/** The levels that hold in this round, with the names of their items. */
export function listBoardLevels(db: Db, roundId: number) {
	return db
		.select({ level: boardLevel, code: theme.code, number: item.number })
		.from(boardLevel)
		.innerJoin(item, eq(item.id, boardLevel.itemId))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(and(eq(boardLevel.roundId, roundId), isNull(boardLevel.withdrawnAt)))
		.all()
		.map(({ level, code, number }) => ({ ...level, ref: itemRef(code, number) }));
}

export type BoardLevelLine = ReturnType<typeof listBoardLevels>[number];

/** Also one that was taken back. */
export function findBoardLevel(db: Db, roundId: number, itemId: number): BoardLevelRow | null {
	const same = and(eq(boardLevel.roundId, roundId), eq(boardLevel.itemId, itemId));
	return db.select().from(boardLevel).where(same).get() ?? null;
}

export function writeBoardLevel(
	db: Db,
	subject: Authorized<MeetingSubject>,
	existing: BoardLevelRow | null,
	values: Omit<typeof boardLevel.$inferInsert, 'id' | 'meetingId' | 'version'>,
): void {
	const meetingId = subject.meeting.id;
	if (existing === null) {
		db.insert(boardLevel)
			.values({ ...values, meetingId })
			.run();
		return;
	}
	db.update(boardLevel)
		.set({ ...values, meetingId, version: existing.version + 1 })
		.where(eq(boardLevel.id, existing.id))
		.run();
}
