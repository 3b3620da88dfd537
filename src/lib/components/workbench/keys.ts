/** What a key does on the workbench, and whether it is meant as a key at all. Pure. */

export type KeyAction =
	| { does: 'level'; place: number }
	| { does: 'not-applicable' | 'unchanged' | 'next' | 'previous' | 'text' | 'leave' | 'submit' | 'help' };

export interface Pressed {
	key: string;
	ctrl: boolean;
	/** Alt or the Windows or command key: never ours. */
	other: boolean;
	/** The key is being held down. */
	repeat: boolean;
	/** The open card has the focus, or something on it. Anywhere else a letter is no command. */
	onCard: boolean;
	/** A field to type in has the focus. */
	inText: boolean;
	/** A radio, list or other control that uses the arrow keys itself has the focus. */
	inChoice: boolean;
	/** Whether single keys act; the person can turn them off. */
	single: boolean;
}

const SINGLE: Readonly<Record<string, KeyAction>> = {
	'0': { does: 'not-applicable' },
	g: { does: 'unchanged' },
	j: { does: 'next' },
	k: { does: 'previous' },
	t: { does: 'text' },
	'?': { does: 'help' },
};
const ARROWS: Readonly<Record<string, KeyAction>> = {
	ArrowDown: { does: 'next' },
	ArrowUp: { does: 'previous' },
};

/** Null when the key is not for us. A key that is held down only walks along the list: it never hands in twice. */
export function keyAction(pressed: Pressed): KeyAction | null {
	const action = pressed.other || !pressed.onCard ? null : actionOf(pressed);
	const mayRepeat = action?.does === 'next' || action?.does === 'previous';
	return pressed.repeat && !mayRepeat ? null : action;
}

function actionOf({ key, ctrl, inText, inChoice, single }: Pressed): KeyAction | null {
	if (ctrl) return key === 'Enter' ? { does: 'submit' } : null;
	if (inText) return key === 'Escape' ? { does: 'leave' } : null;
	if (!single) return null;
	if (/^[1-4]$/.test(key)) return { does: 'level', place: Number(key) };
	if (!inChoice && ARROWS[key]) return ARROWS[key];
	return SINGLE[key.toLowerCase()] ?? null;
}

/** Since when somebody is in the middle of a sentence; null between sentences. Milliseconds of any clock. */
export type Sentence = number | null;

/** Somebody who types a sentence pauses less than this between two keys. */
const PAUSE_MS = 1000;

/**
 * Letters of a sentence that began in a field stay letters, whatever took the focus meanwhile, until a pause. Leaving the
 * field oneself (Tab, Esc, Ctrl+Enter) ends the sentence.
 */
export function sentenceAfter(
	sentence: Sentence,
	{ key, ctrl, inText }: Pick<Pressed, 'key' | 'ctrl' | 'inText'>,
	now: number,
): Sentence {
	if (key === 'Tab' || key === 'Escape' || (ctrl && key === 'Enter')) return null;
	if (inText) return now;
	return isInSentence(sentence, now) ? now : null;
}

export function isInSentence(sentence: Sentence, now: number): boolean {
	return sentence !== null && now - sentence < PAUSE_MS;
}
