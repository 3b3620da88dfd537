/** SQL for runs that make all letters of an adoption at once, and for the zip that comes of each. */
import { and, asc, desc, eq, isNotNull, lt } from 'drizzle-orm';
import { LETTER_FORMATS, type LetterFormat, type LetterRunState } from '#lib/domain/council-letter.ts';
import type { Db } from '../db/open.ts';
import { adoption, audit, letterRun, statusRound, storedFile, user } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';
import { findAdoptionSubject, type AdoptionSubject } from './letters.repo.ts';

export interface RunRow {
	id: number;
	formats: LetterFormat[];
	state: LetterRunState;
	total: number;
	made: number;
	problem: string;
	author: string | null;
	createdAt: Date;
	finishedAt: Date | null;
	/** The zip; null until it is there and once it was cleared away. */
	file: { id: number; hash: string; name: string; size: number } | null;
}

export interface RunSubject extends AdoptionSubject {
	run: RunRow;
}

const COLUMNS = {
	id: letterRun.id,
	formats: letterRun.formats,
	state: letterRun.state,
	total: letterRun.total,
	made: letterRun.made,
	problem: letterRun.problem,
	author: user.name,
	createdAt: letterRun.createdAt,
	finishedAt: letterRun.finishedAt,
	file: { id: storedFile.id, hash: storedFile.hash, name: storedFile.name, size: storedFile.size },
};

const rowsOf = (db: Db) =>
	db
		.select(COLUMNS)
		.from(letterRun)
		.leftJoin(storedFile, eq(storedFile.id, letterRun.fileId))
		.leftJoin(user, eq(user.id, letterRun.authorId));

const isFormat = (word: string): word is LetterFormat => LETTER_FORMATS.some((one) => one === word);
const runOf = (row: Omit<RunRow, 'formats'> & { formats: string[] }): RunRow => ({
	...row,
	formats: row.formats.filter(isFormat),
});

/** Older ones say nothing any more. */
const SHOWN = 5;

/** Newest first. */
export function listRuns(db: Db, adoptionId: number): RunRow[] {
	const rows = rowsOf(db).where(eq(letterRun.adoptionId, adoptionId));
	return rows.orderBy(desc(letterRun.id)).limit(SHOWN).all().map(runOf);
}

/** Null also for a run of another adoption. */
export function findRunSubject(db: Db, input: { round: string; run: number }): RunSubject | null {
	const subject = findAdoptionSubject(db, input.round);
	if (!subject) return null;
	const found = rowsOf(db)
		.where(and(eq(letterRun.id, input.run), eq(letterRun.adoptionId, subject.adoption.id)))
		.get();
	return found ? { ...subject, run: runOf(found) } : null;
}

export function insertRun(
	db: Db,
	subject: Authorized<AdoptionSubject>,
	values: Pick<typeof letterRun.$inferInsert, 'formats' | 'total' | 'authorId' | 'createdAt'>,
): number {
	return db
		.insert(letterRun)
		.values({ ...values, adoptionId: subject.adoption.id, state: 'waiting' })
		.returning({ id: letterRun.id })
		.get().id;
}

/**
 * A run of the same files that this one would only make again: it still waits, or nothing happened in the region since it
 * was asked for. Null for none.
 */
export function findSameRun(
	db: Db,
	{ adoption: { id }, region: { id: regionId } }: AdoptionSubject,
	formats: readonly LetterFormat[],
): number | null {
	const same = listRuns(db, id).filter(
		(run) => [...run.formats].sort().join() === [...formats].sort().join(),
	);
	const waiting = same.find(({ state }) => state === 'waiting');
	if (waiting) return waiting.id;
	const last = db
		.select({ action: audit.action, after: audit.after })
		.from(audit)
		.where(eq(audit.regionId, regionId))
		.orderBy(desc(audit.id))
		.get();
	const asked = last?.action === 'letter.start-run' ? last.after?.['letterRun'] : null;
	return same.find(({ id: runId, state }) => state === 'running' && runId === asked)?.id ?? null;
}

/** The one that waits longest, with the round it is about; null when none waits. */
export function nextRun(db: Db): { id: number; round: string } | null {
	const row = db
		.select({ id: letterRun.id, round: statusRound.slug })
		.from(letterRun)
		.innerJoin(adoption, eq(adoption.id, letterRun.adoptionId))
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.where(eq(letterRun.state, 'waiting'))
		.orderBy(asc(letterRun.id))
		.get();
	return row ?? null;
}

export function updateRun(
	db: Db,
	_by: Authorized<Subject>,
	id: number,
	values: Partial<
		Pick<typeof letterRun.$inferInsert, 'state' | 'made' | 'problem' | 'fileId' | 'finishedAt'>
	>,
): void {
	db.update(letterRun).set(values).where(eq(letterRun.id, id)).run();
}

export function insertZip(
	db: Db,
	subject: Authorized<RunSubject>,
	file: { hash: string; name: string; size: number; createdAt: Date },
): number {
	return db
		.insert(storedFile)
		.values({ ...file, regionId: subject.region.id, type: 'application/zip' })
		.returning({ id: storedFile.id })
		.get().id;
}

/** Runs that say they are being made. */
export function listRunning(db: Db): number[] {
	const rows = db.select({ id: letterRun.id }).from(letterRun).where(eq(letterRun.state, 'running'));
	return rows.all().map(({ id }) => id);
}

/** Takes the zips of runs that were finished before this moment out of the database; answers their hashes. */
export function forgetZipsBefore(db: Db, by: Authorized<Subject>, before: Date): string[] {
	const old = db
		.select({ id: letterRun.id, fileId: storedFile.id, hash: storedFile.hash })
		.from(letterRun)
		.innerJoin(storedFile, eq(storedFile.id, letterRun.fileId))
		.where(and(isNotNull(letterRun.finishedAt), lt(letterRun.finishedAt, before)))
		.all();
	for (const { id, fileId } of old) {
		updateRun(db, by, id, { fileId: null });
		db.delete(storedFile).where(eq(storedFile.id, fileId)).run();
	}
	return old.map(({ hash }) => hash);
}
