/** SQL for one status: finding it with all that its rules need, and writing it. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import { countsInRound, outOfUseSince } from '#lib/domain/archive.ts';
import { NO_GOALS, type GoalTexts } from '#lib/domain/goal.ts';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import type { StatusEntry } from '#lib/domain/status-entry.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import type { Day } from '#lib/domain/day.ts';
import type { GoalState, StatusState } from '#lib/domain/workflow.ts';
import { prepared, type Db } from '../db/open.ts';
import { findMeasure, type MeasureRecord } from '../db/measure.ts';
import { organisationsOf } from '../db/ownership.ts';
import { listExceptions, type ExceptionOfPerson } from '../db/round-exceptions.ts';
import {
	agenda,
	audit,
	goalDecision,
	goalVersion,
	item,
	organisation,
	region,
	status,
	statusRound,
	theme,
	user,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import { findMeasurement, type Measurement } from './measurement.repo.ts';

type RoundRow = typeof statusRound.$inferSelect;
type ItemRow = typeof item.$inferSelect;
type StatusRow = typeof status.$inferSelect;

/** One item in one round, and whose it is. */
export interface StatusSubject {
	scope: Scope;
	round: RoundRow;
	/** The first year of the agenda; the privacy guard holds dates against it. */
	agendaStartYear: number;
	item: ItemRow;
	/** Null when nobody has touched it in this round. */
	status: StatusRow | null;
	/** How the item is measured; null for most. */
	measure: MeasureRecord | null;
	/** The number that came with this status; null when none was given. */
	measurement: Measurement | null;
	/** For whom a closed round is open again; empty in any other round. */
	exceptions: ExceptionOfPerson[];
}

const placeRows = prepared((db: Db) =>
	db
		.select({
			round: statusRound,
			item,
			themeArchivedAt: theme.archivedAt,
			regionId: agenda.regionId,
			agendaStartYear: agenda.startYear,
		})
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(theme, and(eq(theme.agendaId, agenda.id), eq(theme.code, sql.placeholder('themeCode'))))
		.innerJoin(item, and(eq(item.themeId, theme.id), eq(item.number, sql.placeholder('number'))))
		.where(eq(statusRound.slug, sql.placeholder('round')))
		.prepare(),
);

/** Null also for an item that was archived before the round opened: it is not asked for. */
export function findStatusSubject(db: Db, input: { round: string; item: string }): StatusSubject | null {
	const ref = parseItemRef(input.item);
	if (!ref) return null;
	const row = placeRows(db).get({ ...ref, round: input.round });
	if (!row) return null;
	const found = findStatus(db, row.round.id, row.item.id);
	const since = outOfUseSince(row.item.archivedAt, row.themeArchivedAt);
	if (!countsInRound(since, row.round, found !== null)) return null;
	return {
		scope: {
			kind: 'region',
			regionId: row.regionId,
			organisationIds: organisationsOf(db, row.item.id, row.item.leadId),
		},
		round: row.round,
		agendaStartYear: row.agendaStartYear,
		item: row.item,
		status: found,
		measure: findMeasure(db, row.item.id),
		measurement: found && findMeasurement(db, found.id),
		exceptions: row.round.state === 'closed' ? listExceptions(db, row.round.id) : [],
	};
}

const statusRows = prepared((db: Db) =>
	db
		.select()
		.from(status)
		.where(and(eq(status.roundId, sql.placeholder('roundId')), eq(status.itemId, sql.placeholder('itemId'))))
		.prepare(),
);

function findStatus(db: Db, roundId: number, itemId: number): StatusRow | null {
	return statusRows(db).get({ roundId, itemId }) ?? null;
}

export interface StatusActor {
	/** Null for the server itself. */
	actorId: number | null;
	actorName: string;
}

const lastChanges = prepared((db: Db) =>
	db
		.select({ actorId: audit.actorId, actorName: audit.actorName })
		.from(audit)
		.where(and(eq(audit.entity, 'status'), eq(audit.entityId, sql.placeholder('entityId'))))
		.orderBy(desc(audit.id))
		.limit(1)
		.prepare(),
);

/** Who touched it last, also by judging, which leaves its author as it was. */
export function findLastChange(db: Db, statusId: number): StatusActor | undefined {
	return lastChanges(db).get({ entityId: String(statusId) });
}

export interface CurrentGoals {
	id: number | null;
	number: number | null;
	texts: GoalTexts;
}

const newestGoals = prepared((db: Db) =>
	db
		.select()
		.from(goalVersion)
		.where(eq(goalVersion.itemId, sql.placeholder('itemId')))
		.orderBy(desc(goalVersion.number))
		.limit(1)
		.prepare(),
);

