/** Good inputs for the use cases of adoptions; spread into EXAMPLES. */
import { listMissingMeetings } from '#lib/server/adoption/add-meeting.ts';
import { viewWithdrawal } from '#lib/server/adoption/withdraw-adoption.ts';
import { seenForm } from './adopt.ts';
import { planned, roundIds } from './examples-meetings.ts';
import { ITEM, type World } from './world.ts';

export const ADOPTION_EXAMPLES: Record<string, (world: World) => unknown> = {
	'adoption.amend': ({ home }) => ({
		round: home.rounds.adopted,
		item: ITEM.untouched,
		part: 'niveau',
		becomes: 'oranje',
		reason: 'Verkeerd overgenomen.',
		seen: 0,
	}),
	'adoption.compare': ({ home }) => ({ from: home.rounds.adopted, to: home.rounds.adopted }),
	'adoption.add-meeting': (world) => {
		const round = world.home.rounds.adopted;
		const meeting = planned(world, { heldOn: '2020-09-12', rounds: roundIds(world, round) });
		const [missing] = listMissingMeetings(world.as('coordinator'), { round });
		return { round, meeting, reason: 'Vergeten.', seen: missing?.hash };
	},
	'adoption.create': (world) => ({
		...seenForm(world.as('coordinator'), world.home.rounds.closed),
		meeting: '',
		reason: 'Er was geen vergadering nodig.',
		adoptedOn: '2020-11-12',
	}),
	'adoption.prepare': ({ home }) => ({ round: home.rounds.closed }),
	'adoption.list-missing-meetings': ({ home }) => ({ round: home.rounds.adopted }),
	'adoption.list-withdrawn': () => ({}),
	'adoption.view-withdrawal': ({ home }) => ({ round: home.rounds.adopted }),
	'adoption.withdraw': (world) => ({
		round: world.home.rounds.adopted,
		reason: 'De verkeerde vergadering.',
		seen: viewWithdrawal(world.as('coordinator'), { round: world.home.rounds.adopted }).hash,
	}),
	'adoption.list': () => ({}),
	'adoption.of-agenda': ({ home }) => ({ agenda: home.agenda }),
	'adoption.verify': ({ home }) => ({ round: home.rounds.adopted }),
	'adoption.verify-database': () => ({}),
	'adoption.verify-own': () => ({}),
	'adoption.view': ({ home }) => ({ round: home.rounds.adopted }),
};
