/** How one item stands on the workbench, in words, with what was typed but is not on the server yet. Pure. */
import { isLevelAnswer } from '#lib/domain/level.ts';
import type { StatusState } from '#lib/domain/workflow.ts';
import { count, LEVEL_WORD, type LevelOrNone } from '#lib/text/nl.ts';
import { isUnsaved, onScreen, type Saver } from './saver.ts';

export interface Standing {
	level: LevelOrNone;
	levelWord: string;
	/** On the badge when there is no level: "Nog invullen". */
	badge: string | undefined;
	/** In the list: "concept", "terug". */
	short: string;
	/** On the closed card: "Ingediend op ...", "was groen in kwartaal 2 van 2020". */
	long: string;
	isDone: boolean;
}

const SHORT: Readonly<Record<StatusState | 'new', string>> = {
	new: '',
	draft: 'concept',
	submitted: 'ingediend',
	returned: 'terug',
	agreed: 'akkoord',
};

const NOT_SAVED = {
	short: 'niet opgeslagen',
	long: 'Nog niet opgeslagen: de tekst staat in deze browser',
} as const;

/** What the server said of the item when the page was made, or at its last answer. */
export interface KnownCard {
	standing: StatusState | 'new';
	line: string;
	state: string;
}

/** `isKept`: text of an earlier visit waits in this browser. */
export function standingOf(card: KnownCard, saver: Saver, isKept = false): Standing {
	const typed = onScreen(saver)['level'];
	const level = isLevelAnswer(typed) ? typed : 'unanswered';
	const isBegun = card.standing === 'new' && (saver.savedAt !== null || isUnsaved(saver));
	const state = isBegun ? 'draft' : card.standing;
	const isDone = state === 'submitted' || state === 'agreed';
	const badge = level === 'unanswered' ? 'Nog invullen' : undefined;
	const isLeft = isKept || (isUnsaved(saver) && savingOf(saver, true).kind === 'problem');
	return {
		level,
		badge,
		isDone,
		levelWord: badge ?? LEVEL_WORD[level],
		short: isLeft ? NOT_SAVED.short : SHORT[state],
		long: isLeft ? NOT_SAVED.long : isBegun ? 'Concept' : card.line || card.state,
	};
}

/** What the screen and the live region both say of one card. */
export interface Told {
	/** Why the last handing in did not go through; '' when nothing stands refused. */
	refusal: string;
	kind: 'busy' | 'quiet' | 'problem';
	/** Whether the text is saved. */
	saving: string;
}

export function toldOf(saver: Saver, isKeeping: boolean): Told {
	return { refusal: refusalOf(saver), ...savingOf(saver, isKeeping) };
}

/**
 * For the live region. Nothing while somebody types, so that each pause is told once; a refusal when it comes, and what
 * was saved after it by itself.
 */
export function spoken(saver: Saver, isKeeping: boolean): string {
	const { refusal, kind, saving } = toldOf(saver, isKeeping);
	if (saver.phase === 'refused') return [refusal, kind === 'busy' ? '' : saving].filter(Boolean).join(' ');
	return kind === 'busy' ? '' : saving;
}

function refusalOf({ refused, gaps, phase, message }: Saver): string {
	if (refused === null || refused === 'opslaan') return '';
	const fields = Object.keys(gaps);
	if (fields.length > 0) return `Nog niet ingediend: ${wanting(fields)}.`;
	return phase === 'refused' ? `Nog niet ingediend: ${message}` : '';
}

/** Of these something else is wanted than that they are filled in. */
const NOT_MISSING = ['privacyReason', 'forLead', 'differsBecause', 'measured'];

function wanting(fields: readonly string[]): string {
	return fields.some((field) => NOT_MISSING.includes(field))
		? count(fields.length, 'veld vraagt nog aandacht', 'velden vragen nog aandacht')
		: count(fields.length, 'veld ontbreekt', 'velden ontbreken');
}

function savingOf(saver: Saver, isKeeping: boolean): Pick<Told, 'kind' | 'saving'> {
	const { phase, message, savedAt, refused, dueAt, flight } = saver;
	const safe = isKeeping
		? 'Uw tekst staat veilig in deze browser.'
		: 'Laat deze pagina open staan: deze browser bewaart niets.';
	const problem = (saving: string) => ({ kind: 'problem' as const, saving: `${saving} ${safe}` });
	if (phase === 'signed-out') return problem(`${message || 'U bent uitgelogd.'} Nog niet opgeslagen.`);
	if (phase === 'refused' && refused === 'opslaan') return problem(`Niet opgeslagen: ${message}`);
	const why = WHY[phase] ?? '';
	if (why) return problem(`Nog niet opgeslagen: ${why}`);
	if (phase === 'conflict')
		return problem(`Nog niet opgeslagen: ${saver.conflict?.changedBy ?? ''} dit punt intussen gewijzigd.`);
	const isOnItsWay = phase === 'typing' || phase === 'saving' || dueAt !== null || flight !== null;
	if (isOnItsWay) return { kind: 'busy', saving: 'Opslaan…' };
	if (isUnsaved(saver)) return problem('De tekst is nog niet opgeslagen.');
	return { kind: 'quiet', saving: savedAt ? `Opgeslagen om ${savedAt}` : '' };
}

const WHY: Partial<Record<Saver['phase'], string>> = {
	offline: 'geen verbinding.',
	failed: 'de server antwoordt niet. We proberen het opnieuw.',
};
