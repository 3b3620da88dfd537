/** The doors of people, of the platformbeheerder, of what the site says of itself, and of links that somebody got. */
import { doors, PEOPLE, PLATFORM, SIGNED_IN, type Door } from './door.ts';

const PERSON = '/beheer/mensen/[persoon]';
const PASSWORD = { password: 'vier losse woorden samen', repeated: 'vier losse woorden samen' };

export const PEOPLE_DOORS: readonly Door[] = [
	...doors(
		'anyone',
		['GET /[x+2e]well-known/security.txt', 'site.view'],
		['GET /privacy', 'site.view'],
		['GET /toegankelijkheid', 'site.view'],
		['GET /wachtwoord-vergeten', 'auth.request-reset'],
		['POST /wachtwoord-vergeten?/default', 'auth.request-reset'],
		['GET /eerste-beheerder/[token]', 'platform.view-first-start'],
		['POST /eerste-beheerder/[token]?/default', 'platform.use-first-start', PASSWORD],
		['GET /wachtwoord/[token]', 'auth.view-password-link'],
		['POST /wachtwoord/[token]?/default', 'auth.judge-password'],
		['POST /wachtwoord/[token]/dienst', 'auth.view-password-link'],
		['GET /uitnodiging/[token]', 'invitation.view-link'],
		['POST /uitnodiging/[token]?/maken', 'invitation.use-link', PASSWORD],
		['POST /uitnodiging/[token]?/afwijzen', 'invitation.decline-link'],
		['POST /uitnodiging/[token]/dienst', 'sign-in-service.begin-offer'],
	),
	...doors(
		SIGNED_IN,
		// The seal of another server: a code that is made up, for everybody.
		['GET /account/e-mailadres/[code]', 'account.view-email-link', { code: 'bestaat-niet' }],
		['POST /account/e-mailadres/[code]?/default', 'account.view-email-link', { code: 'bestaat-niet' }],
	),
	...doors(SIGNED_IN, ['GET /account/uitnodigingen', 'invitation.list-own']),
	...doors(
		'be who was asked',
		['POST /account/uitnodigingen?/aannemen', 'invitation.accept'],
		['POST /account/uitnodigingen?/afwijzen', 'invitation.decline'],
	),
	...doors(
		PEOPLE,
		['GET /beheer/mensen', 'region.people'],
		['POST /beheer/mensen?/toevoegen', 'invitation.make'],
		['POST /beheer/mensen?/opnieuw', 'invitation.renew'],
		['POST /beheer/mensen?/intrekken', 'invitation.withdraw'],
		[`GET ${PERSON}`, 'region.person'],
		[`POST ${PERSON}?/rolErbij`, 'region.add-role'],
		[`POST ${PERSON}?/rolWijzigen`, 'region.change-role'],
		[`POST ${PERSON}?/rolWeg`, 'region.remove-role'],
		[`POST ${PERSON}?/uitnodigen`, 'region.invite-again'],
		[`POST ${PERSON}?/intrekken`, 'region.withdraw-invitation'],
		[`POST ${PERSON}?/nieuwWachtwoord`, 'region.make-reset-link'],
		[`POST ${PERSON}?/overdragen`, 'region.hand-over'],
		[`POST ${PERSON}?/uitschakelen`, 'region.end-access'],
		[`POST ${PERSON}?/inschakelen`, 'region.restore-access'],
		[`GET ${PERSON}/tweede-factor`, 'second-factor.of-member'],
		[`POST ${PERSON}/tweede-factor?/uitloggen`, 'session.end-of-member'],
		[`POST ${PERSON}/tweede-factor?/uitzetten`, 'second-factor.reset'],
	),
	...doors(
		PLATFORM,
		['GET /platform', 'platform.regions'],
		['POST /platform?/regio', 'platform.make-region'],
		['POST /platform?/benoemen', 'platform.appoint-administrator'],
		['POST /platform?/intrekken', 'platform.withdraw-appointment'],
		['POST /platform?/link', 'platform.make-link'],
		['POST /platform?/erbij', 'platform.add-administrator'],
		['POST /platform?/weg', 'platform.remove-administrator'],
		['POST /platform?/vrijgeven', 'platform.release-service'],
		['GET /platform/organisaties', 'public-body.list'],
		['POST /platform/organisaties?/default', 'public-body.edit'],
		['GET /platform/instellingen', 'site.edit'],
		['POST /platform/instellingen?/default', 'site.save'],
		['GET /platform/logboek', 'audit.view-platform'],
		['GET /platform/logboek/logboek.[soort]', 'audit.export-platform'],
	),
];
