/** Good inputs for the use cases of the workbench. */
import { saveStatus } from '#lib/server/status/save-status.ts';
import type { Example } from './examples.ts';
import { ITEM, type World } from './world.ts';

export const WORKBENCH_EXAMPLES: Record<string, Example> = {
	'round.view-workbench': ({ home }) => ({ round: home.rounds.open }),
	'status.confirm-many': ({ home }) => ({ round: home.rounds.open, items: `${ITEM.untouched}:0` }),
	'status.submit-many': (world) => ({
		round: world.home.rounds.open,
		items: [draftOf(world, 'adviser', 'untouched'), draftOf(world, 'coordinator', 'submitted')].join(' '),
	}),
};

/** A complete draft that this person wrote last; answers the item with its version. */
export function draftOf(world: World, who: 'coordinator' | 'adviser', name: keyof typeof ITEM): string {
	const ref = { round: world.home.rounds.open, item: ITEM[name] };
	const version = name === 'untouched' ? 0 : 1;
	const saved = saveStatus(world.as(who), { ...ref, version, level: 'groen', narrative: 'Volgens plan.' });
	return `${ref.item}:${saved.version}`;
}
