/** The rounds of one agenda as they are planned, and those that its years still need. */
import { z } from 'zod';
import { dayOf } from '#lib/domain/day.ts';
import { suggestRounds } from '#lib/domain/suggest-round.ts';
import { slug } from '#lib/input/fields.ts';
import { query } from '../use-case.ts';
import { listPlans } from './plans.repo.ts';
import { findAgendaSubject } from './rounds.repo.ts';

export const viewPlans = query({
	name: 'round.plans',
	permission: 'agenda.manage',
	input: z.object({ agenda: slug }),
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, now }, _input, { agenda }) {
		const rounds = listPlans(db, agenda.id);
		const isOver = agenda.state === 'closed';
		return {
			agenda,
			today: dayOf(now),
			rounds,
			suggestions: isOver
				? []
				: suggestRounds(
						agenda,
						rounds.map((round) => round.period),
					),
		};
	},
});

export type PlansPage = ReturnType<typeof viewPlans>;
