/** What a key does on the workbench. Pure. */

export type KeyAction =
	| { does: 'level'; place: number }
	| { does: 'not-applicable' | 'unchanged' | 'next' | 'previous' | 'text' | 'leave' | 'submit' | 'help' };

export interface Pressed {
	key: string;
	ctrl: boolean;
	/** Alt or the Windows or command key: never ours. */
	other: boolean;
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

/** Null when the key is not for us. */
export function keyAction({ key, ctrl, other, inText, inChoice, single }: Pressed): KeyAction | null {
	if (other) return null;
	if (ctrl) return key === 'Enter' ? { does: 'submit' } : null;
	if (inText) return key === 'Escape' ? { does: 'leave' } : null;
	if (!single) return null;
	if (/^[1-4]$/.test(key)) return { does: 'level', place: Number(key) };
	if (!inChoice && ARROWS[key]) return ARROWS[key];
	return SINGLE[key.toLowerCase()] ?? null;
}
