/** Everything a letter is made of: the adoption, the template of the gemeente and what was typed; or the letter as it was sent. */
import { factsOfRound } from '#lib/domain/archive.ts';
import { isLocked } from '#lib/domain/council-letter.ts';
import type { Day } from '#lib/domain/day.ts';
import { LETTER_MODELS } from '#lib/text/letters.ts';
import { z } from 'zod';
import { viewAdoption, type AdoptionPage } from '../adoption/view-adoption.ts';
import { reportOf } from '../adoption/view-report.ts';
import type { Context } from '../use-case.ts';
import type { LetterContent, LetterSource, LetterFile, LetterTemplate } from './letter-model.ts';
import { newestLetterheads } from '../letterheads/newest-letterhead.ts';
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
	const { meetings } = adoption;
	const { facts, period, writtenProcedure } = adoption.snapshot;
	const { name, shortName } = organisation;
	return {
		organisation: { name, shortName },
		template,
		content,
		period,
		meetings,
		writtenProcedure,
		report: reportOf(adoption),
		facts: factsOfRound(facts, period),
	};
}

/** The letter as it stands: from the college on as it was sent, whatever template and correcties say by now. */
export function currentLetter(
	context: Context,
	subject: LetterSubject,
	{ adoption, sentOn = null }: { adoption?: AdoptionPage; sentOn?: Day | null } = {},
): LetterFile {
	const { letter, organisation, template, region } = subject;
	const sent = letter && isLocked(letter.state) ? findSent(context.db, letter.id, null) : null;
	if (sent) return readSent(sent.text);
	const page = adoption ?? viewAdoption(context, { round: subject.adoption.slug });
	return {
		view: letterView({ ...sourceOf(page, organisation, templateOf(template), contentOf(letter)), sentOn }),
		letterheads: newestLetterheads(context.db, { regionId: region.id, organisationId: organisation.id }),
	};
}

const Outline = z.object({
	view: z.object({ document: z.object({ blocks: z.array(z.unknown()) }), body: z.array(z.unknown()) }),
	letterheads: z.object({ docx: z.string().nullable(), odt: z.string().nullable() }),
});
/** Written by `stepLetter` and kept as it was; only its outline is looked at. */
const Sent = z.custom<LetterFile>((value) => Outline.safeParse(value).success);

export function readSent(text: string): LetterFile {
	return Sent.parse(JSON.parse(text));
}
