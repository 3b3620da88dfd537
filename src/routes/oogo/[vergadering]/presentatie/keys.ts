/** The keys of a keyboard or a clicker that go to another screen. */

const DIRECTION: Readonly<Record<string, 'previous' | 'next'>> = {
	ArrowRight: 'next',
	ArrowDown: 'next',
	PageDown: 'next',
	' ': 'next',
	ArrowLeft: 'previous',
	ArrowUp: 'previous',
	PageUp: 'previous',
};

/** Null for any other key, and for one that is pressed together with Ctrl, Alt or Shift. */
export function directionOf(event: KeyboardEvent): 'previous' | 'next' | null {
	if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
	return DIRECTION[event.key] ?? null;
}
