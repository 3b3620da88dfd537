/** The text of every kind of mail. Pure. Only titles and counts: no text out of a status, and no name of a child. */
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import { count, longDate, periodInSentence, periodName } from '#lib/text/nl.ts';
import { PASSWORD_PATH, SITE, type Letter } from './letter.ts';

export interface RoundMailFacts {
	name: string;
	region: string;
	officialForum: string;
	boardForum: string;
	agendaTitle: string;
	agendaSlug: string;
	roundSlug: string;
	period: Period;
	/** The last day for this person. */
	closesOn: Day;
	/** The titles of the agendapunten that the mail is about. */
	items: string[];
}

/** A list of titles longer than this is not read. */
const MOST_ITEMS = 12;

function roundLetter(facts: RoundMailFacts): Pick<Letter, 'name' | 'region' | 'preferencesHref' | 'items'> {
	const hidden = facts.items.length - MOST_ITEMS;
	return {
		name: facts.name,
		region: facts.region,
		preferencesHref: `${SITE}/account/meldingen`,
		items:
			hidden > 0
				? [...facts.items.slice(0, MOST_ITEMS), `en nog ${count(hidden, 'punt', 'punten')}`]
				: facts.items,
	};
}

const roundHref = ({ roundSlug }: RoundMailFacts) => `${SITE}/rea/${roundSlug}`;

export function openedLetter(facts: RoundMailFacts): Letter {
	const { period, closesOn, items, agendaTitle } = facts;
	const points = count(items.length, 'agendapunt', 'agendapunten');
	return {
		...roundLetter(facts),
		subject: `${periodName(period)} is open: vul ${points} in, uiterlijk ${longDate(closesOn)}`,
		paragraphs: [
			`Het peilmoment ${periodInSentence(period)} van ${agendaTitle} is open. Uw organisatie is trekker van ${points}.`,
			`U kunt de status invullen tot en met ${longDate(closesOn)}.`,
		],
		link: { label: 'Naar het peilmoment', href: roundHref(facts) },
		reason: 'U krijgt deze mail omdat uw organisatie trekker is van deze agendapunten.',
	};
}

export function exceptionLetter(facts: RoundMailFacts): Letter {
	const { period, closesOn, agendaTitle } = facts;
	return {
		...roundLetter(facts),
		subject: `${periodName(period)} is weer open voor u, tot en met ${longDate(closesOn)}`,
		paragraphs: [
			`De coördinator heeft het peilmoment ${periodInSentence(period)} van ${agendaTitle} weer geopend, alleen voor u.`,
			`U kunt de status invullen tot en met ${longDate(closesOn)}.`,
		],
		link: { label: 'Naar het peilmoment', href: roundHref(facts) },
		reason: 'U krijgt deze mail omdat de coördinator dit peilmoment voor u heeft geopend.',
	};
}

export function reminderLetter(facts: RoundMailFacts): Letter {
	const { period, closesOn, items, agendaTitle } = facts;
	const points = count(items.length, 'agendapunt', 'agendapunten');
	return {
		...roundLetter(facts),
		subject: `Herinnering: vul nog ${points} in, uiterlijk ${longDate(closesOn)}`,
		paragraphs: [
			`Het peilmoment ${periodInSentence(period)} van ${agendaTitle} sluit na ${longDate(closesOn)}. Van uw organisatie ${items.length === 1 ? 'wordt' : 'worden'} nog ${points} verwacht.`,
		],
		link: { label: 'Naar het peilmoment', href: roundHref(facts) },
		reason: 'U krijgt deze mail omdat uw organisatie nog een status moet indienen.',
	};
}

export function returnedLetter(facts: RoundMailFacts, itemRef: string): Letter {
	const { period, closesOn, agendaTitle, items } = facts;
	return {
		...roundLetter(facts),
		subject: `Teruggegeven: ${items[0] ?? 'een status'}, ${periodInSentence(period)}`,
		paragraphs: [
			`De coördinator heeft een status teruggegeven in het peilmoment ${periodInSentence(period)} van ${agendaTitle}. Er staat een notitie bij.`,
			`Lees de notitie, pas de status aan en dien hem opnieuw in. Dat kan tot en met ${longDate(closesOn)}.`,
		],
		link: { label: 'Naar de status', href: `${roundHref(facts)}/${itemRef}` },
		reason: 'U krijgt deze mail omdat u of uw organisatie deze status heeft ingevuld.',
	};
}

/** `inRea`: works in the REA and so may open the round itself; a board member goes to the overview. */
export function closedLetter(facts: RoundMailFacts, inRea: boolean): Letter {
	const { period, agendaTitle, agendaSlug, officialForum, boardForum } = facts;
	return {
		...roundLetter({ ...facts, items: [] }),
		subject: `${periodName(period)} is gesloten en staat klaar voor het ${boardForum}`,
		paragraphs: [
			`Het peilmoment ${periodInSentence(period)} van ${agendaTitle} is besproken in het ${officialForum} en gesloten.`,
			`Het staat klaar om te bekijken, en voor de vaststelling in het ${boardForum}.`,
		],
		link: inRea
			? { label: 'Naar het peilmoment', href: roundHref(facts) }
			: { label: 'Naar het overzicht', href: `${SITE}/agenda/${agendaSlug}` },
		reason: 'U krijgt deze mail omdat u meewerkt aan deze samenwerkingsagenda.',
	};
}

/** `region` is null for a platformbeheerder, who belongs to none. */
export interface AccountMailFacts {
	name: string;
	region: string | null;
}

export function accountLetter({ name, region }: AccountMailFacts): Letter {
	const [where, who] =
		region === null
			? ['de Samenwerkingsagenda', 'een platformbeheerder']
			: [`de samenwerkingsagenda van ${region}`, 'de beheerder van uw regio'];
	return {
		name,
		region: region ?? '',
		items: [],
		preferencesHref: null,
		subject: `Uw account voor ${where}`,
		paragraphs: [
			`Er is een account voor u gemaakt in ${where}. Stel met de link hieronder uw wachtwoord in.`,
			`De link werkt één keer, zeven dagen lang. Geef hem aan niemand door. Is hij verlopen, vraag dan ${who} om een nieuwe.`,
		],
		link: { label: 'Stel uw wachtwoord in', href: SITE + PASSWORD_PATH },
		reason: `U krijgt deze mail omdat ${who} u heeft toegevoegd.`,
	};
}

export function resetLetter({ name }: AccountMailFacts): Letter {
	return {
		name,
		region: '',
		items: [],
		preferencesHref: null,
		subject: 'Een nieuw wachtwoord voor de Samenwerkingsagenda',
		paragraphs: [
			'Iemand heeft met uw e-mailadres om een nieuw wachtwoord gevraagd. Was u dat, stel dan met de link hieronder een nieuw wachtwoord in.',
			'De link werkt één keer, een uur lang. Geef hem aan niemand door. Gebruikt u een code uit een app, dan blijft u die nodig hebben.',
			'Was u het niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
		],
		link: { label: 'Stel een nieuw wachtwoord in', href: SITE + PASSWORD_PATH },
		reason: 'U krijgt deze mail omdat er om een nieuw wachtwoord is gevraagd.',
	};
}
