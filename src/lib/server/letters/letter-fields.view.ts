/** The short values of a letter: what was typed, else what the gemeente always says, else what follows from the adoption. */
import { parseDay } from '#lib/domain/day.ts';
import { LETTER_FIELDS, type LetterField } from '#lib/domain/letter-section.ts';
import { longDate } from '#lib/text/nl.ts';
import type { LetterSource } from './letter-model.ts';

type Key = LetterField | 'signature' | 'salutation';

/** Fields whose value is a day. */
export const DAY_FIELDS: readonly Key[] = ['letter-date', 'college-date', 'advice-date'];

export const OPENNESS_WORD = { open: 'Openbaar', closed: 'Niet openbaar' } as const;

/** What stands in a field before anything is typed in this letter. */
export function inheritedValue(
	{ report, organisation, template }: Pick<LetterSource, 'report' | 'organisation' | 'template'>,
	key: Key,
): string {
	const { agenda, round, adoptedBy } = report;
	const hasAnnex = template.sections.some(({ fill }) => fill === 'annex');
	const usual: Partial<Record<Key, string>> = {
		addressee: `De gemeenteraad van ${bareName(organisation.name)}`,
		salutation: 'Geachte leden van de raad,',
		subject: `Voortgang ${agenda}, ${round}`,
		'take-note': `De voortgang van de ${agenda} over ${round}, zoals vastgesteld ${adoptedBy}.`,
		openness: 'open',
		attachments: hasAnnex
			? `Stand van zaken per agendapunt (hierachter) en voortgangsrapportage over ${round}`
			: `Voortgangsrapportage ${agenda}, ${round}`,
		signature: `Het college van burgemeester en wethouders van ${inSentence(organisation.name)},\nde secretaris,\n\nde burgemeester,\n`,
	};
	return (template.fields[key] ?? '') || (usual[key] ?? '');
}

/** As it stands in the form: a day as 2020-12-03, openness as `open` or `closed`. */
export function typedValue(source: LetterSource, key: Key): string {
	return source.content.fields[key] ?? inheritedValue(source, key);
}

/** As it stands in the letter; empty when there is nothing to say. */
export function shownValue(source: LetterSource, key: Key): string {
	const typed = typedValue(source, key).trim();
	const isClosed = typedValue(source, 'openness') === 'closed';
	if (key === 'openness') return isClosed ? closedWord(source) : OPENNESS_WORD.open;
	if (key === 'argument' && !isClosed) return '';
	if (key === 'letter-date' && typed === '') return usualDate(source);
	const day = DAY_FIELDS.includes(key) ? parseDay(typed) : null;
	return day === null ? typed : longDate(day);
}

/** Of a letter for which no day was filled in: that of the college, or the day that it goes there. */
function usualDate(source: LetterSource): string {
	const college = shownValue(source, 'college-date');
	return college === '' && source.sentOn ? longDate(source.sentOn) : college;
}

/** The argument stands behind it when the letter has no section of its own for it. */
function closedWord(source: LetterSource): string {
	const argument = typedValue(source, 'argument').trim();
	const hasOwnPlace = source.template.sections.some(({ fill }) => fill === 'argument');
	return hasOwnPlace || argument === '' ? OPENNESS_WORD.closed : `${OPENNESS_WORD.closed}: ${argument}`;
}

/** What was typed without what the letter would say by itself, so that a later change of the template still counts. */
export function onlyOwn(
	typed: Readonly<Record<string, string>>,
	source: Pick<LetterSource, 'report' | 'organisation' | 'template'>,
): Record<string, string> {
	const isKey = (key: string): key is Key =>
		key === 'signature' || key === 'salutation' || LETTER_FIELDS.some((one) => one === key);
	return Object.fromEntries(
		Object.entries(typed).filter(([key, text]) =>
			isKey(key) ? text.trim() !== inheritedValue(source, key).trim() : text !== '',
		),
	);
}

const WORD_GEMEENTE = /^gemeente\s+/i;

/** "Stichtse Vecht" from "Gemeente Stichtse Vecht". */
export function bareName(name: string): string {
	return name.replace(WORD_GEMEENTE, '') || name;
}

/** "de gemeente Oudewater" from "Gemeente Oudewater". */
export function inSentence(name: string): string {
	return WORD_GEMEENTE.test(name) ? `de gemeente ${bareName(name)}` : name;
}
