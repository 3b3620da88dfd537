/** What people read about their organisation's sign-in service. */
import type { ClientAuthMethod } from '../domain/sign-in.ts';
import type { IssuerProblem, TripRefusal, TripStep } from '../domain/single-sign-on.ts';

/** For the person who wanted to come in: what to do now. */
export const REFUSAL_SENTENCE: Record<TripRefusal, string> = {
	'unknown-trip':
		'Deze inlogpoging is verlopen, al gebruikt, of begonnen in een andere browser. Begin opnieuw bij het inloggen.',
	changed: 'De instellingen van de inlogdienst zijn intussen veranderd. Begin opnieuw.',
	'switched-off':
		'De inlogdienst van deze organisatie staat uit. Log in met uw wachtwoord, of vraag uw beheerder.',
	'no-secret':
		'Het geheim van de inlogdienst is niet te lezen met de sleutel van deze server. De beheerder moet het geheim opnieuw invullen.',
	'private-address':
		'Het adres van de inlogdienst ligt op een intern netwerk. Dat mag niet: gebruik een adres dat op internet bereikbaar is.',
	unreachable:
		'De inlogdienst van uw organisatie antwoordt niet. Probeer het over een paar minuten opnieuw, of log in met uw wachtwoord.',
	'no-service':
		'Op het ingestelde adres staat geen goede OpenID Connect-dienst. De beheerder moet het adres (issuer) nakijken.',
	'other-issuer':
		'De dienst op het ingestelde adres noemt zichzelf anders. De beheerder moet het adres (issuer) precies overnemen van de dienst.',
	denied: 'De inlogdienst heeft u niet doorgelaten, of u heeft het inloggen afgebroken.',
	'client-refused':
		'De inlogdienst herkent deze toepassing niet. De beheerder moet de client-id, het geheim en de manier van aanmelden nakijken.',
	'code-refused': 'De inlogdienst nam de inlogcode niet aan: die is verlopen of al gebruikt. Begin opnieuw.',
	'wrong-issuer': 'Het antwoord komt van een andere dienst dan is ingesteld. U bent niet ingelogd.',
	'wrong-audience': 'Het antwoord van de inlogdienst was voor een andere toepassing. U bent niet ingelogd.',
	'wrong-nonce':
		'Het antwoord van de inlogdienst hoort bij een andere inlogpoging. U bent niet ingelogd. Begin opnieuw.',
	'wrong-signature':
		'De handtekening onder het antwoord van de inlogdienst klopt niet. U bent niet ingelogd.',
	expired:
		'Het antwoord van de inlogdienst is verlopen, of de klok van de dienst loopt niet gelijk. U bent niet ingelogd. Begin opnieuw.',
	'wrong-answer': 'Het antwoord van de inlogdienst klopt niet. U bent niet ingelogd. Waarschuw uw beheerder.',
	'not-fresh':
		'De inlogdienst heeft niet bevestigd dat u zojuist opnieuw heeft ingelogd (auth_time). Probeer het opnieuw, of waarschuw uw beheerder.',
	'wrong-assurance':
		'U bent ingelogd zonder de tweede stap die uw organisatie eist. Log bij de dienst in met die tweede stap.',
	'unknown-account':
		'U bent bekend bij uw organisatie, maar daar hoort hier nog geen account bij. Gebruik de link uit uw uitnodiging, of koppel de dienst op de pagina Account. Anders helpt uw beheerder.',
	'other-organisation':
		'Deze inlogdienst hoort niet bij de organisatie van uw account. Log in via uw eigen organisatie.',
	'account-off': 'Uw account is uitgeschakeld. Vraag de beheerder van uw regio om hulp.',
	'other-person':
		'U heeft bij de dienst ingelogd als een ander dan wie hier is ingelogd. Log bij de dienst in als uzelf en begin opnieuw.',
	taken:
		'Dit account van uw organisatie is al aan iemand anders gekoppeld. Vraag de beheerder van uw regio om hulp.',
	'no-invitation': 'Deze uitnodiging is gebruikt of verlopen. Vraag de beheerder om een nieuwe.',
	'known-account':
		'Bij het e-mailadres van deze uitnodiging of bij dit account van uw werk hoort al een account. Log in zoals u gewend bent, en neem de uitnodiging daar aan.',
};

export const STEP_WORD: Record<TripStep, string> = {
	discovery: 'De dienst vinden',
	'sign-in': 'Inloggen bij de dienst',
	token: 'De inlogcode inwisselen',
	claims: 'Het antwoord nakijken',
};

export const ISSUER_SENTENCE: Record<IssuerProblem, string> = {
	'not-an-address':
		'Vul het adres van de dienst (issuer) in, zonder /.well-known, zoals https://inloggen.gemeente.nl/realms/gemeente.',
	'not-https': 'Het adres van de dienst moet met https:// beginnen.',
	'other-port': 'Gebruik een adres zonder poort, of met poort 443 of 8443.',
	'entra-shared':
		'Gebruik het adres van uw eigen tenant, met de tenant-id erin: https://login.microsoftonline.com/<tenant-id>/v2.0. Een gedeeld adres (common, organizations) zou ook andere organisaties binnenlaten.',
	'entra-version': 'Gebruik versie 2 van Entra ID: laat het adres eindigen op /v2.0.',
};

export const AUTH_METHOD_WORD: Record<ClientAuthMethod, string> = {
	client_secret_basic: 'Geheim in de kop van het verzoek (client_secret_basic)',
	client_secret_post: 'Geheim in het verzoek (client_secret_post)',
	private_key_jwt: 'Privésleutel (private_key_jwt)',
};
