/** Shared Dutch about accessibility: the statuses of a Dutch accessibility statement, as the law words them. */
import type { AccessibilityStatus } from '#lib/domain/site.ts';

export const ACCESSIBILITY_STATUS_WORD = {
	none: 'Nog niet bepaald',
	full: 'A: voldoet volledig',
	partial: 'B: voldoet gedeeltelijk',
	started: 'C: eerste maatregelen genomen',
	not: 'D: voldoet niet',
} as const satisfies Record<AccessibilityStatus, string>;

export const ACCESSIBILITY_STATUS_SENTENCE = {
	none: 'De organisatie die deze site beheert, heeft nog niet bepaald in hoeverre de site toegankelijk is.',
	full: 'Deze site voldoet volledig aan de eisen (status A). Dat blijkt uit een onderzoek.',
	partial: 'Deze site voldoet gedeeltelijk aan de eisen (status B). Dat blijkt uit een onderzoek.',
	started:
		'Voor deze site zijn de eerste maatregelen genomen (status C). Hij is nog niet helemaal onderzocht.',
	not: 'Deze site voldoet niet aan de eisen (status D).',
} as const satisfies Record<AccessibilityStatus, string>;
