/** SQL for what would be left lying when somebody goes: what is tied to the person, and what to the organisation. */
import { and, asc, countDistinct, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Db } from '../db/open.ts';
import {
	action,
	agenda,
	item,
	membership,
	roundException,
	status,
	statusRound,
	theme,
	user,
} from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

interface OfPerson {
	userId: number;
	regionId: number;
}

export interface OpenStatus {
	id: number;
	state: 'draft' | 'returned';
	period: Period;
	round: string;
	themeCode: string;
	themeName: string;
	number: number;
	title: string;
}

/** Statuses that this person is writing: drafts, and what was returned, in rounds that are not adopted. */
export function listOpenStatuses(db: Db, { userId, regionId }: OfPerson): OpenStatus[] {
	return db
		.select({
			id: status.id,
			state: status.state,
			period: statusRound.period,
			round: statusRound.slug,
			themeCode: theme.code,
			themeName: theme.name,
			number: item.number,
			title: item.shortTitle,
		})
		.from(status)
		.innerJoin(statusRound, eq(statusRound.id, status.roundId))
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(item, eq(item.id, status.itemId))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(
			and(
				eq(status.authorId, userId),
				eq(agenda.regionId, regionId),
				inArray(status.state, ['draft', 'returned']),
				ne(statusRound.state, 'adopted'),
			),
		)
		.orderBy(asc(statusRound.period), asc(theme.position), asc(item.number))
		.all()
		.flatMap(({ state, ...row }) => (state === 'draft' || state === 'returned' ? [{ ...row, state }] : []));
}

/** The author is not what people edit: the version stays, so that nobody who has the page open meets a conflict. */
export function updateAuthor(
	db: Db,
	_by: Authorized<Subject>,
	statusIds: readonly number[],
	userId: number,
): void {
	db.update(status)
		.set({ authorId: userId })
		.where(inArray(status.id, [...statusIds]))
		.run();
}

/** Closed rounds that are open again for this person, today or later. */
export function listOpenExceptions(db: Db, { userId, regionId }: OfPerson, today: Day) {
	return db
		.select({
			id: roundException.id,
			until: roundException.until,
			reason: roundException.reason,
			roundId: statusRound.id,
			round: statusRound.slug,
			period: statusRound.period,
		})
		.from(roundException)
		.innerJoin(statusRound, eq(statusRound.id, roundException.roundId))
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.where(
			and(
				eq(roundException.userId, userId),
				eq(agenda.regionId, regionId),
				eq(statusRound.state, 'closed'),
				isNull(roundException.endedAt),
				gte(roundException.until, today),
			),
		)
		.orderBy(asc(roundException.until))
		.all();
}

export function updateExceptionPerson(db: Db, _by: Authorized<Subject>, id: number, userId: number): void {
	db.update(roundException).set({ userId }).where(eq(roundException.id, id)).run();
}

export interface LedBy {
	/** Agendapunten of agendas that are not closed. */
	items: number;
	/** Acties that are planned or running. */
	actions: number;
	/** Advisers of this organisation other than this person who are on. */
	otherAdvisers: number;
}

/** What an organisation has to do in a region, and how many others do it. */
export function findLoad(db: Db, { userId, regionId }: OfPerson, organisationId: number): LedBy {
	const here = and(eq(agenda.regionId, regionId), ne(agenda.state, 'closed'), isNull(item.archivedAt));
	const items = db
		.select({ count: countDistinct(item.id) })
		.from(item)
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(and(here, eq(item.leadId, organisationId)))
		.get();
	const actions = db
		.select({ count: countDistinct(action.id) })
		.from(action)
		.innerJoin(item, eq(item.id, action.itemId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(
			and(here, eq(action.organisationId, organisationId), inArray(action.state, ['planned', 'running'])),
		)
		.get();
	const others = db
		.select({ count: countDistinct(user.id) })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(
			and(
				eq(membership.regionId, regionId),
				eq(membership.organisationId, organisationId),
				eq(membership.role, 'adviser'),
				eq(user.active, true),
				ne(user.id, userId),
			),
		)
		.get();
	return { items: items?.count ?? 0, actions: actions?.count ?? 0, otherAdvisers: others?.count ?? 0 };
}
