/** Which moves a status, a round and an agenda can make. A move that is not in these tables does not exist. */

export const STATUS_STATES = ['draft', 'submitted', 'returned', 'agreed'] as const;
export type StatusState = (typeof STATUS_STATES)[number];
export const STATUS_EVENTS = ['save', 'submit', 'return', 'agree'] as const;
export type StatusEvent = (typeof STATUS_EVENTS)[number];

export const ROUND_STATES = ['planned', 'open', 'closed', 'adopted'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
/** `take-back`: the round was opened by mistake and goes back to planned. */
export const ROUND_EVENTS = ['open', 'take-back', 'close', 'reopen', 'adopt'] as const;
export type RoundEvent = (typeof ROUND_EVENTS)[number];

/** `adopted`: the forum agreed on the agenda itself; `closed`: its years are over. */
export const AGENDA_STATES = ['concept', 'adopted', 'closed'] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];
export const AGENDA_EVENTS = ['adopt', 'close'] as const;
export type AgendaEvent = (typeof AGENDA_EVENTS)[number];

/** From a first draft to what the forum adopted. */
export const GOAL_STATES = ['concept', 'discussed', 'adopted'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** Gepland, loopt, klaar, vervallen. */
export const ACTION_STATES = ['planned', 'running', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** `new` is a status that nobody has touched yet in this round. Saving a submitted status takes it back. */
const STATUS_MOVES = {
	new: { save: 'draft', submit: 'submitted' },
	draft: { save: 'draft', submit: 'submitted' },
	submitted: { save: 'draft', submit: 'submitted', return: 'returned', agree: 'agreed' },
	returned: { save: 'returned', submit: 'submitted' },
	agreed: { return: 'returned' },
} as const satisfies Record<StatusState | 'new', Partial<Record<StatusEvent, StatusState>>>;

/** How a round stands for one person: `reopened` is a closed round that is open again for them (`exception.ts`). */
export type RoundStanding = RoundState | 'reopened';

/** A status that is submitted in a closed round came from a reopening that is over: it still asks for a judgement. */
const CLOSED_MOVES: Partial<Record<StatusState | 'new', Partial<Record<StatusEvent, StatusState>>>> = {
	submitted: { return: 'returned', agree: 'agreed' },
};

const ROUND_MOVES = {
	planned: { open: 'open' },
	open: { close: 'closed', 'take-back': 'planned' },
	closed: { reopen: 'open', adopt: 'adopted' },
	adopted: {},
} as const satisfies Record<RoundState, Partial<Record<RoundEvent, RoundState>>>;

/** Where the goals of an item can go next; back to concept is for a mistake. Writing a new version always starts there. */
const GOAL_MOVES = {
	concept: ['discussed', 'adopted'],
	discussed: ['adopted', 'concept'],
	adopted: ['concept'],
} as const satisfies Record<GoalState, readonly GoalState[]>;

export function goalMovesFrom(state: GoalState): readonly GoalState[] {
	return GOAL_MOVES[state];
}

const AGENDA_MOVES = {
	concept: { adopt: 'adopted' },
	adopted: { close: 'closed' },
	closed: {},
} as const satisfies Record<AgendaState, Partial<Record<AgendaEvent, AgendaState>>>;

/** The state after the event, or null when the move does not exist or the round is not open for it. */
export function moveStatus(
	state: StatusState | 'new',
	event: StatusEvent,
	round: RoundStanding,
): StatusState | null {
	if (round === 'planned' || round === 'adopted') return null;
	const moves: Partial<Record<StatusEvent, StatusState>> | undefined =
		round === 'closed' ? CLOSED_MOVES[state] : STATUS_MOVES[state];
	return moves?.[event] ?? null;
}

/** The state after the event, or null when the move does not exist. */
export function moveRound(state: RoundState, event: RoundEvent): RoundState | null {
	const moves: Partial<Record<RoundEvent, RoundState>> = ROUND_MOVES[state];
	return moves[event] ?? null;
}

/** The state after the event, or null when the move does not exist. */
export function moveAgenda(state: AgendaState, event: AgendaEvent): AgendaState | null {
	const moves: Partial<Record<AgendaEvent, AgendaState>> = AGENDA_MOVES[state];
	return moves[event] ?? null;
}
