/** Before a meeting is begun, closed or called off, or that is taken back: what the person has to be shown, and what stops it. */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import {
	blockOfMeetingStep,
	concernsOfMeetingStep,
	shownAs,
	unshown,
	type MeetingStep,
	type MeetingStepFacts,
} from '#lib/domain/formal-step.ts';
import { moveMeeting, type MeetingState } from '#lib/domain/meeting.ts';
import { MeetingStepInput } from '#lib/input/meetings.ts';
import { blockSentence, unshownSentence } from '#lib/text/formal-step.ts';
import { listing, periodName } from '#lib/text/nl.ts';
import { query, type Context } from '../use-case.ts';
import { hasDecided, listAccords, listDecisions } from './decisions.repo.ts';
import { findMeeting, listParticipants, type MeetingSubject } from './meetings.repo.ts';

/** The question before a step. `seen` goes back with the answer. */
export const askMeetingStep = query({
	name: 'meeting.ask-step',
	permission: 'meeting.manage',
	input: MeetingStepInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run(context, { step }, subject) {
		const facts = factsOf(context, subject);
		const concerns = concernsOfMeetingStep(step, facts);
		return {
			...subject,
			step,
			isPossible: isPossible(subject, step),
			block: blockOfMeetingStep(step, facts),
			concerns,
			version: subject.meeting.version,
			seen: shownAs(concerns),
		};
	},
});

export type MeetingQuestion = ReturnType<typeof askMeetingStep>;

/** Throws `wrong-state` when something stops the step, and `conflict` when the person was not shown what is missing now. */
export function refuseUnasked(
	context: Pick<Context, 'db' | 'now'>,
	subject: MeetingSubject,
	step: MeetingStep,
	seen: string,
): void {
	const facts = factsOf(context, subject);
	const block = blockOfMeetingStep(step, facts);
	if (block) {
		const names = listing(block.named.map((one) => one.name));
		throw new DomainError(
			'wrong-state',
			[blockSentence(block), names && `${names}.`].filter(Boolean).join(' '),
		);
	}
	const missing = unshown(concernsOfMeetingStep(step, facts), seen);
	if (missing.length > 0) throw new DomainError('conflict', unshownSentence(missing));
}

const NEEDS_STATE = {
	start: (state) => moveMeeting(state, 'start') !== null,
	'take-back': (state) => moveMeeting(state, 'take-back') !== null,
	close: (state) => moveMeeting(state, 'close') !== null,
	reopen: (state) => moveMeeting(state, 'reopen') !== null,
	cancel: (state) => state !== 'done',
	restore: () => true,
} as const satisfies Record<MeetingStep, (state: MeetingState) => boolean>;

/** Whether the state of the meeting knows the step; a meeting that is called off knows one only. */
function isPossible({ meeting }: MeetingSubject, step: MeetingStep): boolean {
	const isCancelled = meeting.cancelledAt !== null;
	return isCancelled === (step === 'restore') && NEEDS_STATE[step](meeting.state);
}

const LONGEST_NAME = 90;

function factsOf({ db, now }: Pick<Context, 'db' | 'now'>, subject: MeetingSubject): MeetingStepFacts {
	const { meeting, rounds } = subject;
	const spoken = new Set(
		listAccords(db, meeting.id).flatMap((one) => (one.ref === null ? [one.organisationId] : [])),
	);
	return {
		today: dayOf(now),
		meeting,
		rounds: rounds.map(({ id, period, state }) => ({ key: String(id), name: periodName(period), state })),
		silent: listParticipants(db, meeting.id)
			.filter((one) => one.standing === 'voting' && !spoken.has(one.id))
			.map((one) => ({ key: String(one.id), name: one.shortName })),
		decisions: listDecisions(db, [meeting.id]).map((one) => ({
			key: String(one.id),
			name: one.text.length > LONGEST_NAME ? `${one.text.slice(0, LONGEST_NAME - 1).trimEnd()}…` : one.text,
			hasOwner: one.organisationId !== null,
			hasDate: one.dueOn !== null,
		})),
		hasDecided: hasDecided(db, meeting.id),
	};
}
