/** The rounds of the person's regions that are planned, being filled in or wait for adoption, with how far each is. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { isRunning } from '#lib/domain/exception.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import { query } from '../use-case.ts';
import { progressOf } from './progress.ts';
import { listRoundsOf } from './rounds.repo.ts';

/** Only for regions whose drafts the person may read; empty for everybody else. */
export const listCurrentRounds = query({
	name: 'round.list-current',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor, now }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const readable = [...new Set(regionIds)].filter((regionId) => sightOf(actor, regionId) === 'drafts');
		const rounds = listRoundsOf(db, readable, ['planned', 'open', 'closed']);
		const today = dayOf(now);
		const userId = actor.kind === 'person' ? actor.userId : null;
		return {
			today,
			rounds: rounds.map((round) => {
				const reopenings =
					round.state === 'closed' ? listExceptions(db, round.id).filter((one) => isRunning(one, today)) : [];
				return {
					...round,
					/** Empty for a round that nobody fills in yet. */
					progress: round.state === 'planned' ? [] : progressOf(db, round),
					reopenings,
					/** The last day on which this person can fill in a closed round; null when it is not reopened for them. */
					reopenedUntil: reopenings.find((one) => one.userId === userId)?.until ?? null,
				};
			}),
		};
	},
});

export type CurrentRounds = ReturnType<typeof listCurrentRounds>;
