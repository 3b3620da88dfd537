/** SQL for what a mail is about and who could get it. */
import { and, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Day } from '#lib/domain/day.ts';
import type { Db } from '../db/open.ts';
import {
	agenda,
	item,
	membership,
	region,
	roundException,
	status,
	statusRound,
	theme,
	user,
} from '../db/schema.ts';

const rounds = (db: Db) =>
	db
		.select({ round: statusRound, agenda, region })
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId));

export type MailRound = NonNullable<ReturnType<typeof findMailRound>>;

export function findMailRound(db: Db, roundId: number) {
	return rounds(db).where(eq(statusRound.id, roundId)).get() ?? null;
}

/** Every round that is open, in all regions. */
export function listOpenRounds(db: Db): MailRound[] {
	return rounds(db).where(eq(statusRound.state, 'open')).all();
}

/** The closed rounds that are open again for one person up to today or later, in all regions. */
export function listRunningExceptions(db: Db, today: Day) {
	return db
		.select({ exception: roundException })
		.from(roundException)
		.innerJoin(statusRound, eq(statusRound.id, roundException.roundId))
		.where(
			and(eq(statusRound.state, 'closed'), isNull(roundException.endedAt), gte(roundException.until, today)),
		)
		.all()
		.map((row) => row.exception);
}

/** The people of a region whose account is on, with a row per membership. */
export function listMailMembers(db: Db, regionId: number) {
	return db
		.select({
			userId: user.id,
			name: user.name,
			address: user.email,
			role: membership.role,
			organisationId: membership.organisationId,
		})
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(and(eq(membership.regionId, regionId), eq(user.active, true)))
		.orderBy(user.id)
		.all();
}

export type MailMember = ReturnType<typeof listMailMembers>[number];

export function findReturned(db: Db, statusId: number) {
	return (
		db
			.select({
				roundId: status.roundId,
				version: status.version,
				authorId: status.authorId,
				leadId: item.leadId,
				themeCode: theme.code,
				number: item.number,
				themeName: theme.name,
				shortTitle: item.shortTitle,
			})
			.from(status)
			.innerJoin(item, eq(item.id, status.itemId))
			.innerJoin(theme, eq(theme.id, item.themeId))
			.where(eq(status.id, statusId))
			.get() ?? null
	);
}

/** An account that is on, with this region or else another of its own; the region is null for who has none. */
export function findMailAccount(db: Db, userId: number, regionId: number | null) {
	return (
		db
			.select({
				name: user.name,
				address: user.email,
				regionId: region.id,
				region: region.name,
				version: user.version,
				hasPassword: isNotNull(user.passwordHash).mapWith(Boolean),
			})
			.from(user)
			.leftJoin(membership, eq(membership.userId, user.id))
			.leftJoin(region, eq(region.id, membership.regionId))
			.where(and(eq(user.id, userId), eq(user.active, true)))
			.orderBy(desc(sql`${region.id} is ${regionId}`))
			.limit(1)
			.get() ?? null
	);
}