/** The newest version of the goals; without an id when none was written yet. */
export function findCurrentGoals(db: Db, itemId: number): CurrentGoals {
	const row = newestGoals(db).get({ itemId });
	if (!row) return { id: null, number: null, texts: NO_GOALS };
	const { rood, oranje, groen, donkergroen } = row;
	return { id: row.id, number: row.number, texts: { rood, oranje, groen, donkergroen } };
}

const everyGoals = prepared((db: Db) =>
	db
		.select()
		.from(goalVersion)
		.where(eq(goalVersion.itemId, sql.placeholder('itemId')))
		.orderBy(goalVersion.number)
		.prepare(),
);

/** Every version of the goals, oldest first. */
export function listGoalVersions(db: Db, itemId: number) {
	return everyGoals(db)
		.all({ itemId })
		.map(({ rood, oranje, groen, donkergroen, ...version }) => ({
			...version,
			texts: { rood, oranje, groen, donkergroen },
		}));
}

const newestGoalState = prepared((db: Db) =>
	db
		.select({ state: goalDecision.state, decidedOn: goalDecision.decidedOn })
		.from(goalVersion)
		.leftJoin(goalDecision, eq(goalDecision.goalVersionId, goalVersion.id))
		.where(eq(goalVersion.itemId, sql.placeholder('itemId')))
		.orderBy(desc(goalVersion.number), desc(goalDecision.id))
		.limit(1)
		.prepare(),
);

/** What the forum decided about the newest version; null while it is a concept that nobody decided about. */
export function findCurrentGoalState(db: Db, itemId: number): { state: GoalState; decidedOn: Day } | null {
	const row = newestGoalState(db).get({ itemId });
	return row?.state && row.decidedOn ? { state: row.state, decidedOn: row.decidedOn } : null;
}

export type EarlierStatus = StatusRow & { period: RoundRow['period'] };

const agreedRows = prepared((db: Db) =>
	db
		.select({ status, period: statusRound.period })
		.from(status)
		.innerJoin(statusRound, eq(statusRound.id, status.roundId))
		.where(and(eq(status.itemId, sql.placeholder('itemId')), eq(status.state, 'agreed')))
		.prepare(),
);

/** The last agreed status of the item before this round, or null. */
export function findPreviousStatus(db: Db, subject: StatusSubject): EarlierStatus | null {
	const rows = agreedRows(db)
		.all({ itemId: subject.item.id })
		.filter((row) => comparePeriods(row.period, subject.round.period) < 0)
		.sort((a, b) => comparePeriods(b.period, a.period));
	const last = rows[0];
	return last ? { ...last.status, period: last.period } : null;
}

export interface StatusChange extends StatusEntry {
	unchanged: boolean;
	state: StatusState;
	goalVersionId: number | null;
	returnNote: string;
	authorId: number | null;
	now: Date;
}

/** Inserts or updates the status; the version goes up by one. Answers the id of the row. */
export function writeStatus(db: Db, subject: Authorized<StatusSubject>, change: StatusChange): number {
	const { now, ...values } = change;
	const written = {
		...values,
		updatedAt: now,
		submittedAt: change.state === 'submitted' ? now : (subject.status?.submittedAt ?? null),
		version: (subject.status?.version ?? 0) + 1,
	};
	if (!subject.status) {
		return db
			.insert(status)
			.values({ ...written, roundId: subject.round.id, itemId: subject.item.id })
			.returning({ id: status.id })
			.get().id;
	}
	db.update(status).set(written).where(eq(status.id, subject.status.id)).run();
	return subject.status.id;
}

/** Moves an existing status to another state without touching its texts. */
export function moveStatusRow(
	db: Db,
	subject: Authorized<StatusSubject>,
	change: { state: StatusState; returnNote: string; agreedAt: Date | null },
): void {
	if (!subject.status) return;
	db.update(status)
		.set({ ...change, version: subject.status.version + 1 })
		.where(eq(status.id, subject.status.id))
		.run();
}

const nameRows = prepared((db: Db) =>
	db
		.select({
			themeName: theme.name,
			agendaSlug: agenda.slug,
			agendaTitle: agenda.title,
			officialForum: region.officialForum,
			leadName: organisation.shortName,
		})
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.leftJoin(organisation, eq(organisation.id, item.leadId))
		.where(eq(item.id, sql.placeholder('itemId')))
		.prepare(),
);

const authorRows = prepared((db: Db) =>
	db
		.select({ name: user.name })
		.from(user)
		.where(eq(user.id, sql.placeholder('userId')))
		.prepare(),
);

/** Names around a status form: its theme, lead, agenda and who wrote last. */
export function findStatusNames(db: Db, subject: StatusSubject) {
	const names = nameRows(db).get({ itemId: subject.item.id });
	const userId = subject.status?.authorId;
	const author = userId ? authorRows(db).get({ userId }) : undefined;
	return names && { ...names, authorName: author?.name ?? null };
}
