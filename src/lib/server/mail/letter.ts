/** What a mail says, before it has a form. */

export interface Letter {
	subject: string;
	/** Who it is for, as in "Beste Anna,". */
	name: string;
	paragraphs: string[];
	/** Agendapunten by their title; never a text out of a status. */
	items: string[];
	link: { label: string; href: string };
	/** Why this person gets it. */
	reason: string;
	/** Where to switch it off; null for what always goes out. */
	preferencesHref: string | null;
	/** "Utrecht West"; empty for a mail of no region. */
	region: string;
}

/** Stands for the address of the site in a mail that waits; whoever sends or shows it puts in the real one. */
export const SITE = 'https://adres-van-de-site.invalid';
/** Stands for the one-time link, which is made while sending, so that no token is ever kept. */
export const PASSWORD_PATH = '/wachtwoord/eenmalige-link';
/** The same for the link of an invitation. */
export const INVITATION_PATH = '/uitnodiging/eenmalige-link';
