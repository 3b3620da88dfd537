/**
 * Every address and every form of the product, with the right that it asks for in the words of the table of rights. `by` is
 * the use case whose example fills the address and the form. Written by hand: what the code says about itself proves nothing.
 */
import type { Right } from './rights-table.ts';

export interface Door {
	/** `GET /agenda/[agenda]`, `POST /inloggen?/default`. */
	door: string;
	right: Right;
	by: string;
	/** What stands in the address or the form otherwise than in the example. */
	but?: Record<string, string>;
}

const SIGNED_IN: Right = 'be signed in';
const READ: Right = 'read adopted rounds';
const SUBMITTED: Right = 'read submitted (closed) rounds';
const DRAFTS: Right = 'read drafts and working version';
const MANAGE: Right = 'manage agenda, themas, items, rounds, meetings';
const PEOPLE: Right = 'manage people, organisations, region settings';
const STATUS: Right = 'enter status';
const GOALS: Right = 'write goals';
const JUDGE: Right = 'return, agree, close round';
const DECIDE: Right = 'record decisions, accord of own organisation';
const TOGETHER: Right = 'decide for everybody together';
const PLATFORM: Right = 'make regions';
const LETTER: Right = 'write letters of own gemeente';
const ALL_LETTERS: Right = 'write letters of all gemeenten';
const READ_LETTERS: Right = 'read letters: all in the REA, that of the own gemeente outside it';

/** Each line: door, use case, and what is otherwise in the address or the form. */
function doors(
	right: Right,
	...lines: (readonly [door: string, by: string, but?: Record<string, string>])[]
): Door[] {
	return lines.map(([door, by, but]) => ({ door, right, by, ...(but && { but }) }));
}

const AGENDA = '/agenda/[agenda]';
const ITEM = `${AGENDA}/punten/[punt]`;
const BEHEER = '/beheer/agenda/[agenda]';
const REA = '/rea/[peilmoment]';
const OOGO = '/oogo/[vergadering]';
const REPORT = '/rapporten/[vaststelling]';

/** Asked by a program with a token of its own, which is a setting; the tests of the figures for a monitor are about it. */
export const DOORS_OF_PROGRAMS: readonly string[] = ['GET /metrics'];

