/** Words about mail that the preferences, the outbox and the mails themselves share. */
import type { MailKind, MailState, OptionalMailKind } from '#lib/domain/mail.ts';

export const MAIL_KIND_WORD = {
	'round-opened': 'Peilmoment geopend',
	'round-reminder': 'Herinnering voor de sluiting',
	'status-returned': 'Status teruggegeven',
	'round-closed': 'Peilmoment gesloten',
	account: 'Account',
	security: 'Veiligheid van een account',
} as const satisfies Record<MailKind, string>;

/** When a person gets it. */
export const MAIL_KIND_MEANING = {
	'round-opened': 'Als u een status kunt invullen voor een peilmoment.',
	'round-reminder': 'Als een peilmoment bijna sluit en u nog iets moet invullen.',
	'status-returned': 'Als de coördinator een status van uw organisatie teruggeeft.',
	'round-closed': 'Als een peilmoment van uw regio is gesloten.',
} as const satisfies Record<OptionalMailKind, string>;

export const MAIL_STATE_WORD = {
	waiting: 'Wacht',
	sending: 'Wordt verstuurd',
	uncertain: 'Onzeker',
	failed: 'Niet gelukt',
	sent: 'Verstuurd',
	over: 'Afgehandeld',
} as const satisfies Record<MailState, string>;

/** "Thuiszitters 2: Registratie verbeteren". */
export function itemTitle(item: { themeName: string; number: number; shortTitle: string }): string {
	return `${item.themeName} ${item.number}: ${item.shortTitle}`;
}
