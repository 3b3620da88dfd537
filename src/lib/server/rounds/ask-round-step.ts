/** Before a round is opened, taken back, closed or reopened: what the person has to be shown, and what stops it. */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isRunning } from '#lib/domain/exception.ts';
import {
	blockOfRoundStep,
	concernsOfRoundStep,
	shownAs,
	unshown,
	type RoundStep,
	type RoundStepFacts,
} from '#lib/domain/formal-step.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { moveRound } from '#lib/domain/workflow.ts';
import { RoundStepInput } from '#lib/input/rounds.ts';
import { blockSentence, unshownSentence } from '#lib/text/formal-step.ts';
import { forumName } from '#lib/text/meeting.ts';
import { listing, longDate } from '#lib/text/nl.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import { mailsOfRoundStep } from '../mail/round-mails.ts';
import { authorize, query, type Context } from '../use-case.ts';
import { progressOf } from './progress.ts';
import { isFilledIn, listMeetingsAbout } from './round-steps.repo.ts';
import { findRoundSubject, type RoundSubject } from './rounds.repo.ts';

/** Closing and reopening ask for more than the right to plan. */
const DECIDED_BY_COORDINATOR: readonly RoundStep[] = ['close', 'reopen'];

/** The question before a step. `seen` goes back with the answer. */
export const askRoundStep = query({
	name: 'round.ask-step',
	permission: 'agenda.manage',
	input: RoundStepInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run(context, { step }, subject) {
		if (DECIDED_BY_COORDINATOR.includes(step)) authorize(context.actor, 'round.decide', subject);
		const facts = factsOf(context, subject);
		const concerns = concernsOfRoundStep(step, facts);
		return {
			...subject,
			step,
			today: facts.today,
			/** Null for a step that the state of the round does not know: somebody else was first. */
			next: moveRound(subject.round.state, step),
			block: blockOfRoundStep(step, facts),
			concerns,
			version: subject.round.version,
			seen: shownAs(concerns),
			mails: mailsOfRoundStep(context, subject.round.id, step),
		};
	},
});

export type RoundQuestion = ReturnType<typeof askRoundStep>;

/** Throws `wrong-state` when something stops the step, and `conflict` when the person was not shown what is missing now. */
export function refuseUnasked(
	context: Pick<Context, 'db' | 'now'>,
	subject: RoundSubject,
	step: RoundStep,
	seen: string,
): void {
	const facts = factsOf(context, subject);
	const block = blockOfRoundStep(step, facts);
	if (block) {
		const names = listing(block.named.map((one) => one.name));
		throw new DomainError(
			'wrong-state',
			[blockSentence(block), names && `${names}.`].filter(Boolean).join(' '),
		);
	}
	const missing = unshown(concernsOfRoundStep(step, facts), seen);
	if (missing.length > 0) throw new DomainError('conflict', unshownSentence(missing));
}

function factsOf({ db, now }: Pick<Context, 'db' | 'now'>, { round, region }: RoundSubject): RoundStepFacts {
	const today = dayOf(now);
	return {
		today,
		round,
		items: progressOf(db, round).map((row) => ({
			key: itemRef(row.themeCode, row.number),
			name: `${row.themeName} ${row.number}: ${row.shortTitle}`,
			state: row.state,
			hasLead: row.leadId !== null,
		})),
		isFilledIn: isFilledIn(db, round.id),
		discussedIn: listMeetingsAbout(db, round.id).map(({ id, forum, heldOn }) => ({
			key: String(id),
			name: `${forumName(forum, region)} van ${longDate(heldOn)}`,
		})),
		reopenedFor: listExceptions(db, round.id)
			.filter((one) => isRunning(one, today))
			.map((one) => ({ key: String(one.id), name: one.person.name })),
	};
}
