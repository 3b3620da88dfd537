/** Everything that one person fills in in one round, with the goals, the last status and what was typed so far. */
import { dayOf } from '#lib/domain/day.ts';
import { isRunning } from '#lib/domain/exception.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import { readStatusPages } from '../status/status-pages.ts';
import { query } from '../use-case.ts';
import { progressOf } from './progress.ts';
import { findRoundSubject } from './rounds.repo.ts';

export const viewWorkbench = query({
	name: 'round.view-workbench',
	permission: 'draft.read',
	input: RoundRef,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run(context, input, subject) {
		const { db, actor, now } = context;
		const today = dayOf(now);
		const own = (one: { person: { userId: number } }) =>
			actor.kind === 'person' && one.person.userId === actor.userId;
		const exceptions = subject.round.state === 'closed' ? listExceptions(db, subject.round.id) : [];
		const rows = progressOf(db, subject.round);
		const refs = rows.map((row) => itemRef(row.themeCode, row.number));
		return {
			...subject,
			today,
			/** The last day on which this closed round is open again for this person; null when it is not. */
			reopenedUntil: exceptions.find((one) => own(one) && isRunning(one, today))?.until ?? null,
			/** Only what this person may write; in the order of the agenda. */
			pages: readStatusPages(context, input.round, refs).filter((page) => page.may.write),
		};
	},
});

export type WorkbenchPage = ReturnType<typeof viewWorkbench>;
