/** SQL for searching the audit trail: by the number of the row, so that page one thousand is as quick as the first. */
import {
	and,
	asc,
	desc,
	eq,
	gt,
	gte,
	inArray,
	isNull,
	like,
	lt,
	lte,
	max,
	or,
	sql,
	type SQL,
} from 'drizzle-orm';
import { ACTIONS_OF_KIND } from '#lib/domain/audit-kind.ts';
import { addDays, startOfDay } from '#lib/domain/day.ts';
import type { LogFilter } from '#lib/input/audit-log.ts';
import type { Db } from '../db/open.ts';
import { audit, membership, region } from '../db/schema.ts';
import type { StoredRow } from './chain.ts';

/** Whose rows; null is the platform: what belongs to no region. */
export type LogOf = { regionId: number } | null;

export interface LogRow extends StoredRow {
	/** The hash of the row before it, of whichever region; null where that row has none. */
	previous: string | null;
}

/** Either the newest below a number, or the oldest above one. */
export type Stretch =
	{ kind: 'newest'; limit: number } | { kind: 'from'; after: number; until: number; limit: number };

export function searchLog(db: Db, of: LogOf, filter: LogFilter, stretch: Stretch): LogRow[] {
	const order = stretch.kind === 'newest' ? desc(audit.id) : asc(audit.id);
	const bounds =
		stretch.kind === 'newest'
			? [filter.voor === null ? undefined : lt(audit.id, filter.voor)]
			: [gt(audit.id, stretch.after), lte(audit.id, stretch.until)];
	// Each place has an index of its own; one OR over all of them would use none.
	const rows = placesOf(db, of).flatMap((place) =>
		db
			.select(COLUMNS)
			.from(audit)
			.where(and(place, ...conditions(filter), ...bounds))
			.orderBy(order)
			.limit(stretch.limit)
			.all(),
	);
	const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
	unique.sort((a, b) => (stretch.kind === 'newest' ? b.id - a.id : a.id - b.id));
	return unique.slice(0, stretch.limit);
}

/** The number of the last row there is; 0 in an empty trail. */
export function lastAuditId(db: Db): number {
	return (
		db
			.select({ id: max(audit.id) })
			.from(audit)
			.get()?.id ?? 0
	);
}

const COLUMNS = {
	id: audit.id,
	at: sql<number>`${audit.at}`,
	actorId: audit.actorId,
	actorName: audit.actorName,
	regionId: audit.regionId,
	action: audit.action,
	entity: audit.entity,
	entityId: audit.entityId,
	before: sql<string | null>`${audit.before}`,
	after: sql<string | null>`${audit.after}`,
	requestId: audit.requestId,
	hash: audit.hash,
	previous: sql<string | null>`(SELECT p.hash FROM audit p WHERE p.id < audit.id ORDER BY p.id DESC LIMIT 1)`,
};

/** Of a region: its own rows, what happened to the accounts of its members, and where those were refused. */
function placesOf(db: Db, of: LogOf): (SQL | undefined)[] {
	if (of === null) return [isNull(audit.regionId)];
	const members = db
		.select({ id: membership.userId })
		.from(membership)
		.where(eq(membership.regionId, of.regionId))
		.all()
		.map(({ id }) => id);
	const asText = [...new Set(members)].map(String);
	return [
		eq(audit.regionId, of.regionId),
		and(isNull(audit.regionId), inArray(audit.entity, ['user', 'account']), inArray(audit.entityId, asText)),
		and(isNull(audit.regionId), like(audit.action, 'access.%'), inArray(audit.actorId, members)),
	];
}

function conditions({ van, tot, wie, soort, over }: LogFilter): (SQL | undefined)[] {
	const [entity, entityId] = over?.split(':') ?? [];
	return [
		van ? gte(audit.at, startOfDay(van)) : undefined,
		tot ? lt(audit.at, startOfDay(addDays(tot, 1))) : undefined,
		wie ? sql`${audit.actorName} LIKE ${`%${wie.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'` : undefined,
		soort
			? or(...ACTIONS_OF_KIND[soort].map((name) => like(audit.action, name.replace(/\.$/, '.%'))))
			: undefined,
		entity ? eq(audit.entity, entity) : undefined,
		entityId ? eq(audit.entityId, entityId) : undefined,
	];
}

export interface LogRegion {
	id: number;
	slug: string;
	name: string;
}

export function findLogRegion(db: Db, slug: string): LogRegion | null {
	return db.select(REGION).from(region).where(eq(region.slug, slug)).get() ?? null;
}

/** In the order of their names. */
export function listLogRegions(db: Db, ids: readonly number[]): LogRegion[] {
	return db
		.select(REGION)
		.from(region)
		.where(inArray(region.id, [...ids]))
		.orderBy(asc(region.name))
		.all();
}

const REGION = { id: region.id, slug: region.slug, name: region.name };