export const DOORS: readonly Door[] = [
	...doors(
		'anyone',
		['GET /gezond', 'todo.list'],
		['GET /inloggen', 'todo.list'],
		['GET /kalender/[token].ics', 'calendar.read-feed'],
		['POST /inloggen?/default', 'todo.list', { email: 'niemand@voorbeeld.example', password: 'niet goed' }],
		['POST /uitloggen', 'todo.list'],
		['GET /inloggen/organisatie', 'sign-in-service.is-offered'],
		[
			'POST /inloggen/organisatie?/default',
			'sign-in-service.is-offered',
			{ email: 'niemand@voorbeeld.example' },
		],
		['GET /inloggen/terug', 'sign-in-service.is-offered'],
		['GET /inloggen/tweede-factor', 'auth.is-pending'],
		['POST /inloggen/tweede-factor?/default', 'auth.is-pending'],
		['GET /inloggen/vertrek', 'sign-in-service.is-offered'],
		['POST /wachtwoord/[token]/dienst', 'auth.view-password-link'],
		['GET /wachtwoord/[token]', 'auth.view-password-link'],
		['POST /wachtwoord/[token]?/default', 'auth.view-password-link', { password: 'x', repeated: 'y' }],
	),
	...doors(
		SIGNED_IN,
		['GET /', 'todo.list'],
		['GET /account', 'account.memberships'],
		['GET /account/meldingen', 'account.mail-preferences'],
		['POST /account/meldingen?/default', 'account.choose-mail'],
		['POST /account?/anderen', 'session.end-others'],
		['POST /account?/beeindigen', 'session.end-own'],
		['GET /account/bevestigen', 'account.security'],
		['POST /account/bevestigen?/default', 'account.security'],
		['GET /account/e-mailadres', 'account.security'],
		['POST /account/e-mailadres?/default', 'account.security'],
		['GET /account/inlogdienst', 'sign-in-service.list-own'],
		['POST /account/inlogdienst?/bevestigen', 'sign-in-service.list-own'],
		['POST /account/inlogdienst?/koppelen', 'sign-in-service.list-own'],
		['GET /account/tweede-factor', 'second-factor.offer'],
		['POST /account/tweede-factor?/instellen', 'second-factor.offer'],
		['POST /account/tweede-factor?/uitzetten', 'second-factor.offer'],
		['GET /account/tweede-factor/herstelcodes', 'second-factor.offer'],
		['POST /account/tweede-factor/herstelcodes?/default', 'second-factor.offer'],
		['GET /account/wachtwoord', 'account.password-rule'],
		['POST /account/wachtwoord?/default', 'account.password-rule'],
		['GET /beheer/inlogdienst', 'sign-in-service.list'],
		['GET /agenda', 'agenda.list'],
		['GET /beheer', 'region.list-managed'],
		['GET /beheer/agenda/nieuw', 'agenda.list-start-choices'],
		['GET /beheer/importeren', 'agenda.list-import-regions'],
		['GET /beheer/importeren/tabel', 'region.list-managed'],
		['GET /beheer/post', 'mail.list'],
		['GET /doelen', 'agenda.list'],
		['GET /kalender', 'calendar.view'],
		['POST /kalender?/maken', 'calendar.make-feed'],
		['POST /kalender?/intrekken', 'calendar.revoke-feed'],
		['GET /rapporten', 'adoption.list'],
		['GET /rapporten/controle', 'adoption.verify-own'],
		['GET /rea', 'round.list-current'],
		['GET /vergaderingen', 'meeting.list'],
	),
	...doors(
		READ,
		[`GET ${AGENDA}`, 'agenda.overview'],
		[`GET ${AGENDA}/verloop`, 'agenda.overview'],
		[`GET ${AGENDA}/evaluatie`, 'agenda.evaluation'],
		[`GET ${ITEM}`, 'agenda.item'],
		[`GET ${ITEM}/acties`, 'action.list'],
		['GET /bestanden/[bestand]', 'file.open'],
		[`GET ${OOGO}/besluiten`, 'meeting.decisions'],
		['GET /rapporten/vergelijken', 'adoption.compare'],
		...[
			'',
			'/overzicht',
			'/vaststelling.json',
			'/matrix.csv',
			'/rapport.pdf',
			'/rapport.docx',
			'/rapport.odt',
		].map((rest) => [`GET ${REPORT}${rest}`, 'adoption.view'] as const),
		...['/gegevens.ods', '/gegevens.xlsx', '/model-2019.pdf', '/model-2019.docx', '/model-2019.odt'].map(
			(rest) => [`GET ${REPORT}${rest}`, 'adoption.view'] as const,
		),
	),
	...doors(
		SUBMITTED,
		[`GET ${OOGO}`, 'meeting.view'],
		[`GET ${OOGO}/live`, 'meeting.watch'],
		[`GET ${OOGO}/presentatie`, 'meeting.view'],
	),
	...doors(
		DRAFTS,
		[`GET ${AGENDA}/doelen`, 'goal.list'],
		[`GET ${ITEM}/doelen`, 'goal.view'],
		[`GET ${REA}`, 'round.view-workbench'],
		[`GET ${REA}/voortgang`, 'round.progress'],
		[`GET ${REA}/bijdragen`, 'contribution.grid'],
		[`GET ${REA}/[punt]`, 'status.view'],
		[`GET ${REA}/[punt]/bijdrage`, 'contribution.list'],
		[`GET ${REA}/[punt]/bronnen`, 'source.list'],
	),
	...doors(
		STATUS,
		[`POST ${ITEM}/acties?/toevoegen`, 'action.add'],
		[`POST ${ITEM}/acties?/opslaan`, 'action.edit'],
		[`POST ${REA}?/opslaan`, 'status.save'],
		[`POST ${REA}?/volgende`, 'status.save'],
		[`POST ${REA}?/indienen`, 'status.submit'],
		[`POST ${REA}?/geen-wijziging`, 'status.confirm-unchanged'],
		[`POST ${REA}?/alles-indienen`, 'status.submit-many'],
		[`POST ${REA}?/thema-ongewijzigd`, 'status.confirm-many'],
		[`POST ${REA}/[punt]?/opslaan`, 'status.save'],
		[`POST ${REA}/[punt]?/indienen`, 'status.submit'],
		[`POST ${REA}/[punt]?/geen-wijziging`, 'status.confirm-unchanged'],
		[`POST ${REA}/[punt]/[stap]`, 'status.save'],
		[`POST ${REA}/[punt]/bijdrage?/opslaan`, 'contribution.save'],
		[`POST ${REA}/[punt]/bronnen?/link`, 'source.add-link'],
		[`POST ${REA}/[punt]/bronnen?/bestand`, 'source.check-file'],
		[`POST ${REA}/[punt]/bronnen?/weghalen`, 'source.remove'],
	),
	...doors(
		GOALS,
		[`POST ${ITEM}/doelen?/opslaan`, 'goal.write'],
		[`POST ${ITEM}/doelen?/meting`, 'measure.save'],
	),
	...doors(
		JUDGE,
		[`POST ${REA}/[punt]?/akkoord`, 'status.agree'],
		[`POST ${REA}/[punt]?/teruggeven`, 'status.return'],
		[`POST ${REA}/voortgang?/akkoord`, 'status.agree'],
		[`POST ${REA}/voortgang?/teruggeven`, 'status.return'],
		[`POST ${REA}/voortgang?/alle-akkoord`, 'status.agree-many'],
		[`POST ${REA}/voortgang?/alle-teruggeven`, 'status.return-many'],
		[`POST ${REA}/voortgang?/sluiten`, 'round.close'],
		[`POST ${REA}/voortgang?/heropenen`, 'round.reopen'],
		[`POST ${REA}/voortgang?/heropenen-voor`, 'round.reopen-for'],
		[`POST ${REA}/voortgang?/beeindigen`, 'round.end-exception'],
	),
	...doors(
		'adopt',
		[`POST ${REA}/voortgang?/vaststellen`, 'adoption.create'],
		[`GET ${REPORT}/correctie`, 'adoption.view'],
		[`POST ${REPORT}/correctie?/default`, 'adoption.amend'],
	),
	...doors(
		MANAGE,
		[`POST ${REA}/voortgang?/openen`, 'round.open'],
		[`POST ${AGENDA}/doelen?/default`, 'goal.decide-all'],
		[`POST ${ITEM}/doelen?/stand`, 'goal.decide'],
		['POST /beheer?/peilmoment', 'round.plan'],
		['POST /beheer/agenda/nieuw?/default', 'agenda.start'],
		[`GET ${BEHEER}`, 'agenda.manage'],
		[`POST ${BEHEER}?/verplaatsen`, 'agenda.move-theme'],
		[`GET ${BEHEER}/instellingen`, 'agenda.manage'],
		[`POST ${BEHEER}/instellingen?/opslaan`, 'agenda.edit'],
		[`POST ${BEHEER}/instellingen?/overleggen`, 'region.name-forums'],
		[`POST ${BEHEER}/instellingen?/indeling`, 'agenda.edit-axis'],
		[`POST ${BEHEER}/instellingen?/herinnering`, 'agenda.set-reminder-days'],
		[`POST ${BEHEER}/instellingen?/vaststellen`, 'agenda.adopt'],
		[`POST ${BEHEER}/instellingen?/afsluiten`, 'agenda.close'],
		[`GET ${BEHEER}/peilmomenten`, 'round.plans'],
		[
			`POST ${BEHEER}/peilmomenten?/plannen`,
			'round.plans',
			{ 'kies-2021-K2': 'ja', 'opensOn-2021-K2': '2021-07-04', 'closesOn-2021-K2': '2021-07-23' },
		],
		[`POST ${BEHEER}/peilmomenten?/dagen`, 'round.set-filling-days'],
		[`POST ${BEHEER}/peilmomenten?/wijzigen`, 'round.edit-dates'],
		[`POST ${BEHEER}/peilmomenten?/weghalen`, 'round.remove'],
		[`GET ${BEHEER}/prioriteiten`, 'priority.list'],
		[`POST ${BEHEER}/prioriteiten?/toevoegen`, 'priority.add'],
		[`POST ${BEHEER}/prioriteiten?/opslaan`, 'priority.edit'],
		[`POST ${BEHEER}/prioriteiten?/weghalen`, 'priority.remove'],
		[`POST ${BEHEER}/prioriteiten?/verplaatsen`, 'priority.move'],
		[`GET ${BEHEER}/punten/[punt]`, 'agenda.manage'],
		[`POST ${BEHEER}/punten/[punt]?/opslaan`, 'item.edit'],
		[`POST ${BEHEER}/punten/[punt]?/weghalen`, 'item.remove'],
		[`POST ${BEHEER}/punten/[punt]?/terugzetten`, 'item.restore'],
		[`GET ${BEHEER}/punten/nieuw`, 'agenda.manage'],
		[`POST ${BEHEER}/punten/nieuw?/default`, 'item.add'],
		[`GET ${BEHEER}/themas/[thema]`, 'agenda.manage'],
		[`POST ${BEHEER}/themas/[thema]?/opslaan`, 'theme.edit'],
		[`POST ${BEHEER}/themas/[thema]?/weghalen`, 'theme.remove'],
		[`POST ${BEHEER}/themas/[thema]?/terugzetten`, 'theme.restore'],
		[`GET ${BEHEER}/themas/nieuw`, 'agenda.manage'],
		[`POST ${BEHEER}/themas/nieuw?/default`, 'theme.add'],
		['POST /beheer/importeren?/controleren', 'agenda.preview-import'],
		['POST /beheer/importeren?/importeren', 'agenda.import'],
		['GET /beheer/importeren/sjabloon.[soort]', 'agenda.table-template'],
		['POST /beheer/importeren/tabel?/controleren', 'agenda.preview-table'],
		['POST /beheer/importeren/tabel?/importeren', 'agenda.import-table'],
		[`GET ${OOGO}/voorbereiden`, 'meeting.view'],
		[`POST ${OOGO}/voorbereiden?/voorstel`, 'meeting.propose-agenda'],
		[`POST ${OOGO}/voorbereiden?/toevoegen`, 'meeting.add-item'],
		[`POST ${OOGO}/voorbereiden?/wijzigen`, 'meeting.edit-item'],
		[`POST ${OOGO}/voorbereiden?/verplaatsen`, 'meeting.move-item'],
		[`POST ${OOGO}/voorbereiden?/weghalen`, 'meeting.remove-item'],
		[`POST ${OOGO}/voorbereiden?/plan`, 'meeting.edit'],
		[`POST ${OOGO}/voorbereiden?/afgelasten`, 'meeting.cancel'],
		[`POST ${OOGO}?/aanwezig`, 'meeting.note-presence'],
		[`POST ${OOGO}?/beginnen`, 'meeting.start'],
		[`POST ${OOGO}?/sluiten`, 'meeting.close'],
		[`POST ${OOGO}?/heropenen`, 'meeting.reopen'],
		['GET /vergaderingen/nieuw', 'meeting.plan-form'],
		['POST /vergaderingen/nieuw?/default', 'meeting.plan'],
	),
	...doors(
		PEOPLE,
		['POST /beheer?/lid', 'region.add-member'],
		['GET /beheer/logboek', 'audit.view'],
		['GET /beheer/logboek/logboek.[soort]', 'audit.export'],
		['GET /beheer/inlogdienst/[regio]/[organisatie]', 'sign-in-service.view'],
		['POST /beheer/inlogdienst/[regio]/[organisatie]?/opslaan', 'sign-in-service.save'],
		['POST /beheer/inlogdienst/[regio]/[organisatie]?/schakelen', 'sign-in-service.switch'],
		['POST /beheer/inlogdienst/[regio]/[organisatie]?/testen', 'sign-in-service.begin-test'],
		['GET /beheer/mensen/[persoon]/tweede-factor', 'second-factor.of-member'],
		['POST /beheer/mensen/[persoon]/tweede-factor?/uitloggen', 'session.end-of-member'],
		['POST /beheer/mensen/[persoon]/tweede-factor?/uitzetten', 'second-factor.reset'],
		['GET /beheer/regio/[regio]/inloggen', 'region.sign-in-settings'],
		['POST /beheer/regio/[regio]/inloggen?/default', 'region.ask-second-factor'],
		['POST /beheer/post?/opnieuw', 'mail.retry'],
		['POST /beheer/post?/weg', 'mail.put-aside'],
		[`POST ${BEHEER}/instellingen?/organisaties`, 'region.add-organisation'],
	),
	...doors(
		DECIDE,
		[`POST ${OOGO}?/besluit`, 'decision.record'],
		[`POST ${OOGO}?/wijzigen`, 'decision.edit'],
		[`POST ${OOGO}?/opvolging`, 'decision.follow-up'],
		[`POST ${OOGO}/besluiten?/opvolging`, 'decision.follow-up'],
		[`POST ${OOGO}?/standpunt`, 'accord.give'],
	),
	...doors(
		TOGETHER,
		[`POST ${OOGO}?/niveau`, 'board-level.set'],
		[`POST ${OOGO}?/intrekken`, 'board-level.withdraw'],
	),
	...doors(
		PLATFORM,
		['GET /platform', 'platform.regions'],
		['POST /platform?/maken', 'platform.make-region'],
		['POST /platform?/vrijgeven', 'platform.release-service'],
		['GET /platform/logboek', 'audit.view-platform'],
		['GET /platform/logboek/logboek.[soort]', 'audit.export-platform'],
	),
];
