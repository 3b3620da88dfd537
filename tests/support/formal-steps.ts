/** A yes to the question before a formal step, as the page sends it: what was shown comes back with it. */
import type { MeetingStep, RoundStep } from '#lib/domain/formal-step.ts';
import { askMeetingStep } from '#lib/server/meetings/ask-meeting-step.ts';
import { askRoundStep } from '#lib/server/rounds/ask-round-step.ts';
import type { Context } from '#lib/server/use-case.ts';

export function answerTo(context: Context, round: string, step: RoundStep) {
	const { version, seen } = askRoundStep(context, { round, step });
	return { round, version, seen };
}

export function meetingAnswer(context: Context, meeting: string, step: MeetingStep) {
	const { version, seen } = askMeetingStep(context, { meeting, step });
	return { meeting, version, seen };
}
