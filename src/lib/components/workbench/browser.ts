/** What the workbench asks of the browser: where it keeps text, the fields of a form, and whether single keys act. */
import type { Store } from './kept.ts';
import type { Values } from './saver.ts';

const SINGLE_KEYS = 'werkblad:losse-toetsen';

/** Null when the browser keeps nothing for this site. */
export function browserStore(): Store | null {
	try {
		localStorage.setItem('werkblad:proef', '');
		localStorage.removeItem('werkblad:proef');
		return localStorage;
	} catch {
		return null;
	}
}

/** The fields that a person fills in. */
export function fieldsOf(form: HTMLFormElement): Values {
	const values: Record<string, string> = {};
	for (const [name, value] of new FormData(form))
		if (typeof value === 'string' && name !== 'version') values[name] = value;
	return values;
}

export function readSingleKeys(store: Store | null): boolean {
	return store?.getItem(SINGLE_KEYS) !== 'uit';
}

export function writeSingleKeys(store: Store | null, on: boolean): void {
	if (on) store?.removeItem(SINGLE_KEYS);
	else store?.setItem(SINGLE_KEYS, 'uit');
}

/** Where a key was pressed: in a field to type in, or in a control that uses the arrows itself. */
export function placeOf(target: EventTarget | null): { inText: boolean; inChoice: boolean } {
	if (!(target instanceof HTMLElement)) return { inText: false, inChoice: false };
	const inChoice = target.matches('input[type="radio"], select');
	const isTick = target.matches('input[type="radio"], input[type="checkbox"]');
	return { inText: !isTick && target.matches('input, textarea, [contenteditable]'), inChoice };
}

/** The form of the card that is open; null when that one cannot be filled in. */
export function cardForm(): HTMLFormElement | null {
	return document.querySelector<HTMLFormElement>('#kaart');
}

export function focusOn(id: string): void {
	document.getElementById(id)?.focus();
}

/** Chooses the level at this place, 1 for rood, or n.v.t. for null, and goes on to the text. */
export function chooseLevel(place: number | null): void {
	const radios = [...(cardForm()?.querySelectorAll<HTMLInputElement>('[name="level"]') ?? [])];
	const levels = radios.filter(({ value }) => value !== 'not-applicable');
	const radio = place === null ? radios.find(({ value }) => value === 'not-applicable') : levels[place - 1];
	if (!radio) return;
	radio.click();
	focusOn('narrative');
}
