/** How one item stands on the workbench, in words, with what was typed but is not on the server yet. Pure. */
import { isLevelAnswer } from '#lib/domain/level.ts';
import type { StatusState } from '#lib/domain/workflow.ts';
import { LEVEL_WORD, type LevelOrNone } from '#lib/text/nl.ts';
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

/** What the server said of the item when the page was made, or at its last answer. */
export interface KnownCard {
	standing: StatusState | 'new';
	line: string;
	state: string;
}

export function standingOf(card: KnownCard, saver: Saver): Standing {
	const typed = onScreen(saver)['level'];
	const level = isLevelAnswer(typed) ? typed : 'unanswered';
	const isBegun = card.standing === 'new' && (saver.savedAt !== null || isUnsaved(saver));
	const state = isBegun ? 'draft' : card.standing;
	const isDone = state === 'submitted' || state === 'agreed';
	const badge = level === 'unanswered' ? 'Nog invullen' : undefined;
	return {
		level,
		badge,
		isDone,
		levelWord: badge ?? LEVEL_WORD[level],
		short:
			isUnsaved(saver) && saver.phase !== 'typing' && saver.phase !== 'saving'
				? 'niet opgeslagen'
				: SHORT[state],
		long: isBegun ? 'Concept' : card.line || card.state,
	};
}

/** What the person has to know now; null when all is well. */
export function problemOf(saver: Saver, isKeeping: boolean): string | null {
	const safe = isKeeping
		? 'Uw tekst staat veilig in deze browser.'
		: 'Laat deze pagina open staan: deze browser bewaart niets.';
	const why = WHY[saver.phase];
	if (saver.phase === 'refused') return `Niet opgeslagen: ${saver.message} ${safe}`;
	if (saver.phase === 'signed-out')
		return `${saver.message || 'U bent uitgelogd.'} Nog niet opgeslagen. ${safe}`;
	return why ? `Nog niet opgeslagen: ${why} ${safe}` : null;
}

const WHY: Partial<Record<Saver['phase'], string>> = {
	offline: 'geen verbinding.',
	failed: 'de server antwoordt niet. We proberen het opnieuw.',
	conflict: 'iemand anders heeft dit punt intussen gewijzigd.',
};
