/** One letter of one gemeente about one adoption, in the order of its template: one view for the page and every format. */
import { isLetterField, LETTER_FIELDS, type LetterSection } from '#lib/domain/letter-section.ts';
import { TREATMENT_WORD } from '#lib/text/letters.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import type { Block } from '../documents/document-model.ts';
import { narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, quiet } from '../reports/report-blocks.view.ts';
import { unsaidDecisions } from './letter-decisions.view.ts';
import { bareName, shownValue } from './letter-fields.view.ts';
import type { LetterPart, LetterSource, LetterView } from './letter-model.ts';
import { regionBlocks } from './letter-region.view.ts';

/** Pure: the same adoption, template and content give the same letter on any day. */
export function letterView(source: LetterSource): LetterView {
	const { report, organisation, template, content } = source;
	const sections = template.sections.map((section) => ({ section, blocks: sectionBlocks(section, source) }));
	const body: LetterPart[] = [
		...sections.map(({ section, blocks }) => ({ placeholder: placeholderOf(section), blocks })),
		{ placeholder: null, blocks: [...unsaid(source), ...colophon(source)] },
	];
	const treatment = `${sentence(TREATMENT_WORD[content.treatment])} ${content.treatment === 'decision' ? 'door' : 'voor'} de gemeenteraad`;
	const seal = `${report.adoption}. Controlecode ${report.shortHash}`;
	const notices = [report.correctedUntil, report.notice].filter((line) => line !== null);
	const lines = notices.map((line): Block => ({ kind: 'paragraph', style: 'notice', pieces: [line] }));
	return {
		document: {
			title: `${template.kind} ${organisation.name}, ${report.agenda}, ${report.round}`,
			author: organisation.name,
			date: report.adoptedOn,
			paper: 'a4',
			header: report.notice,
			footer: [
				`${template.kind}, ${organisation.name}`,
				seal,
				...(report.correctedUntil === null ? [] : [report.correctedUntil]),
			],
			blocks: [
				{ kind: 'paragraph', style: 'subtitle', pieces: [organisation.name] },
				{ kind: 'paragraph', style: 'title', pieces: [template.kind] },
				{ kind: 'paragraph', style: 'subtitle', pieces: [treatment] },
				...lines,
				...body.flatMap(({ blocks }) => blocks),
			],
		},
		fields: placeholders(source, treatment),
		body: [{ placeholder: null, blocks: lines }, ...body],
		missing: sections
			.filter(({ blocks }) => blocks.length === 0)
			.flatMap(({ section }) => missingIn(section, source)),
	};
}

/** What its template has no place for is named, so that a council does not take the letter for all there is. */
function unsaid(source: LetterSource): Block[] {
	const isSaid = source.template.sections.some(({ fill }) => fill === 'decisions');
	const decisions = isSaid ? '' : unsaidDecisions(source);
	if (decisions === '') return [];
	return [quiet(`Niet in deze brief: ${decisions}. Die staan in de voortgangsrapportage.`)];
}

/** A short field is one line with a label; nearly everything else has a heading. Empty when there is nothing to say. */
function sectionBlocks(section: LetterSection, source: LetterSource): Block[] {
	const { fill, heading: title } = section;
	if (isLetterField(fill)) return labelled(title, shownValue(source, fill));
	const blocks = textBlocks(section, source);
	if (fill === 'salutation' || fill === 'signature') return blocks.map(opened);
	return blocks.length === 0 ? [] : [heading(1, title, { onNewPage: fill === 'annex' }), ...blocks];
}

function textBlocks({ id, fill }: LetterSection, source: LetterSource): Block[] {
	const { content } = source;
	if (isLetterField(fill)) return [];
	if (fill === 'local') return paragraphs(content.localText);
	if (fill === 'own') return paragraphs(content.fields[`own-${id}`] ?? '');
	if (fill === 'signature' || fill === 'salutation') return paragraphs(shownValue(source, fill));
	return regionBlocks(fill, source);
}

/** The first of a salutation and a signature stands apart from what is above it; neither has a heading in a letter. */
function opened(block: Block, index: number): Block {
	return index === 0 && block.kind === 'paragraph' ? { ...block, style: 'opening' } : block;
}

/** An argument is only missing when the letter is not open. */
function missingIn({ fill, heading: title }: LetterSection, source: LetterSource): string[] {
	// That nothing stands on rood is nothing to fill in.
	if (fill === 'plans' || fill === 'aim') return [];
	if (fill === 'argument' && shownValue(source, 'openness') === 'Openbaar') return [];
	return [title];
}

/** Every line a paragraph, with the bold, lists and links that were typed. */
const paragraphs = (typed: string): Block[] => narrativeParagraphs(readNarrative(typed.trim()));

function colophon({ report }: LetterSource): Block[] {
	return [
		quiet(
			`Deze brief is gemaakt uit de gegevens zoals ze zijn vastgesteld ${report.adoptedBy}. Controlecode ${report.hash}.`,
		),
	];
}

/** The names that a letterhead may ask for, in the words of the gemeente. */
const PLACEHOLDER = {
	'letter-date': 'datum',
	addressee: 'geadresseerde',
	subject: 'onderwerp',
	'take-note': 'kennisnemen_van',
	'case-number': 'kenmerk',
	'advice-date': 'datum_advies',
	openness: 'status',
	argument: 'argument',
	portfolio: 'portefeuillehouder',
	'college-date': 'datum_college',
	attachments: 'bijlagen',
	adviser: 'adviseur',
} as const;

function placeholderOf({ fill }: LetterSection): string | null {
	if (fill === 'signature') return 'ondertekening';
	if (fill === 'salutation') return 'aanhef';
	return isLetterField(fill) ? PLACEHOLDER[fill] : null;
}

function placeholders(source: LetterSource, treatment: string): Record<string, string> {
	const { report, organisation, template } = source;
	return {
		...Object.fromEntries(LETTER_FIELDS.map((field) => [PLACEHOLDER[field], shownValue(source, field)])),
		aanhef: shownValue(source, 'salutation'),
		regio: report.region,
		ondertekening: shownValue(source, 'signature'),
		gemeente: organisation.name,
		gemeentenaam: bareName(organisation.name),
		soort: template.kind,
		behandeling: treatment,
		agenda: report.agenda,
		peilmoment: report.round,
		controlegetal: report.shortHash,
	};
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
