/** When an agenda can be deleted: only one that was made by mistake, of which nothing was used yet. */
import type { AgendaState } from './workflow.ts';

/** How much of each an agenda holds. */
export interface AgendaUses {
	themes: number;
	items: number;
	rounds: number;
	meetings: number;
	priorities: number;
	statuses: number;
	goals: number;
	actions: number;
	/** Rounds that were opened, closed or adopted. */
	openedRounds: number;
	/** Meetings that began, or that have something on the table, a besluit or a standpunt. */
	usedMeetings: number;
	/** Agendas that follow this one. */
	successors: number;
}

export const DELETION_OBSTACLES = [
	'adopted',
	'statuses',
	'goals',
	'openedRounds',
	'usedMeetings',
	'actions',
	'successors',
] as const;
export type DeletionObstacle = (typeof DELETION_OBSTACLES)[number];

/** Everything that keeps the agenda; empty when it can be deleted. */
export function deletionObstacles(state: AgendaState, uses: AgendaUses): DeletionObstacle[] {
	return DELETION_OBSTACLES.filter((one) => (one === 'adopted' ? state !== 'concept' : uses[one] > 0));
}
