/** Good inputs for the use cases of adoptions; spread into EXAMPLES. */
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
	'adoption.create': ({ home }) => ({ round: home.rounds.closed, version: 1, adoptedOn: '2020-11-12' }),
	'adoption.list': () => ({}),
	'adoption.of-agenda': ({ home }) => ({ agenda: home.agenda }),
	'adoption.verify': ({ home }) => ({ round: home.rounds.adopted }),
	'adoption.verify-database': () => ({}),
	'adoption.verify-own': () => ({}),
	'adoption.view': ({ home }) => ({ round: home.rounds.adopted }),
};
