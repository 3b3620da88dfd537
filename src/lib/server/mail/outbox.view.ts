/** What the outbox shows of every mail: to whom, what, how it is doing and what can be done. Pure. */
import { mailState, type MailState } from '#lib/domain/mail.ts';
import { MAIL_KIND_WORD, MAIL_STATE_WORD } from '#lib/text/mail.ts';
import { count, moment } from '#lib/text/nl.ts';
import { INVITATION_PATH, PASSWORD_PATH, SITE } from './letter.ts';
import type { Outbox } from './list-mails.ts';

export interface OutboxLine {
	id: number;
	subject: string;
	/** "Anna de Boer, anna@voorbeeld.example". */
	to: string;
	kind: string;
	region: string;
	made: string;
	state: MailState;
	/** "Verstuurd op 14 januari 2021 om 10:30". */
	stateText: string;
	/** Why it is not sent; empty when there is nothing to say. */
	problem: string;
	/** A one-time link is never shown. */
	text: string;
	mayRetry: boolean;
	mayPutAside: boolean;
}

export interface OutboxView {
	tabs: { label: string; href: string; current: boolean }[];
	/** How mail leaves here, or why it does not. */
	notice: { kind: 'info' | 'warning'; title: string; text: string } | null;
	lines: OutboxLine[];
	empty: string;
	/** "Alleen de nieuwste 200 staan hier."; null when all are there. */
	more: string | null;
}

/** `most`: how many are read at once. */
export function outboxView(
	outbox: Outbox,
	site: { origin: string; sendsMail: boolean; demo: boolean },
	most: number,
): OutboxView {
	const { mails, now, done, trouble } = outbox;
	return {
		tabs: [
			{ label: 'Nog niet verstuurd', href: '/beheer/post', current: !done },
			{ label: 'Verstuurd of afgehandeld', href: '/beheer/post?toon=klaar', current: done },
		],
		notice: noticeOf(site, trouble),
		lines: mails.map((mail) => lineOf(mail, now, site)),
		empty: done
			? 'Er is nog geen mail verstuurd of afgehandeld.'
			: 'Er wacht geen mail, en er is niets misgegaan.',
		more:
			mails.length >= most ? `Alleen de nieuwste ${count(most, 'mail staat', 'mails staan')} hier.` : null,
	};
}

function noticeOf(site: { sendsMail: boolean; demo: boolean }, trouble: string): OutboxView['notice'] {
	if (site.demo)
		return {
			kind: 'info',
			title: 'In de demo gaat geen mail weg',
			text: 'Hier staat wat er zou worden verstuurd, en aan wie.',
		};
	if (!site.sendsMail)
		return {
			kind: 'warning',
			title: 'Er is geen mailserver ingesteld',
			text: 'De mails blijven hier staan. Verstuur ze zelf, of vraag wie de server beheert om een mailserver in te stellen.',
		};
	if (trouble !== '')
		return {
			kind: 'warning',
			title: 'De mailserver is niet bereikbaar',
			text: `${trouble} Wij proberen het elke minuut opnieuw.`,
		};
	return null;
}

const ONLY_IN_MAIL = '(eenmalige link, alleen te zien in de mail zelf)';

function lineOf(
	mail: Outbox['mails'][number],
	now: Date,
	{ origin, sendsMail }: { origin: string; sendsMail: boolean },
): OutboxLine {
	const state = mailState(mail, now);
	const isOpen = state === 'waiting' || state === 'uncertain' || state === 'failed';
	return {
		id: mail.id,
		subject: mail.subject,
		state,
		region: mail.regionName,
		to: mail.name === null ? mail.address : `${mail.name}, ${mail.address}`,
		kind: MAIL_KIND_WORD[mail.kind],
		made: moment(mail.createdAt),
		stateText: stateText(mail, state, sendsMail),
		problem: problemOf(mail, state),
		text: mail.text
			.replaceAll(SITE + PASSWORD_PATH, ONLY_IN_MAIL)
			.replaceAll(SITE + INVITATION_PATH, ONLY_IN_MAIL)
			.replaceAll(SITE, origin),
		mayRetry:
			sendsMail &&
			(state === 'uncertain' || state === 'failed' || (state === 'waiting' && mail.problem !== '')),
		mayPutAside: isOpen,
	};
}

function stateText(mail: Outbox['mails'][number], state: MailState, sendsMail: boolean): string {
	const word = MAIL_STATE_WORD[state];
	if (mail.sentAt) return `${word} op ${moment(mail.sentAt)}`;
	if (state === 'waiting' && !sendsMail) return 'Bewaard, niet verstuurd';
	if (state === 'waiting' && mail.nextAttemptAt) return `${word} tot ${moment(mail.nextAttemptAt)}`;
	return state === 'over' && mail.problem === '' ? 'Verlopen, niet verstuurd' : word;
}

function problemOf(mail: Outbox['mails'][number], state: MailState): string {
	if (mail.problem !== '') return mail.problem;
	return state === 'uncertain'
		? 'Het programma stopte tijdens het versturen. De mail kan zijn aangekomen.'
		: '';
}
