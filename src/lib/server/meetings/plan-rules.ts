/** What planning and changing a meeting share: its rounds and participants exist in this agenda and region. */
import type { z } from 'zod';
import type { PlanMeetingInput } from '#lib/input/meetings.ts';
import { invalidField } from '../agenda-editing/edit-rules.ts';
import type { Db } from '../db/open.ts';
import { listAgendaRounds, listRegionOrganisations, type AgendaSubject } from './meetings.repo.ts';

export type Plan = Pick<
	z.infer<typeof PlanMeetingInput>,
	'heldOn' | 'startsAt' | 'place' | 'rounds' | 'participants'
>;

/** Throws `invalid` with the field when something does not fit. */
export function checkPlan(db: Db, { agenda, region }: AgendaSubject, plan: Plan): void {
	const rounds = new Set(listAgendaRounds(db, agenda.id).map((round) => round.id));
	if (plan.rounds.some((id) => !rounds.has(id)))
		throw invalidField('rounds', 'Kies een peilmoment van deze agenda.');
	const organisations = new Set(listRegionOrganisations(db, region.id).map((one) => one.id));
	if (plan.participants.some(({ id }) => !organisations.has(id)))
		throw invalidField('participants', 'Kies organisaties van deze regio.');
	if (!plan.participants.some(({ standing }) => standing === 'voting'))
		throw invalidField('participants', 'Kies minstens één organisatie die stemhebbend meedoet.');
}

/** For the audit trail: names instead of ids. */
export function describePlan(db: Db, { agenda, region }: AgendaSubject, plan: Plan): Record<string, unknown> {
	const nameOf = new Map(listRegionOrganisations(db, region.id).map((one) => [one.id, one.shortName]));
	const periodOf = new Map(listAgendaRounds(db, agenda.id).map((round) => [round.id, round.period]));
	return {
		heldOn: plan.heldOn,
		startsAt: plan.startsAt,
		place: plan.place,
		rounds: plan.rounds.map((id) => periodOf.get(id) ?? '?').sort(),
		participants: plan.participants.map(({ id, standing }) => `${nameOf.get(id) ?? '?'}: ${standing}`).sort(),
	};
}
