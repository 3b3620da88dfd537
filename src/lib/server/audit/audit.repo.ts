/** The audit trail: who did what, when, from what to what. Rows are only ever added, each chained to the one before. */
import { z } from 'zod';
import type { Actor } from '#lib/domain/access.ts';
import { CHAIN_START, type ChainRow } from '#lib/domain/audit-chain.ts';
import { prepared, type Db } from '../db/open.ts';
import { hashAfter, hashOverAll, type StoredRow } from './chain.ts';

export interface AuditEntry {
	entity: string;
	entityId: string | number;
	before?: Record<string, unknown> | null;
	after?: Record<string, unknown> | null;
	/** In whose log it stands, a row for each; left out for that of what the use case is about. Null is the platform. */
	regions?: readonly (number | null)[];
}

/** Who does it, when, and by which request. */
export interface AuditBy {
	db: Db;
	actor: Actor;
	now: Date;
	requestId?: string;
}

const COLUMNS =
	'id, at, actor_id AS actorId, actor_name AS actorName, region_id AS regionId, action, entity, entity_id AS entityId, before, after, request_id AS requestId, hash';

const statements = prepared((db) => ({
	tail: db.$client.prepare<[], { id: number; hash: string | null }>(
		'SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1',
	),
	counted: db.$client.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck(),
	walk: db.$client.prepare<[], StoredRow>(`SELECT ${COLUMNS} FROM audit ORDER BY id`),
	recent: db.$client.prepare<[string, string, number | null, number]>(
		`SELECT 1 FROM (SELECT actor_id, at FROM audit WHERE entity = ? AND entity_id = ? ORDER BY id DESC LIMIT 500)
		WHERE actor_id IS ? AND at > ? LIMIT 1`,
	),
	regionsOf: db.$client.prepare<[number], { id: number }>(
		'SELECT DISTINCT region_id AS id FROM membership WHERE user_id = ? ORDER BY region_id',
	),
	insert: db.$client.prepare<[StoredRow]>(
		`INSERT INTO audit (id, at, actor_id, actor_name, region_id, action, entity, entity_id, before, after, request_id, hash)
		VALUES (@id, @at, @actorId, @actorName, @regionId, @action, @entity, @entityId, @before, @after, @requestId, @hash)`,
	),
}));

/** Only inside an immediate transaction: nobody else may add a row between reading the last hash and writing the next. */
export function appendAudit(
	{ db, actor, now, requestId }: AuditBy,
	action: string,
	regionId: number | null,
	entry: AuditEntry,
): void {
	const { tail, insert } = statements(db);
	const last = tail.get();
	const row: ChainRow = {
		// A number that was given out never comes back, so a row that was taken away leaves a hole.
		id: Math.max(countedAudit(db), last?.id ?? 0) + 1,
		at: now.getTime(),
		actorId: actor.kind === 'person' ? actor.userId : null,
		actorName: (actor.kind === 'anonymous' ? 'niet ingelogd' : actor.name).toWellFormed(),
		regionId,
		action,
		entity: entry.entity,
		entityId: String(entry.entityId).toWellFormed(),
		before: jsonOf(entry.before),
		after: jsonOf(entry.after),
		requestId: requestId ?? null,
	};
	const previous = last ? (last.hash ?? hashOverAll(walkAudit(db))) : CHAIN_START;
	insert.run({ ...row, hash: hashAfter(previous, row) });
}

function jsonOf(value: Record<string, unknown> | null | undefined): string | null {
	return value ? JSON.stringify(value) : null;
}

/** Every row in the order of the chain, read one at a time. Until the last is read, this connection can do nothing else. */
export function walkAudit(db: Db): Iterable<StoredRow> {
	return statements(db).walk.iterate();
}

/** The highest number that the database ever gave to a row; 0 when there never was one. */
export function countedAudit(db: Db): number {
	return z.number().default(0).parse(statements(db).counted.get());
}

/** Whether this person (null: nobody in particular) has a row about this thing after `since`, in milliseconds since 1970. */
export function hasRecentRow(
	db: Db,
	one: { entity: string; entityId: string; actorId: number | null; since: number },
): boolean {
	return statements(db).recent.get(one.entity, one.entityId, one.actorId, one.since) !== undefined;
}

/** The regions that this account has a role in now. */
export function regionsOfAccount(db: Db, userId: number): number[] {
	return statements(db)
		.regionsOf.all(userId)
		.map(({ id }) => id);
}
