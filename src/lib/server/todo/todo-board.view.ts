/** What a board member or a reader has to look at: closed rounds, questions to the board, and what was adopted. Pure. */
import { dayOf } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { itemTitle } from '#lib/text/mail.ts';
import { periodInSentence, periodName } from '#lib/text/nl.ts';
import type { TodoFacts } from './list-todo.ts';
import type { Task } from './todo.view.ts';

export function boardTasks({ closedRounds, questions, adoptions }: TodoFacts): Task[] {
	const newest = [...Map.groupBy(adoptions, (one) => one.agendaSlug).values()].flatMap((list) =>
		list.slice(0, 1),
	);
	return [
		...questions.map((question) => ({
			sentence: `Vraag aan het bestuur bij ${itemTitle(question)}`,
			href: `/agenda/${question.agendaSlug}/punten/${itemRef(question.themeCode, question.number)}`,
			since: question.discussedOn ?? question.closesOn,
			by: null,
			regionId: question.regionId,
		})),
		...closedRounds.map((round) => ({
			sentence: `Bekijk ${periodInSentence(round.period)}: besproken in het ${round.officialForum}, nog niet vastgesteld`,
			href: `/agenda/${round.agendaSlug}`,
			since: round.discussedOn ?? (round.closedAt ? dayOf(round.closedAt) : round.closesOn),
			by: null,
			regionId: round.regionId,
		})),
		...newest.map((adopted) => ({
			sentence: `${periodName(adopted.period)} is vastgesteld: lees het rapport`,
			href: `/rapporten/${adopted.roundSlug}`,
			since: adopted.adoptedOn,
			by: null,
			regionId: adopted.regionId,
		})),
	];
}
