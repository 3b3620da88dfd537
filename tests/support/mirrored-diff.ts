/** The same difference between two adoptions, read the other way round; lists are in the order of the side that is read last. */
import type { AdoptionDiff, Pair } from '#lib/domain/adoption-diff.ts';

const turn = <Value>({ from, to }: Pair<Value>): Pair<Value> => ({ from: to, to: from });

export function mirrored(diff: AdoptionDiff): AdoptionDiff {
	return {
		counts: turn(diff.counts),
		themes: { ...turn(diff.themes), renamed: diff.themes.renamed.map(turn) },
		organisations: turn(diff.organisations),
		items: turn(diff.items),
		changed: diff.changed.map((item) => ({
			...item,
			place: turn(item.place),
			level: item.level && { ...item.level, ...turn(item.level) },
			goals: item.goals.map((goal) => ({ ...goal, ...turn(goal) })),
			texts: item.texts.map((text) => ({ ...text, ...turn(text) })),
			lead: item.lead && turn(item.lead),
			involved: item.involved && turn(item.involved),
		})),
	};
}
