/** What whoever adopts a round looks at first: which meetings there were, what goes in, what is missing, and why it cannot yet. */
import { dayOf } from '#lib/domain/day.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { query } from '../use-case.ts';
import { findRoundToAdopt } from './adoption.repo.ts';
import { contentToAdopt, whyNotYet } from './content-to-adopt.ts';

export const prepareAdoption = query({
	name: 'adoption.prepare',
	permission: 'adoption.create',
	input: RoundRef,
	subject: ({ db }, input) => findRoundToAdopt(db, input.round),
	run({ db, now }, _input, subject) {
		const today = dayOf(now);
		return {
			...subject,
			today,
			whyNotYet: subject.round.state === 'closed' ? whyNotYet(db, subject, today) : null,
			...contentToAdopt(db, subject),
		};
	},
});

export type AdoptionPreparation = ReturnType<typeof prepareAdoption>;
