/** Good inputs for the use cases that plan rounds, reopen one for a person, judge many statuses and show the calendar. */
import { hashToken } from '#lib/server/auth/tokens.ts';
import { calendarFeed, roundException, statusRound, user } from '#lib/server/db/schema.ts';
import { eq } from 'drizzle-orm';
import { openRound } from '#lib/server/rounds/move-round.ts';
import type { Example } from './examples.ts';
import { answerTo } from './formal-steps.ts';
import { day } from './facts.ts';
import { emailOf, ITEM, type CastName, type World } from './world.ts';

const seen = (world: World) => ({ round: world.home.rounds.open, seen: `${ITEM.submitted}:1` });
const TOKEN = 'a'.repeat(43);

export const ROUND_EXAMPLES: Record<string, Example> = {
	'calendar.make-feed': () => ({}),
	'calendar.read-feed': (world) => {
		giveFeed(world, 'adviser', TOKEN);
		return { token: TOKEN };
	},
	'calendar.revoke-feed': ({ db, now }) => {
		const people = db.select({ userId: user.id }).from(user).all();
		for (const { userId } of people) {
			const values = { userId, tokenHash: String(userId), createdAt: now };
			db.insert(calendarFeed).values(values).onConflictDoNothing().run();
		}
		return {};
	},
	'calendar.view': () => ({}),
	'round.ask-step': ({ home }) => ({ round: home.rounds.planned, step: 'open' }),
	'round.edit-dates': ({ home }) => ({
		round: home.rounds.planned,
		version: 1,
		opensOn: '2021-04-06',
		closesOn: '2021-04-27',
	}),
	'round.end-exception': (world) => ({
		round: world.home.rounds.closed,
		version: 1,
		exception: reopen(world, 'adviser'),
	}),
	'round.plan-all': ({ home }) => ({
		agenda: home.agenda,
		rounds: [{ period: '2021-K2', opensOn: '2021-07-01', closesOn: '2021-07-21' }],
	}),
	'round.plans': ({ home }) => ({ agenda: home.agenda }),
	'round.progress': ({ home }) => ({ round: home.rounds.open }),
	'round.remove': ({ home }) => ({ round: home.rounds.planned, version: 1 }),
	'round.reopen-for': (world) => ({
		round: world.home.rounds.closed,
		version: 1,
		person: userIdOf(world, 'adviser'),
		until: '2021-01-20',
		reason: 'Griep.',
	}),
	'round.set-filling-days': ({ home }) => ({ agenda: home.agenda, version: 1, fillingDays: '14' }),
	'round.take-back': (world) => {
		const coordinator = world.as('coordinator');
		const round = world.home.rounds.planned;
		openRound(coordinator, answerTo(coordinator, round, 'open'));
		return answerTo(coordinator, round, 'take-back');
	},
	'status.agree-many': seen,
	'status.return-many': (world) => ({ ...seen(world), note: 'Graag concreter.' }),
};

export function userIdOf({ db, home }: World, who: CastName): number {
	const email = emailOf(who, home.region);
	return db.select({ id: user.id }).from(user).where(eq(user.email, email)).get()?.id ?? 0;
}

/** The closed round of home is open again for this person, until and including a day. Answers the id. */
export function reopen(world: World, who: CastName, until = '2021-01-20'): number {
	const { db, now, home } = world;
	const round = db.select().from(statusRound).where(eq(statusRound.slug, home.rounds.closed)).get();
	return db
		.insert(roundException)
		.values({
			roundId: round?.id ?? 0,
			userId: userIdOf(world, who),
			until: day(until),
			reason: 'Griep.',
			createdAt: now,
		})
		.returning({ id: roundException.id })
		.get().id;
}

export function giveFeed(world: World, who: CastName, token: string): void {
	const values = { userId: userIdOf(world, who), tokenHash: hashToken(token), createdAt: world.now };
	world.db
		.insert(calendarFeed)
		.values(values)
		.onConflictDoUpdate({ target: calendarFeed.userId, set: values })
		.run();
}
