/** Letters that should have been with the council by now: a task for whoever writes them. Pure. */
import { count, periodInSentence } from '#lib/text/nl.ts';
import type { TodoFacts } from './list-todo.ts';
import type { Task } from './todo.view.ts';

/** One line per adoption; straight to the letter when there is only one. */
export function letterTasks({ lateLetters }: TodoFacts): Task[] {
	return [...Map.groupBy(lateLetters, ({ roundSlug }) => roundSlug)].flatMap(([slug, letters]) => {
		const [first, ...rest] = letters;
		if (!first) return [];
		const { period, regionId, dueOn, organisationSlug } = first;
		const list = `/rapporten/${slug}/brieven`;
		return [
			{
				sentence: `Breng ${count(letters.length, 'raadsbrief', 'raadsbrieven')} over ${periodInSentence(period)} naar de raad`,
				href: rest.length === 0 ? `${list}/${organisationSlug}` : list,
				since: null,
				by: dueOn,
				regionId,
			},
		];
	});
}
