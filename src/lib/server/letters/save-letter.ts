/** What a gemeente types in its letter: fields, its own paragraph, the weights of the themas, the treatment and the last day. */
import { SaveLetterInput } from '#lib/input/letters.ts';
import { TREATMENT_WORD, WEIGHT_WORD } from '#lib/text/letters.ts';
import { weightOf } from '#lib/domain/council-letter.ts';
import { differenceOf, refuseStale } from '../agenda-editing/edit-rules.ts';
import { viewAdoption } from '../adoption/view-adoption.ts';
import { command } from '../use-case.ts';
import { contentOf, sourceOf, templateOf } from './letter-facts.ts';
import { onlyOwn } from './letter-fields.view.ts';
import { refuseLocked } from './letter-rules.ts';
import { findLetterSubject, writeLetter, type LetterRow } from './letters.repo.ts';

/** `version` is 0 while nothing was saved. Fields that are not given keep what the template says. */
export const saveLetter = command({
	name: 'letter.save',
	permission: 'letter.write',
	input: SaveLetterInput,
	subject: ({ db }, input) => findLetterSubject(db, input),
	stands: ({ letter }) => ({
		localText: letter?.localText,
		fields: Object.values(letter?.fields ?? {}).join('\n'),
	}),
	run(unit, input, subject): void {
		const { db, now, record, nothingChanged } = unit;
		const { round, localText, weights, treatment, dueOn, version } = input;
		refuseLocked(subject);
		refuseStale(subject.letter ?? { version: 0 }, version, subject.letter ? theirsOf(subject.letter) : {});
		const known = contentOf(subject.letter);
		const page = viewAdoption(unit, { round });
		const source = sourceOf(page, subject.organisation, templateOf(subject.template), known);
		const fields = onlyOwn(input.fields, source);
		const difference = differenceOf(
			{ ...pick(known), dueOn: subject.letter?.dueOn ?? null },
			{ fields, localText, weights, treatment, dueOn },
			'',
		);
		if (!difference) return nothingChanged();
		const id = writeLetter(db, subject, { fields, localText, weights, treatment, dueOn }, now);
		record({ entity: 'letter', entityId: id, ...difference });
	},
});

const pick = ({ fields, localText, weights, treatment }: ReturnType<typeof contentOf>) => ({
	fields,
	localText,
	weights,
	treatment,
});

/** By the name that each has in the form. */
function theirsOf({ fields, localText, weights, treatment, dueOn }: LetterRow): Record<string, string> {
	return {
		...Object.fromEntries(Object.entries(fields).map(([key, text]) => [`veld-${key}`, text])),
		...Object.fromEntries(
			Object.keys(weights).map((theme) => [`gewicht-${theme}`, WEIGHT_WORD[weightOf(weights, theme)]]),
		),
		localText,
		treatment: TREATMENT_WORD[treatment],
		dueOn: dueOn ?? '',
	};
}
