/** The question before a formal step of a meeting, in words. Pure. */
import type { StepQuestionView } from '#lib/components/step-question.ts';
import {
	blockSentence,
	concernSentence,
	MEETING_STEP_HAPPENS,
	MEETING_STEP_WORD,
	STEP_IMPOSSIBLE,
} from '#lib/text/formal-step.ts';
import type { MeetingQuestion } from './ask-meeting-step.ts';
import { frameOf } from './meeting-frame.view.ts';

/** Where the question before a step stands. */
export function meetingStepHref(meeting: string, step: MeetingQuestion['step']): string {
	return `/oogo/${meeting}/stap/${MEETING_STEP_WORD[step].slug}`;
}

export function meetingQuestionView(asked: MeetingQuestion): StepQuestionView {
	const { step, meeting, block } = asked;
	const words = MEETING_STEP_WORD[step];
	const frame = frameOf(asked, words.button);
	return {
		title: words.question,
		about: frame.title,
		breadcrumbs: frame.breadcrumbs,
		action: `${meetingStepHref(meeting.slug, step)}?/${words.slug}`,
		back: frame.href,
		button: words.button,
		version: asked.version,
		seen: asked.seen,
		happens: [...MEETING_STEP_HAPPENS[step], 'Niemand krijgt hierover een mail.'],
		concerns: asked.concerns.map((one) => ({
			sentence: concernSentence(one),
			names: one.named.map(({ name }) => name),
		})),
		blocked: asked.isPossible
			? block && { sentence: blockSentence(block), names: block.named.map(({ name }) => name) }
			: { sentence: STEP_IMPOSSIBLE, names: [] },
		day: null,
	};
}
