/** Whether an agenda can be deleted: what goes then, or why it cannot. Pure. */
import { deletionObstacles, type AgendaUses, type DeletionObstacle } from '#lib/domain/agenda-deletion.ts';
import type { AgendaState } from '#lib/domain/workflow.ts';
import { count, listing } from '#lib/text/nl.ts';

export interface DeletionView {
	/** "2 thema’s en 10 agendapunten"; empty when the agenda is empty. */
	goes: string;
	/** Whole sentences; empty when it can be deleted. */
	obstacles: string[];
}

const OBSTACLE = {
	adopted: () => 'De agenda is al vastgesteld.',
	statuses: ({ statuses }) =>
		`Er ${statuses === 1 ? 'is 1 status' : `zijn ${statuses} statussen`} ingevuld of overgenomen.`,
	goals: ({ goals }) => `Er ${goals === 1 ? 'is 1 doel' : `zijn ${goals} doelen`} geschreven of overgenomen.`,
	openedRounds: ({ openedRounds }) =>
		`Er ${openedRounds === 1 ? 'is 1 peilmoment' : `zijn ${openedRounds} peilmomenten`} geopend.`,
	usedMeetings: ({ usedMeetings }) =>
		`Er ${usedMeetings === 1 ? 'is 1 vergadering' : `zijn ${usedMeetings} vergaderingen`} met inhoud.`,
	actions: ({ actions }) =>
		`Er ${actions === 1 ? 'staat 1 actie' : `staan ${actions} acties`} bij agendapunten.`,
	successors: () => 'Een andere agenda volgt op deze.',
} as const satisfies Record<DeletionObstacle, (uses: AgendaUses) => string>;

export function deletionSentences(state: AgendaState, uses: AgendaUses): string[] {
	return deletionObstacles(state, uses).map((obstacle) => OBSTACLE[obstacle](uses));
}

export function deletionView({
	agenda,
	uses,
}: {
	agenda: { state: AgendaState };
	uses: AgendaUses;
}): DeletionView {
	const { themes, items, rounds, meetings, priorities } = uses;
	return {
		goes: listing([
			...(themes > 0 ? [count(themes, 'thema', 'thema’s')] : []),
			...(items > 0 ? [count(items, 'agendapunt', 'agendapunten')] : []),
			...(rounds > 0 ? [count(rounds, 'gepland peilmoment', 'geplande peilmomenten')] : []),
			...(meetings > 0 ? [count(meetings, 'geplande vergadering', 'geplande vergaderingen')] : []),
			...(priorities > 0 ? [count(priorities, 'prioriteit', 'prioriteiten')] : []),
		]),
		obstacles: deletionSentences(agenda.state, uses),
	};
}
