/** SQL for what a status is based on: links and files. */
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Period } from '#lib/domain/period.ts';
import type { RoundState, StatusState } from '#lib/domain/workflow.ts';
import type { Db } from '../db/open.ts';
import { findRoundItem, type RoundItem } from '../db/round-item.ts';
import { agenda, item, source, status, statusRound, storedFile, theme, user } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface SourcesSubject extends RoundItem {
	scope: Scope;
}

export interface SourceSubject extends SourcesSubject {
	source: typeof source.$inferSelect;
}

export function findSourcesSubject(db: Db, input: { round: string; item: string }): SourcesSubject | null {
	const place = findRoundItem(db, input);
	if (!place) return null;
	const { regionId, organisationIds } = place;
	return { ...place, scope: { kind: 'region', regionId, organisationIds } };
}

/** Null also for a source that belongs to another status. */
export function findSourceSubject(
	db: Db,
	input: { round: string; item: string; source: number },
): SourceSubject | null {
	const place = findSourcesSubject(db, input);
	const row =
		place &&
		db
			.select()
			.from(source)
			.where(
				and(
					eq(source.id, input.source),
					eq(source.roundId, place.round.id),
					eq(source.itemId, place.item.id),
				),
			)
			.get();
	return row ? { ...place, source: row } : null;
}

/** The id of an item by its place in the agenda; null when there is none. */
export function findItemOfAgenda(
	db: Db,
	agendaId: number,
	ref: { themeCode: string; number: number },
): number | null {
	const row = db
		.select({ id: item.id })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(and(eq(item.agendaId, agendaId), eq(theme.code, ref.themeCode), eq(item.number, ref.number)))
		.get();
	return row?.id ?? null;
}

const ofStatus = (place: Pick<RoundItem, 'round' | 'item'>) =>
	and(eq(source.roundId, place.round.id), eq(source.itemId, place.item.id), isNull(source.removedAt));

/** Those that stand, without the ones that were taken away. */
export function countSources(db: Db, place: Pick<RoundItem, 'round' | 'item'>): number {
	const row = db.select({ amount: count() }).from(source).where(ofStatus(place)).get();
	return row?.amount ?? 0;
}

const SHOWN = {
	id: source.id,
	title: source.title,
	url: source.url,
	fileId: source.fileId,
	fileName: storedFile.name,
	fileSize: storedFile.size,
	createdAt: source.createdAt,
	authorName: user.name,
	version: source.version,
};

/** Of one status, oldest first. */
export function listSourcesOf(db: Db, place: Pick<RoundItem, 'round' | 'item'>) {
	return db
		.select(SHOWN)
		.from(source)
		.leftJoin(storedFile, eq(storedFile.id, source.fileId))
		.leftJoin(user, eq(user.id, source.authorId))
		.where(ofStatus(place))
		.orderBy(asc(source.createdAt), asc(source.id))
		.all();
}

export type SourceRow = ReturnType<typeof listSourcesOf>[number];

/** Of every status of one item, oldest first, with what decides who sees them. */
export function listSourcesOfItem(
	db: Db,
	itemId: number,
): (SourceRow & { period: Period; round: RoundState; status: StatusState | null })[] {
	return db
		.select({ ...SHOWN, period: statusRound.period, round: statusRound.state, status: status.state })
		.from(source)
		.innerJoin(statusRound, eq(statusRound.id, source.roundId))
		.leftJoin(status, and(eq(status.roundId, source.roundId), eq(status.itemId, source.itemId)))
		.leftJoin(storedFile, eq(storedFile.id, source.fileId))
		.leftJoin(user, eq(user.id, source.authorId))
		.where(and(eq(source.itemId, itemId), isNull(source.removedAt)))
		.orderBy(asc(source.createdAt), asc(source.id))
		.all();
}

type NewSource = Pick<typeof source.$inferInsert, 'title' | 'url' | 'fileId' | 'authorId' | 'createdAt'>;

/** Answers its id. */
export function insertSource(db: Db, subject: Authorized<SourcesSubject>, values: NewSource): number {
	return db
		.insert(source)
		.values({ ...values, roundId: subject.round.id, itemId: subject.item.id })
		.returning({ id: source.id })
		.get().id;
}

type NewFile = Omit<typeof storedFile.$inferInsert, 'id' | 'regionId'>;

/** Only after its content has been stored. Answers its id. */
export function insertStoredFile(db: Db, subject: Authorized<SourcesSubject>, values: NewFile): number {
	return db
		.insert(storedFile)
		.values({ ...values, regionId: subject.regionId })
		.returning({ id: storedFile.id })
		.get().id;
}

export function markRemoved(db: Db, subject: Authorized<SourceSubject>, removedAt: Date): void {
	db.update(source)
		.set({ removedAt, version: subject.source.version + 1 })
		.where(eq(source.id, subject.source.id))
		.run();
}

export interface FileSubject {
	scope: Scope;
	regionId: number;
	file: typeof storedFile.$inferSelect;
	round: RoundState;
	status: StatusState | null;
}

/** Null when there is no such file, and when its source was taken away. */
export function findFileSubject(db: Db, fileId: number): FileSubject | null {
	const row = db
		.select({ file: storedFile, round: statusRound.state, status: status.state, regionId: agenda.regionId })
		.from(storedFile)
		.innerJoin(source, and(eq(source.fileId, storedFile.id), isNull(source.removedAt)))
		.innerJoin(statusRound, eq(statusRound.id, source.roundId))
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.leftJoin(status, and(eq(status.roundId, source.roundId), eq(status.itemId, source.itemId)))
		.where(eq(storedFile.id, fileId))
		.get();
	return row ? { ...row, scope: { kind: 'region', regionId: row.regionId, organisationIds: [] } } : null;
}
