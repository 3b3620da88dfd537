/** Everything a letter is made of: the adoption, the template of the gemeente and what was typed; or the letter as it was sent. */
import { factsOfRound } from '#lib/domain/archive.ts';
import { isLocked } from '#lib/domain/council-letter.ts';
import { LETTER_MODELS } from '#lib/text/letters.ts';
import { z } from 'zod';
import { viewAdoption, type AdoptionPage } from '../adoption/view-adoption.ts';
import { reportOf } from '../adoption/view-report.ts';
import type { Context } from '../use-case.ts';
import type { LetterContent, LetterSource, LetterTemplate, LetterView } from './letter-model.ts';
import { letterView } from './letter.view.ts';
import {
	findSent,
	type Gemeente,
	type LetterRow,
	type LetterSubject,
	type TemplateRow,
} from './letters.repo.ts';

const EMPTY: LetterContent = { fields: {}, localText: '', weights: {}, treatment: 'information' };

/** The first model until the gemeente has a template of its own. */
export function templateOf(row: TemplateRow | null): LetterTemplate {
	return row ?? { ...LETTER_MODELS[0], fields: {} };
}

export function contentOf(row: LetterRow | null): LetterContent {
	return row ?? EMPTY;
}

export function sourceOf(
	adoption: AdoptionPage,
	organisation: Gemeente,
	template: LetterTemplate,
	content: LetterContent,
): LetterSource {
	const { facts, period, meetings = [] } = adoption.snapshot;
	const { name, shortName } = organisation;
	return {
		...{ organisation: { name, shortName }, template, content, period, meetings },
		report: reportOf(adoption),
		facts: factsOfRound(facts, period),
	};
}

/** The letter as it stands: from the college on as it was sent, whatever template and correcties say by now. */
export function currentView(context: Context, subject: LetterSubject, adoption?: AdoptionPage): LetterView {
	const { letter, organisation, template } = subject;
	const sent = letter && isLocked(letter.state) ? findSent(context.db, letter.id, null) : null;
	if (sent) return readSent(sent.text);
	const page = adoption ?? viewAdoption(context, { round: subject.adoption.slug });
	return letterView(sourceOf(page, organisation, templateOf(template), contentOf(letter)));
}

/** Written by `letterView` and kept as it was; only its outline is looked at. */
const Sent = z.custom<LetterView>(
	(value) =>
		z
			.looseObject({ document: z.looseObject({ blocks: z.array(z.unknown()) }), body: z.array(z.unknown()) })
			.safeParse(value).success,
);

export function readSent(text: string): LetterView {
	return Sent.parse(JSON.parse(text));
}
