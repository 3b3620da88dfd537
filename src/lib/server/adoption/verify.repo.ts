/** SQL for checking adoptions: every one as it is stored, with what the audit trail says of it. */
import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { adoption, agenda, audit, statusRound, withdrawnAdoption } from '../db/schema.ts';
import { sha256 } from '../sha256.ts';
import { listStoredMeetings } from './added-meetings.repo.ts';
import type { StoredAdoption } from './check-adoption.ts';
import { listWithdrawn } from './withdrawal.repo.ts';

/** Newest first within an agenda. `slugs` null takes all of them. */
export function listStoredAdoptions(db: Db, slugs: readonly string[] | null): StoredAdoption[] {
	const rows = db
		.select({
			id: adoption.id,
			slug: statusRound.slug,
			period: statusRound.period,
			roundState: statusRound.state,
			agendaSlug: agenda.slug,
			adoptedOn: adoption.adoptedOn,
			forum: adoption.forum,
			snapshot: adoption.snapshot,
			hash: adoption.hash,
		})
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.where(slugs === null ? undefined : inArray(statusRound.slug, [...slugs]))
		.orderBy(asc(agenda.slug), sql`${statusRound.period} desc`)
		.all();
	const recorded = recordedHashes(db);
	const added = Map.groupBy(listStoredMeetings(db, slugs), (one) => one.slug);
	return rows.map(({ id, ...row }) => ({
		...row,
		recordedHash: recorded.get(String(id)) ?? null,
		added: added.get(row.slug) ?? [],
	}));
}

const IS_ADOPTION = and(eq(audit.entity, 'adoption'), eq(audit.action, 'adoption.create'));

function recordedHashes(db: Db): Map<string, string> {
	const rows = db
		.select({ id: audit.entityId, after: audit.after })
		.from(audit)
		.where(IS_ADOPTION)
		.orderBy(asc(audit.id))
		.all();
	return new Map(rows.map(({ id, after }) => [id, String(after?.['hash'])]));
}

/** The slugs of rounds that are adopted, without what was adopted. */
export function listRoundsWithoutAdoption(db: Db): string[] {
	return db
		.select({ slug: statusRound.slug })
		.from(statusRound)
		.leftJoin(adoption, eq(adoption.roundId, statusRound.id))
		.where(and(eq(statusRound.state, 'adopted'), isNull(adoption.id)))
		.all()
		.map((row) => row.slug);
}

/** The hashes of adoptions that the audit trail knows and that are gone, also from among those that were withdrawn. */
export function listHashesOfLostAdoptions(db: Db): string[] {
	const ids = db.select({ id: sql<string>`cast(${adoption.id} as text)` }).from(adoption);
	const withdrawn = db
		.select({ id: sql<string>`cast(${withdrawnAdoption.id} as text)` })
		.from(withdrawnAdoption);
	return db
		.select({ after: audit.after })
		.from(audit)
		.where(and(IS_ADOPTION, notInArray(audit.entityId, ids), notInArray(audit.entityId, withdrawn)))
		.all()
		.map(({ after }) => String(after?.['hash']));
}

/** Those that were withdrawn and are no longer what was adopted, by slug of the round and the hash they should have. */
export function listDamagedWithdrawals(db: Db): { slug: string; hash: string }[] {
	const recorded = recordedHashes(db);
	return listWithdrawn(db).filter(
		({ id, snapshot, hash }) => sha256(snapshot) !== hash || recorded.get(String(id)) !== hash,
	);
}
