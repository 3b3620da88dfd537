/** One round for the REA: how far every item is. */
import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { query } from '../use-case.ts';
import { progressOf } from './progress.ts';
import { findRoundSubject } from './rounds.repo.ts';

export const viewRound = query({
	name: 'round.view',
	permission: 'draft.read',
	input: RoundRef,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, actor, now }, _input, subject) {
		return {
			...subject,
			today: dayOf(now),
			progress: progressOf(db, subject.round),
			/** The organisations this person speaks for in the region. */
			ownOrganisationIds:
				actor.kind === 'person' ? organisationsHere(actor.memberships, subject.region.id) : [],
			may: {
				decide: may(actor, 'round.decide', subject.scope),
				manage: may(actor, 'agenda.manage', subject.scope),
				adopt: may(actor, 'adoption.create', subject.scope),
			},
		};
	},
});

export type RoundPage = ReturnType<typeof viewRound>;

function organisationsHere(
	memberships: readonly { regionId: number; organisationId: number }[],
	regionId: number,
): number[] {
	return memberships.filter((one) => one.regionId === regionId).map((one) => one.organisationId);
}
