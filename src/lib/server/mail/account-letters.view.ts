/** What people hear by mail of their own account, so that a thief cannot change it unseen. Pure. */
import type { AccountChange } from '#lib/domain/second-factor.ts';
import type { Role } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { longDate, moment, ROLE_WORD } from '#lib/text/nl.ts';
import { INVITATION_PATH, SITE, type Letter } from './letter.ts';

export interface AccountFacts {
	name: string;
	/** Of one of their regions; null for the platformbeheerder. */
	region: string | null;
	at: Date;
}

interface Notice {
	subject: string;
	happened: string;
}

const NOTICES = {
	password: { subject: 'Uw wachtwoord is gewijzigd', happened: 'is uw wachtwoord gewijzigd' },
	email: { subject: 'Uw e-mailadres is gewijzigd', happened: 'is het e-mailadres van uw account gewijzigd' },
	'second-factor-set': {
		subject: 'Er is een app ingesteld voor uw account',
		happened: 'is er een app ingesteld waarmee u inlogt (uw tweede factor)',
	},
	'second-factor-removed': {
		subject: 'Uw tweede factor is uitgezet',
		happened: 'is uw tweede factor uitgezet: u logt voortaan in met alleen uw wachtwoord',
	},
	'second-factor-reset': {
		subject: 'Uw tweede factor is uitgezet door een beheerder',
		happened:
			'heeft een beheerder uw tweede factor uitgezet en bent u overal uitgelogd. Is een tweede factor voor u verplicht, dan stelt u die opnieuw in als u weer inlogt',
	},
	'recovery-codes': {
		subject: 'U heeft nieuwe herstelcodes',
		happened: 'zijn er nieuwe herstelcodes gemaakt; de oude werken niet meer',
	},
	'recovery-code-used': {
		subject: 'Er is ingelogd met een herstelcode',
		happened: 'is er op uw account ingelogd met een herstelcode',
	},
	'password-guessed': {
		subject: 'Iemand probeerde in te loggen op uw account',
		happened:
			'is er vaak achter elkaar geprobeerd in te loggen op uw account, met een verkeerd wachtwoord. Het is niet gelukt',
	},
	'code-guessed': {
		subject: 'Iemand probeerde in te loggen met uw wachtwoord',
		happened:
			'is er vaak achter elkaar geprobeerd in te loggen op uw account, met het goede wachtwoord en een verkeerde code. Het is niet gelukt. Was u dit niet, dan kent iemand uw wachtwoord: wijzig het meteen',
	},
} as const satisfies Record<AccountChange, Notice>;

export function changeLetter(change: AccountChange, { name, region, at }: AccountFacts): Letter {
	const { subject, happened } = NOTICES[change];
	return {
		name,
		region: region ?? '',
		subject,
		items: [],
		preferencesHref: null,
		paragraphs: [
			`Op ${moment(at)} ${happened}.`,
			'Was u dit zelf, dan hoeft u niets te doen. Was u het niet, wijzig dan uw wachtwoord, log overal uit bij uw account, en bel de beheerder van uw regio.',
		],
		link: { label: 'Naar uw account', href: `${SITE}/account` },
		reason: 'U krijgt deze mail altijd als er iets verandert aan hoe u inlogt.',
	};
}

export interface OfferFacts {
	/** As the beheerder typed it. */
	name: string;
	regionName: string;
	organisationName: string;
	role: Role;
	invitedBy: string;
	expiresAt: Date;
}

/** The same for who has an account and for who has none. */
export function offerLetter(offer: OfferFacts): Letter {
	const { name, regionName, organisationName, role, invitedBy, expiresAt } = offer;
	return {
		name,
		region: regionName,
		items: [],
		preferencesHref: null,
		subject: `Uitnodiging voor de samenwerkingsagenda van ${regionName}`,
		paragraphs: [
			`${invitedBy} nodigt u uit voor de samenwerkingsagenda van ${regionName}: als ${ROLE_WORD[role].toLocaleLowerCase('nl')} namens ${organisationName}.`,
			'Met de link hieronder neemt u de uitnodiging aan, of wijst u die af. Heeft u al een account, dan logt u daarmee in. Heeft u er nog geen, dan maakt u het daar. Zolang u niets doet, verandert er niets.',
			`De link werkt tot ${longDate(dayOf(expiresAt))}. Geef hem aan niemand door. Is hij verlopen, vraag dan om een nieuwe.`,
		],
		link: { label: 'Bekijk de uitnodiging', href: SITE + INVITATION_PATH },
		reason: 'U krijgt deze mail omdat uw e-mailadres is ingevuld bij een uitnodiging.',
	};
}

/** To the new address, which is nobody's until the link was opened. */
export function newEmailLetter({ name, region }: AccountFacts, path: string): Letter {
	return {
		name,
		region: region ?? '',
		items: [],
		preferencesHref: null,
		subject: 'Bevestig uw nieuwe e-mailadres',
		paragraphs: [
			'U wilt voortaan met dit e-mailadres inloggen bij de samenwerkingsagenda. Open de link hieronder in de browser waarin u bent ingelogd, en bevestig het adres.',
			'De link werkt één dag. Heeft u dit niet gevraagd, dan hoeft u niets te doen: er verandert niets.',
		],
		link: { label: 'Bevestig uw e-mailadres', href: SITE + path },
		reason: 'U krijgt deze mail omdat dit adres is ingevuld als nieuw e-mailadres van een account.',
	};
}
