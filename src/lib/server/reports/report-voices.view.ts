/** What the trekkers say besides the levels, gathered for the whole agenda: questions, doubts, successes and lessons. */
import type { ItemFacts, StatusFacts, ThemeFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { answerOf } from '#lib/domain/rollup.ts';
import { expectationSentence } from '#lib/text/status.ts';
import { itemName, told } from './report-labels.ts';
import type { VoiceGroup } from './report-model.ts';

const GROUPS = [
	{ title: 'Vragen aan het bestuur', textOf: ({ escalation }: StatusFacts) => escalation ?? '' },
	{ title: 'Verwachting: twijfel of nee', textOf: doubtOf },
	{ title: 'Successen', textOf: ({ success }: StatusFacts) => success ?? '' },
	{ title: 'Lessen', textOf: ({ lesson }: StatusFacts) => lesson ?? '' },
] as const;

/** A group that nobody said anything in is left out. */
export function voicesOf(themes: readonly ThemeFacts[], period: Period): VoiceGroup[] {
	return GROUPS.map(({ title, textOf }) => ({
		title,
		lines: themes.flatMap((theme) =>
			theme.items.flatMap((item) => {
				const answer = answerOf(item, period);
				const text = answer.kind === 'answered' ? told(textOf(answer.status, item)) : '';
				return text === '' ? [] : [{ item: itemName(theme, item), text }];
			}),
		),
	})).filter(({ lines }) => lines.length > 0);
}

function doubtOf({ expectation }: StatusFacts, { kind }: ItemFacts): string {
	if (!expectation || expectation.answer === 'yes') return '';
	return expectationSentence(expectation, kind);
}
