/** The short values of a letter: what was typed, else what the gemeente always says, else what follows from the adoption. */
import { parseDay } from '#lib/domain/day.ts';
import { LETTER_FIELDS, type LetterField } from '#lib/domain/letter-section.ts';
import { longDate } from '#lib/text/nl.ts';
import type { LetterSource } from './letter-model.ts';

type Key = LetterField | 'signature';

/** Fields whose value is a day. */
export const DAY_FIELDS: readonly Key[] = ['college-date', 'advice-date'];

export const OPENNESS_WORD = { open: 'Openbaar', closed: 'Niet openbaar' } as const;

/** What stands in a field before anything is typed in this letter. */
export function inheritedValue(
	{ report, organisation, template }: Pick<LetterSource, 'report' | 'organisation' | 'template'>,
	key: Key,
): string {
	const { agenda, round, forum, adoptedOnText } = report;
	const usual: Partial<Record<Key, string>> = {
		subject: `Voortgang ${agenda}, ${round}`,
		'take-note': `De voortgang van de ${agenda} over ${round}, zoals vastgesteld in het ${forum} van ${adoptedOnText}.`,
		openness: 'open',
		attachments: `Voortgangsrapportage ${agenda}, ${round}`,
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
	const day = DAY_FIELDS.includes(key) ? parseDay(typed) : null;
	return day === null ? typed : longDate(day);
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
	const isKey = (key: string): key is Key => key === 'signature' || LETTER_FIELDS.some((one) => one === key);
	return Object.fromEntries(
		Object.entries(typed).filter(([key, text]) =>
			isKey(key) ? text.trim() !== inheritedValue(source, key).trim() : text !== '',
		),
	);
}

/** "de gemeente Oudewater" from "Gemeente Oudewater". */
export function inSentence(name: string): string {
	return name.startsWith('Gemeente ') ? `de gemeente ${name.slice('Gemeente '.length)}` : name;
}
