/** The meetings of the person's regions, as far as this person knows of them; and what planning one asks for. */
import { z } from 'zod';
import { may, sightOf } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { usualStanding } from '#lib/domain/meeting.ts';
import { PlanFormInput } from '#lib/input/meetings.ts';
import { query } from '../use-case.ts';
import { isMeetingVisible } from './meeting-rules.ts';
import {
	findAgendaSubject,
	listAgendaRounds,
	listAgendasOf,
	listMeetings,
	listRegionOrganisations,
} from './meetings.repo.ts';

/** Newest first. `plannable`: the agendas for which this person may plan a meeting. */
export const listOwnMeetings = query({
	name: 'meeting.list',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor, now }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const readable = [...new Set(regionIds)].filter((regionId) => sightOf(actor, regionId) !== null);
		const manages = (regionId: number) =>
			may(actor, 'meeting.manage', { kind: 'region', regionId, organisationIds: [] });
		return {
			today: dayOf(now),
			meetings: listMeetings(db, readable)
				.map((one) => ({ ...one, sight: sightOf(actor, one.region.id) ?? ('adopted' as const) }))
				.filter((one) => isMeetingVisible(one, one.sight)),
			plannable: listAgendasOf(db, readable.filter(manages)).filter(
				({ agenda }) => agenda.state !== 'closed',
			),
		};
	},
});

export type MeetingList = ReturnType<typeof listOwnMeetings>;

/** The rounds and organisations to choose from, with how each usually takes part. */
export const viewPlanForm = query({
	name: 'meeting.plan-form',
	permission: 'meeting.manage',
	input: PlanFormInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run: ({ db, now }, _input, { agenda, region }) => ({
		agenda,
		region,
		today: dayOf(now),
		rounds: listAgendaRounds(db, agenda.id),
		organisations: listRegionOrganisations(db, region.id).map((one) => ({
			...one,
			usual: usualStanding(one.kind, one.standing),
		})),
	}),
});

export type PlanForm = ReturnType<typeof viewPlanForm>;
