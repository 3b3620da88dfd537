/** The rounds of the test world, one in every state, with statuses in every state. */
import type { Level } from '#lib/domain/level.ts';
import { ROUND_STATES, type RoundState, type StatusState } from '#lib/domain/workflow.ts';
import type { Db } from '#lib/server/db/open.ts';
import { status, statusRound } from '#lib/server/db/schema.ts';
import { day, period } from './facts.ts';
import { known, type AgendaIds } from './world-agenda.ts';
import { NOW } from './world-clock.ts';
import { ITEM, markOf, PERIOD, type RegionNames } from './world-names.ts';

const DAYS = {
	adopted: { opensOn: '2020-07-04', closesOn: '2020-07-23', discussedOn: '2020-07-29' },
	closed: { opensOn: '2020-10-04', closesOn: '2020-10-23', discussedOn: '2020-10-29' },
	open: { opensOn: '2021-01-04', closesOn: '2021-01-23', discussedOn: null },
	planned: { opensOn: '2021-04-04', closesOn: '2021-04-23', discussedOn: null },
} as const satisfies Record<RoundState, unknown>;

const STATUSES: readonly [round: RoundState, item: string, level: Level | null, state: StatusState][] = [
	['adopted', ITEM.untouched, 'rood', 'agreed'],
	['adopted', ITEM.submitted, 'oranje', 'agreed'],
	['adopted', ITEM.returned, 'oranje', 'agreed'],
	['adopted', ITEM.draft, 'rood', 'draft'],
	['closed', ITEM.untouched, 'oranje', 'agreed'],
	['closed', ITEM.submitted, 'groen', 'agreed'],
	['closed', ITEM.returned, 'groen', 'agreed'],
	['closed', ITEM.draft, 'rood', 'returned'],
	['open', ITEM.submitted, 'groen', 'submitted'],
	['open', ITEM.returned, 'oranje', 'returned'],
	['open', ITEM.draft, null, 'draft'],
];

/** The round that is to be adopted is still closed: the caller adopts it through the use case, for a real snapshot. */
export function addRounds(db: Db, names: RegionNames, { agendaId, items }: AgendaIds): void {
	const rounds = new Map(ROUND_STATES.map((state) => [state, addRound(db, names, agendaId, state)]));
	for (const [round, ref, level, state] of STATUSES) {
		const { id: itemId, goalVersionId } = known(items, ref);
		const mark = markOf(names.region, round, state);
		const texts = {
			narrative: mark,
			cause: mark,
			consequence: mark,
			correction: mark,
			success: mark,
			lesson: mark,
			expectation: 'doubt' as const,
			expectationReason: mark,
			escalation: mark,
		};
		/** Between writer and REA: never for others. */
		const note = state === 'returned' ? markOf(names.region, round, 'note') : '';
		db.insert(status)
			.values({
				roundId: known(rounds, round),
				itemId,
				level,
				state,
				...texts,
				goalVersionId,
				returnNote: note,
				privacyReason: note,
				updatedAt: NOW,
				submittedAt: state === 'draft' ? null : NOW,
				agreedAt: state === 'agreed' ? NOW : null,
			})
			.run();
	}
}

function addRound(db: Db, names: RegionNames, agendaId: number, state: RoundState): number {
	const { opensOn, closesOn, discussedOn } = DAYS[state];
	return db
		.insert(statusRound)
		.values({
			agendaId,
			slug: names.rounds[state],
			period: period(PERIOD[state]),
			opensOn: day(opensOn),
			closesOn: day(closesOn),
			discussedOn: discussedOn === null ? null : day(discussedOn),
			state: state === 'adopted' ? 'closed' : state,
		})
		.returning({ id: statusRound.id })
		.get().id;
}
