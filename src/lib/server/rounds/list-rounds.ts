/** The rounds of the person's regions that are being filled in or wait for adoption, with how far each item is. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
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
		return {
			today: dayOf(now),
			rounds: rounds.map((round) => ({
				...round,
				progress: progressOf(db, round),
			})),
		};
	},
});

export type CurrentRounds = ReturnType<typeof listCurrentRounds>;
