/** What a letter is made of, and what it says once it is made: ready to lay out in any format. */
import type { LetterheadFormat, LetterTreatment } from '#lib/domain/council-letter.ts';
import type { AgendaFacts, OrganisationFacts } from '#lib/domain/facts.ts';
import type { LetterSection } from '#lib/domain/letter-section.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Block, TextDocument } from '../documents/document-model.ts';
import type { HowAdopted } from '../reports/report-meeting.view.ts';
import type { ReportView } from '../reports/report-model.ts';

export interface LetterTemplate {
	/** What the document is called there: "Raadsinformatiebrief". */
	kind: string;
	sections: readonly LetterSection[];
	/** Values that are the same in every letter, by field. */
	fields: Readonly<Record<string, string>>;
}

export interface LetterContent {
	/** Only what differs from the template and the usual values; '' is a field that was emptied. */
	fields: Readonly<Record<string, string>>;
	localText: string;
	/** By code of the thema. */
	weights: Readonly<Record<string, number>>;
	treatment: LetterTreatment;
}

export interface LetterSource {
	organisation: OrganisationFacts;
	/** Both of the same adoption, with the items of its round only. */
	report: ReportView;
	facts: AgendaFacts;
	period: Period;
	/** The same, in the same order, as in the report: who was there is told for this organisation alone. */
	meetings?: HowAdopted['meetings'];
	writtenProcedure?: HowAdopted['writtenProcedure'] | undefined;
	/** The day that it goes to the college, which is that of a letter without one of its own; null while it is a concept. */
	sentOn?: Day | null;
	template: LetterTemplate;
	content: LetterContent;
}

/** `placeholder` is the one that a letterhead may have for it; null for what only the body says. */
export interface LetterPart {
	placeholder: string | null;
	blocks: readonly Block[];
}

/** A letter with the stationery that it is made on, by the hash of its file; null for the standard layout. */
export interface LetterFile {
	view: LetterView;
	letterheads: Readonly<Record<LetterheadFormat, string | null>>;
}

export interface LetterView {
	/** The whole letter in the standard layout. */
	document: TextDocument;
	/** The same texts for a letterhead: by name of the placeholder, and what comes under the address. */
	fields: Record<string, string>;
	body: readonly LetterPart[];
	/** Headings of sections in which nothing stands yet; they are left out of the letter. */
	missing: string[];
}
