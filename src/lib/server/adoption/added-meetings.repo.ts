/** SQL for meetings that were added to an adoption by a correctie: frozen in a row of their own. */
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { AddedMeeting } from '#lib/domain/adopted-meeting.ts';
import { dayOf } from '#lib/domain/day.ts';
import { prepared, type Db } from '../db/open.ts';
import { adoption, adoptionMeeting, audit, meeting, statusRound } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { AdoptionRecord } from './adoption.repo.ts';
import { readMeeting } from './snapshot.ts';

/** With the exact text that was hashed. */
export type AddedRecord = AddedMeeting & { text: string; hash: string };

const ADDED = {
	text: adoptionMeeting.text,
	hash: adoptionMeeting.hash,
	reason: adoptionMeeting.reason,
	author: adoptionMeeting.authorName,
	at: adoptionMeeting.createdAt,
};

const added = prepared((db: Db) =>
	db
		.select(ADDED)
		.from(adoptionMeeting)
		.where(
			and(eq(adoptionMeeting.adoptionId, sql.placeholder('adoptionId')), isNotNull(adoptionMeeting.text)),
		)
		.orderBy(asc(adoptionMeeting.createdAt), asc(adoptionMeeting.meetingId))
		.prepare(),
);

/** In the order in which they were added. Throws when one is no longer what was frozen. */
export function listAddedMeetings(db: Db, adoptionId: number): AddedRecord[] {
	return added(db)
		.all({ adoptionId })
		.flatMap(({ text, hash, reason, author, at }) =>
			text === null || hash === null
				? []
				: [{ meeting: readMeeting(text, hash), reason, author, on: dayOf(at), text, hash }],
		);
}

/** The meetings that the adoption holds, frozen or added. */
export function listHeldMeetingIds(db: Db, adoptionId: number): number[] {
	return db
		.select({ id: adoptionMeeting.meetingId })
		.from(adoptionMeeting)
		.where(eq(adoptionMeeting.adoptionId, adoptionId))
		.all()
		.map((row) => row.id);
}

export function insertAddedMeeting(
	db: Db,
	subject: Authorized<AdoptionRecord>,
	values: Omit<typeof adoptionMeeting.$inferInsert, 'adoptionId'>,
): void {
	db.insert(adoptionMeeting)
		.values({ ...values, adoptionId: subject.id })
		.run();
}

/** As they are stored, with the hash that the audit trail kept; null when its row is gone. By the slug of the round. */
export function listStoredMeetings(db: Db, slugs: readonly string[] | null) {
	const recorded = new Map(
		db
			.select({ after: audit.after })
			.from(audit)
			.where(eq(audit.action, 'adoption.add-meeting'))
			.all()
			.map(({ after }) => [
				`${String(after?.['round'])} ${String(after?.['meeting'])}`,
				String(after?.['hash']),
			]),
	);
	return db
		.select({
			slug: statusRound.slug,
			meeting: meeting.slug,
			text: adoptionMeeting.text,
			hash: adoptionMeeting.hash,
		})
		.from(adoptionMeeting)
		.innerJoin(meeting, eq(meeting.id, adoptionMeeting.meetingId))
		.innerJoin(adoption, eq(adoption.id, adoptionMeeting.adoptionId))
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.where(
			and(
				isNotNull(adoptionMeeting.text),
				slugs === null ? undefined : inArray(statusRound.slug, [...slugs]),
			),
		)
		.orderBy(asc(adoptionMeeting.createdAt), asc(adoptionMeeting.meetingId))
		.all()
		.map(({ text, hash, ...names }) => ({
			...names,
			text: text ?? '',
			hash: hash ?? '',
			recordedHash: recorded.get(`${names.slug} ${names.meeting}`) ?? null,
		}));
}
