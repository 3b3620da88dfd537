/** The secret address with which a person's own calendar program reads their calendar: making, reading and revoking it. */
import { z } from 'zod';
import type { CalendarEvent } from '#lib/domain/calendar.ts';
import { hashToken, newToken } from '../auth/tokens.ts';
import { command, notFound, query } from '../use-case.ts';
import { findActor } from '../users/find-actor.ts';
import { eventsOf } from './events-of.ts';
import { deleteFeed, findFeed, findFeedOwner, writeFeed } from './feed.repo.ts';

const account = () => ({ scope: { kind: 'account' } }) as const;

/** Answers the path, which cannot be shown again. An earlier address stops working. */
export const makeFeed = command({
	name: 'calendar.make-feed',
	permission: 'account.use',
	input: z.object({}),
	subject: account,
	run({ db, actor, now, record }, _input, subject): string {
		if (actor.kind !== 'person') throw notFound();
		const token = newToken();
		const before = findFeed(db, actor.userId);
		writeFeed(db, subject, { userId: actor.userId, tokenHash: hashToken(token), now });
		record({
			entity: 'calendar-feed',
			entityId: actor.userId,
			before: before && { madeAt: before.createdAt.toISOString() },
			after: { madeAt: now.toISOString() },
		});
		return `/kalender/${token}.ics`;
	},
});

export const revokeFeed = command({
	name: 'calendar.revoke-feed',
	permission: 'account.use',
	input: z.object({}),
	subject: account,
	run({ db, actor, record, nothingChanged }, _input, subject): void {
		const before = actor.kind === 'person' ? findFeed(db, actor.userId) : null;
		if (actor.kind !== 'person' || !before) return nothingChanged();
		deleteFeed(db, subject, actor.userId);
		record({
			entity: 'calendar-feed',
			entityId: actor.userId,
			before: { madeAt: before.createdAt.toISOString() },
			after: null,
		});
	},
});

/** The token is the only proof. One that is wrong, revoked, or of somebody whose account is off: nothing is there. */
export const readFeed = query({
	name: 'calendar.read-feed',
	permission: 'public',
	input: z.object({ token: z.string() }),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, now }, { token }): CalendarEvent[] {
		const userId = findFeedOwner(db, hashToken(token));
		const person = userId === null ? null : findActor(db, userId);
		if (!person) throw notFound();
		return eventsOf(db, person, now);
	},
});
