/** The demo's accounts: one per role. They are roles, not people. */
import type { Role } from '#lib/domain/access.ts';

export interface DemoAccount {
	role: Role;
	word: string;
	email: string;
	/** As in the organisations of the data file. */
	organisation: string;
	/** What this role comes here to do. */
	task: string;
}

export const DEMO_PASSWORD = 'voorbeeld-utrecht-west';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
	{
		role: 'adviser',
		word: 'Beleidsadviseur',
		email: 'adviseur@demo.example',
		organisation: 'rbl',
		task: 'vult per kwartaal de status in',
	},
	{
		role: 'coordinator',
		word: 'Coördinator',
		email: 'coordinator@demo.example',
		organisation: 'woerden',
		task: 'bewaakt, geeft akkoord, sluit en stelt vast',
	},
	{
		role: 'board',
		word: 'Bestuurder',
		email: 'bestuurder@demo.example',
		organisation: 'woerden',
		task: 'ziet in één oogopslag hoe het staat',
	},
	{
		role: 'reader',
		word: 'Lezer',
		email: 'lezer@demo.example',
		organisation: 'oudewater',
		task: 'leest wat is vastgesteld, voor griffie en raad',
	},
	{
		role: 'administrator',
		word: 'Beheerder',
		email: 'beheerder@demo.example',
		organisation: 'woerden',
		task: 'beheert mensen en agenda’s',
	},
];
