/** The question before a formal step of a round, in words. Pure. */
import type { StepQuestionView } from '#lib/components/step-question.ts';
import {
	blockSentence,
	concernSentence,
	mailSentences,
	ROUND_STEP_HAPPENS,
	ROUND_STEP_WORD,
	STEP_IMPOSSIBLE,
} from '#lib/text/formal-step.ts';
import { longDate, roundTitle } from '#lib/text/nl.ts';
import type { RoundQuestion } from './ask-round-step.ts';

/** Where the question before a step stands. */
export function roundStepHref(round: string, step: RoundQuestion['step']): string {
	return `/rea/${round}/stap/${ROUND_STEP_WORD[step].slug}`;
}

export function roundQuestionView(asked: RoundQuestion): StepQuestionView {
	const { round, agenda, region, step } = asked;
	const words = ROUND_STEP_WORD[step];
	const back = `/rea/${round.slug}/voortgang`;
	const lastDay = longDate(round.closesOn);
	return {
		title: words.question,
		about: `${roundTitle(round.period)}, ${agenda.title}`,
		breadcrumbs: [
			{ label: 'Peilmomenten', href: '/rea' },
			{ label: roundTitle(round.period), href: back },
			{ label: words.button, href: null },
		],
		action: `${roundStepHref(round.slug, step)}?/${words.slug}`,
		back,
		button: words.button,
		version: asked.version,
		seen: asked.seen,
		happens: [...ROUND_STEP_HAPPENS[step]({ ...region, lastDay }), ...mailSentences(asked.mails)],
		concerns: asked.concerns.map((one) => ({
			sentence: concernSentence(one),
			names: one.named.map(({ name }) => name),
		})),
		blocked: blockedOf(asked),
		day: step === 'close' ? { name: 'discussedOn', label: 'Besproken op', value: asked.today } : null,
	};
}

function blockedOf({ next, block }: RoundQuestion): StepQuestionView['blocked'] {
	if (next === null) return { sentence: STEP_IMPOSSIBLE, names: [] };
	return block && { sentence: blockSentence(block), names: block.named.map(({ name }) => name) };
}
