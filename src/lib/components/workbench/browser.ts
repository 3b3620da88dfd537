/** What the workbench asks of the browser: where it keeps text, the fields of a form, and whether single keys act. */
import { isTextField } from '../text-field.ts';
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

/** No part of the text: the version, what is said when handing in, and the choices at a conflict. */
function isBeside(name: string): boolean {
	return name === 'version' || name === 'forLead' || name.startsWith('keuze-');
}

/** The fields that a person fills in. */
export function fieldsOf(form: HTMLFormElement): Values {
	const values: Record<string, string> = {};
	for (const [name, value] of new FormData(form))
		if (typeof value === 'string' && !isBeside(name)) values[name] = value;
	return values;
}

export function readSingleKeys(store: Store | null): boolean {
	return store?.getItem(SINGLE_KEYS) !== 'uit';
}

export function writeSingleKeys(store: Store | null, on: boolean): void {
	if (on) store?.removeItem(SINGLE_KEYS);
	else store?.setItem(SINGLE_KEYS, 'uit');
}

/** Where a key was pressed: on the open card, in a field to type in, or in a control that uses the arrows itself. */
export function placeOf(target: EventTarget | null): { onCard: boolean; inText: boolean; inChoice: boolean } {
	if (!(target instanceof HTMLElement)) return { onCard: false, inText: false, inChoice: false };
	const onCard =
		target.closest('#punt') !== null && target.closest('.conflict, .kept-text, .errors') === null;
	return { onCard, inText: isTextField(target), inChoice: target.matches('input[type="radio"], select') };
}

/** The open card gets the focus, so that keys act on it; not when something else has it already. */
export function focusCardAtFirst(): void {
	if (document.activeElement === document.body || document.activeElement === null)
		document.getElementById('punt-titel')?.focus({ preventScroll: true });
}

/** No click that asks for another window or tab. */
export function isPlainClick(event: MouseEvent): boolean {
	return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** What has the focus; null when nothing has. */
export function focused(): Element | null {
	return document.activeElement === document.body ? null : document.activeElement;
}

/** The summary of what is wrong, at the card. */
export function focusErrors(): void {
	document.querySelector<HTMLElement>('#punt .errors')?.focus();
}

/** The form of the card that is open; null when that one cannot be filled in. */
export function cardForm(): HTMLFormElement | null {
	return document.querySelector<HTMLFormElement>('#kaart');
}

/** With `around`, what it stands in comes into view as far as it fits. */
export function focusOn(id: string, around?: string): void {
	document.getElementById(id)?.focus();
	if (around !== undefined) bringIntoView(around);
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

/** Who comes for one thing by its address sees it at once; everybody else sees the top of the page. */
export function showAskedFor(name: string): void {
	if (new URLSearchParams(location.search).has(name)) bringIntoView(name);
}

function bringIntoView(id: string): void {
	document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}
