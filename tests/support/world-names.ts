/** What things are called in the test world: two regions that are each other's mirror, so that "the other region" is one word away. */
import type { RoundState } from '#lib/domain/workflow.ts';

export type Place = 'home' | 'away';

export interface RegionNames {
	region: string;
	agenda: string;
	/** One round in every state. */
	rounds: Record<RoundState, string>;
}

export const PERIOD = {
	adopted: '2020-K2',
	closed: '2020-K3',
	open: '2020-K4',
	planned: '2021-K1',
} as const satisfies Record<RoundState, string>;

function namesOf(region: string): RegionNames {
	const agenda = `${region}-2020-2022`;
	const slug = (state: RoundState) => `${agenda}-${PERIOD[state].toLowerCase()}`;
	return {
		region,
		agenda,
		rounds: {
			planned: slug('planned'),
			open: slug('open'),
			closed: slug('closed'),
			adopted: slug('adopted'),
		},
	};
}

export const NAMES: Record<Place, RegionNames> = { home: namesOf('vecht'), away: namesOf('maas') };

/** The four items of each agenda, named by what is special about them in the open round. */
export const ITEM = {
	/** Led by the RBL; nobody has touched it in the open round; agreed on oranje in the round before. */
	untouched: 'thuiszitters-1',
	/** Led by the SWV with the RBL involved; submitted in the open round; agreed on groen in the round before. */
	submitted: 'thuiszitters-2',
	/** Doorlopend, led by gemeente Aa with the RBL involved; returned with a note; agreed on groen in the round before. */
	returned: 'jonge-kind-1',
	/** Led by the SWV with gemeente Bee involved; a draft; without goals and never agreed on. */
	draft: 'jonge-kind-2',
} as const;

/** The text that every status of the world holds, so that a leak tells by itself where it comes from. */
export function markOf(region: string, round: RoundState, state: string): string {
	return `[${region}|${round}|${state}]`;
}
