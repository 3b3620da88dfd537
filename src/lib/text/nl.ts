/** Shared Dutch: words for levels, states, periods, dates and numbers. A page's own prose stays in the page. */
import type { Role } from '#lib/domain/access.ts';
import type { Move } from '#lib/domain/change.ts';
import { MONTH_NAMES, type Day } from '#lib/domain/day.ts';
import type { Expectation } from '#lib/domain/expectation.ts';
import type { DecisionLevel } from '#lib/domain/facts.ts';
import { levelsFor, type ItemKind, type LevelAnswer } from '#lib/domain/level.ts';
import type { PersonState } from '#lib/domain/person-access.ts';
import { measuredIn, partsOf, type Cadence, type Period } from '#lib/domain/period.ts';
import type { ActionState, AgendaState, RoundState, StatusState } from '#lib/domain/workflow.ts';

/** What a mark can show: a level, n.v.t., or that there is no answer. */
export type LevelOrNone = LevelAnswer | 'unanswered';

export const LEVEL_WORD = {
	rood: 'Rood',
	oranje: 'Oranje',
	groen: 'Groen',
	donkergroen: 'Donkergroen',
	'not-applicable': 'N.v.t.',
	unanswered: 'Niet beantwoord',
} as const satisfies Record<LevelOrNone, string>;

/** The letter that stands in a cell too small for the word. */
export const LEVEL_LETTER = {
	rood: 'R',
	oranje: 'O',
	groen: 'G',
	donkergroen: 'D',
	'not-applicable': 'N',
	unanswered: '–',
} as const satisfies Record<LevelOrNone, string>;

export const ROLE_WORD = {
	administrator: 'Beheerder',
	coordinator: 'Coördinator',
	adviser: 'Beleidsadviseur',
	board: 'Bestuurder',
	reader: 'Lezer',
} as const satisfies Record<Role, string>;

export const PERSON_STATE_WORD = {
	active: 'Actief',
	invited: 'Uitgenodigd',
	uninvited: 'Geen geldige uitnodiging',
	off: 'Uitgeschakeld',
} as const satisfies Record<PersonState, string>;

export const STATUS_STATE_WORD = {
	draft: 'Concept',
	submitted: 'Ingediend',
	returned: 'Teruggegeven',
	agreed: 'Akkoord',
} as const satisfies Record<StatusState, string>;

export const ROUND_STATE_WORD = {
	planned: 'Gepland',
	open: 'Open',
	closed: 'Gesloten',
	adopted: 'Vastgesteld',
} as const satisfies Record<RoundState, string>;

export const AGENDA_STATE_WORD = {
	concept: 'Concept',
	adopted: 'Vastgesteld',
	closed: 'Afgesloten',
} as const satisfies Record<AgendaState, string>;

export const ACTION_STATE_WORD = {
	planned: 'Gepland',
	running: 'Loopt',
	done: 'Klaar',
	dropped: 'Vervallen',
} as const satisfies Record<ActionState, string>;

export const ITEM_KIND_WORD = {
	result: 'Resultaat',
	ongoing: 'Doorlopend',
} as const satisfies Record<ItemKind, string>;

export const DECISION_LEVEL_WORD = {
	regional: 'Regionaal besluit',
	process: 'Procesafspraken',
	alignment: 'Afstemming en kennisdeling',
} as const satisfies Record<DecisionLevel, string>;

export const MOVE_WORD = {
	up: 'Omhoog',
	down: 'Omlaag',
	same: 'Gelijk gebleven',
	'goal-changed': 'Ander niveau door een nieuw doel',
	out: 'Nu niet van toepassing',
	in: 'Was niet van toepassing',
	first: 'Eerste keer beantwoord',
	unanswered: 'Niet beantwoord',
} as const satisfies Record<Move, string>;

export const EXPECTATION_WORD = {
	yes: 'Ja',
	doubt: 'Twijfel',
	no: 'Nee',
} as const satisfies Record<Expectation, string>;

/** "Haalt dit punt donkergroen voor het einde van de agenda?" For a doorlopend item the top rung is groen. */
export function expectationQuestion(kind: ItemKind): string {
	return `Haalt dit punt ${levelsFor(kind).at(-1) ?? ''} voor het einde van de agenda?`;
}

export const CADENCE_WORD = {
	quarter: 'kwartaal',
	half: 'halfjaar',
	year: 'jaar',
} as const satisfies Record<Cadence, string>;

/** "Kwartaal 1 van 2020", "Halfjaar 2 van 2021", "2022". */
export function periodName(period: Period): string {
	const { year, cadence, part } = partsOf(period);
	if (cadence === 'year') return String(year);
	return `${cadence === 'quarter' ? 'Kwartaal' : 'Halfjaar'} ${part} van ${year}`;
}

/** "2020-K3", and "2022" for a whole year. */
export function roundCode(period: Period): string {
	return period.replace(/-J1$/, '');
}

/** "kwartaal 1 van 2020", within a sentence. */
export function periodInSentence(period: Period): string {
	return periodName(period).replace(/^[A-Z]/, (first) => first.toLowerCase());
}

/** The month in which the period is measured: "april" for kwartaal 1. */
export function measuredMonth(period: Period): string {
	return MONTH_NAMES[measuredIn(period).month - 1] ?? '';
}

/** "donkergroen", "niet beantwoord": the level within a sentence. */
export function levelInSentence(level: LevelOrNone): string {
	return LEVEL_WORD[level].toLowerCase();
}

/** "Kwartaal 1 van 2020: stand van zaken in april". */
export function roundTitle(period: Period): string {
	return `${periodName(period)}: stand van zaken in ${measuredMonth(period)}`;
}

const LONG_DATE = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });
const CLOCK = new Intl.DateTimeFormat('nl-NL', {
	hour: '2-digit',
	minute: '2-digit',
	timeZone: 'Europe/Amsterdam',
});
const NUMBER = new Intl.NumberFormat('nl-NL');

/** "18 april 2019". */
export function longDate(day: Day): string {
	return LONG_DATE.format(new Date(`${day}T12:00:00Z`));
}

/** "18 april 2019 om 14:32". */
export function moment(instant: Date): string {
	return `${LONG_DATE.format(instant)} om ${CLOCK.format(instant)}`;
}

/** "14:32". */
export function clock(instant: Date): string {
	return CLOCK.format(instant);
}

/** With a point per thousand and a decimal comma: "16.399", "0,52". */
export function number(value: number): string {
	return NUMBER.format(value);
}

/** "1 punt", "3 punten". */
export function count(value: number, one: string, more: string): string {
	return `${number(value)} ${value === 1 ? one : more}`;
}

/** "a, b en c"; empty for an empty list. */
export function listing(words: readonly string[]): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

/** A title in marks within a sentence, of the kind that it does not hold itself. */
export function quoted(title: string): string {
	return /[“”"]/.test(title) ? `‘${title}’` : `“${title}”`;
}

/** What something is about that is about no item. */
export const WHOLE = 'Het geheel';

export const EXAMPLE_DATA_NOTICE =
	'Voorbeeldgegevens: de agenda is echt, de doelen en statussen zijn verzonnen.';

/** Below the fields whose text may have layout. */
export const NARRATIVE_HELP =
	'Opmaak: **vet**, een lijst met - of 1. vooraan de regel, [tekst](https://...). De rest blijft zoals u het typt.';
