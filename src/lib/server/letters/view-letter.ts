/** One letter with everything its page needs: what was typed, the letter itself, and its road. */
import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { LetterContentInput, LetterRef } from '#lib/input/letters.ts';
import { viewAdoption } from '../adoption/view-adoption.ts';
import { query } from '../use-case.ts';
import { contentOf, currentLetter, sourceOf, templateOf } from './letter-facts.ts';
import { findVisibleLetter } from './letter-rules.ts';
import { letterView } from './letter.view.ts';
import { findLetterSubject, listSteps } from './letters.repo.ts';

export const viewLetter = query({
	name: 'letter.view',
	permission: 'letter.read',
	input: LetterRef,
	subject: (context, input) => findVisibleLetter(context, input),
	run(context, { round }, subject) {
		const { db, actor, now } = context;
		const { letter, template, organisation, adoption, region, scope } = subject;
		const page = viewAdoption(context, { round });
		return {
			letter,
			organisation,
			adoption,
			region,
			template,
			today: dayOf(now),
			source: sourceOf(page, organisation, templateOf(template), contentOf(letter)),
			file: currentLetter(context, subject, { adoption: page }),
			steps: letter ? listSteps(db, [letter.id]) : [],
			mayWrite: may(actor, 'letter.write', scope),
		};
	},
});

export type LetterPage = ReturnType<typeof viewLetter>;

/** The letter as it would be with what is typed now; nothing is kept. */
export const previewLetter = query({
	name: 'letter.preview',
	permission: 'letter.write',
	input: LetterContentInput,
	subject: ({ db }, input) => findLetterSubject(db, input),
	run(context, { round, fields, localText, weights, treatment }, subject) {
		const { template, organisation } = subject;
		const page = viewAdoption(context, { round });
		const content = { fields, localText, weights, treatment };
		return letterView(sourceOf(page, organisation, templateOf(template), content));
	},
});
