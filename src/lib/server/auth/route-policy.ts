/** The first net: every route says who may come near it. A route that is not listed is refused; a test walks src/routes. */
import type { Actor, Permission } from '#lib/domain/access.ts';
import type { SecondFactorDuty } from '#lib/domain/second-factor.ts';

/** `account.use` is anyone who is signed in; the use case behind the page then asks for the real permission. */
export const ROUTE_POLICY: Record<
	string,
	Extract<Permission, 'public' | 'account.use' | 'platform.manage'>
> = {
	'/': 'account.use',
	'/account': 'account.use',
	'/account/inlogdienst': 'account.use',
	'/account/bevestigen': 'account.use',
	'/account/e-mailadres': 'account.use',
	'/account/e-mailadres/[code]': 'account.use',
	'/account/meldingen': 'account.use',
	'/account/tweede-factor': 'account.use',
	'/account/tweede-factor/herstelcodes': 'account.use',
	'/account/wachtwoord': 'account.use',
	'/agenda': 'account.use',
	'/agenda/[agenda]': 'account.use',
	'/agenda/[agenda]/verloop': 'account.use',
	'/agenda/[agenda]/evaluatie': 'account.use',
	'/agenda/[agenda]/doelen': 'account.use',
	'/agenda/[agenda]/punten/[punt]': 'account.use',
	'/agenda/[agenda]/punten/[punt]/acties': 'account.use',
	'/agenda/[agenda]/punten/[punt]/doelen': 'account.use',
	'/bestanden/[bestand]': 'account.use',
	'/beheer': 'account.use',
	'/beheer/agenda/nieuw': 'account.use',
	'/beheer/agenda/[agenda]': 'account.use',
	'/beheer/agenda/[agenda]/instellingen': 'account.use',
	'/beheer/agenda/[agenda]/peilmomenten': 'account.use',
	'/beheer/agenda/[agenda]/prioriteiten': 'account.use',
	'/beheer/agenda/[agenda]/themas/nieuw': 'account.use',
	'/beheer/agenda/[agenda]/themas/[thema]': 'account.use',
	'/beheer/agenda/[agenda]/punten/nieuw': 'account.use',
	'/beheer/agenda/[agenda]/punten/[punt]': 'account.use',
	'/beheer/briefpapier/voorbeeld.[soort]': 'account.use',
	'/beheer/briefpapier/[regio]/[gemeente]': 'account.use',
	'/beheer/briefpapier/[regio]/[gemeente]/[versie]': 'account.use',
	'/beheer/briefpapier/[regio]/[gemeente]/[versie]/origineel': 'account.use',
	'/beheer/briefpapier/[regio]/[gemeente]/[versie]/proef': 'account.use',
	'/beheer/brieven': 'account.use',
	'/beheer/brieven/[regio]/[gemeente]': 'account.use',
	'/beheer/importeren': 'account.use',
	'/beheer/importeren/sjabloon.[soort]': 'account.use',
	'/beheer/importeren/tabel': 'account.use',
	'/beheer/logboek': 'account.use',
	'/beheer/logboek/logboek.[soort]': 'account.use',
	'/beheer/inlogdienst': 'account.use',
	'/beheer/inlogdienst/[regio]/[organisatie]': 'account.use',
	'/beheer/mensen/[persoon]/tweede-factor': 'account.use',
	'/beheer/post': 'account.use',
	'/beheer/regio/[regio]/inloggen': 'account.use',
	'/doelen': 'account.use',
	'/gezond': 'public',
	'/inloggen': 'public',
	'/inloggen/organisatie': 'public',
	'/inloggen/terug': 'public',
	'/inloggen/vertrek': 'public',
	'/inloggen/tweede-factor': 'public',
	'/kalender': 'account.use',
	'/kalender/[token].ics': 'public',
	'/metrics': 'public',
	'/oogo/[vergadering]': 'account.use',
	'/oogo/[vergadering]/besluiten': 'account.use',
	'/oogo/[vergadering]/live': 'account.use',
	'/oogo/[vergadering]/presentatie': 'account.use',
	'/oogo/[vergadering]/voorbereiden': 'account.use',
	'/platform': 'platform.manage',
	'/platform/logboek': 'platform.manage',
	'/platform/logboek/logboek.[soort]': 'platform.manage',
	'/rapporten': 'account.use',
	'/rapporten/controle': 'account.use',
	'/rapporten/vergelijken': 'account.use',
	'/rapporten/[vaststelling]': 'account.use',
	'/rapporten/[vaststelling]/brieven': 'account.use',
	'/rapporten/[vaststelling]/brieven.zip': 'account.use',
	'/rapporten/[vaststelling]/brieven/[gemeente]': 'account.use',
	'/rapporten/[vaststelling]/brieven/[gemeente]/brief.[formaat]': 'account.use',
	'/rapporten/[vaststelling]/brieven/[gemeente]/voorbeeld': 'account.use',
	'/rapporten/[vaststelling]/correctie': 'account.use',
	'/rapporten/[vaststelling]/overzicht': 'account.use',
	'/rapporten/[vaststelling]/vaststelling.json': 'account.use',
	'/rapporten/[vaststelling]/matrix.csv': 'account.use',
	'/rapporten/[vaststelling]/rapport.pdf': 'account.use',
	'/rapporten/[vaststelling]/gegevens.ods': 'account.use',
	'/rapporten/[vaststelling]/gegevens.xlsx': 'account.use',
	'/rapporten/[vaststelling]/model-2019.pdf': 'account.use',
	'/rapporten/[vaststelling]/model-2019.docx': 'account.use',
	'/rapporten/[vaststelling]/model-2019.odt': 'account.use',
	'/rapporten/[vaststelling]/rapport.docx': 'account.use',
	'/rapporten/[vaststelling]/rapport.odt': 'account.use',
	'/rea': 'account.use',
	'/rea/[peilmoment]': 'account.use',
	'/rea/[peilmoment]/voortgang': 'account.use',
	'/rea/[peilmoment]/bijdragen': 'account.use',
	'/rea/[peilmoment]/[punt]': 'account.use',
	'/rea/[peilmoment]/[punt]/[stap]': 'account.use',
	'/rea/[peilmoment]/[punt]/bijdrage': 'account.use',
	'/rea/[peilmoment]/[punt]/bronnen': 'account.use',
	'/uitloggen': 'public',
	'/vergaderingen': 'account.use',
	'/vergaderingen/nieuw': 'account.use',
	'/wachtwoord/[token]': 'public',
	'/wachtwoord/[token]/dienst': 'public',
};

/** What somebody reaches who must have a second factor and has none yet, besides what everybody reaches. */
const FOR_SET_UP: readonly string[] = ['/account/bevestigen', '/account/tweede-factor'];

export type RouteVerdict = 'allowed' | 'sign-in' | 'set-up' | 'forbidden' | 'unknown';

/** `routeId` null is an address that no route has. */
export function judgeRoute(
	actor: Actor,
	routeId: string | null,
	duty: SecondFactorDuty = 'none',
): RouteVerdict {
	const permission = routeId === null ? undefined : ROUTE_POLICY[routeId];
	if (permission === undefined) return 'unknown';
	if (permission === 'public') return 'allowed';
	if (actor.kind !== 'person') return 'sign-in';
	if (duty !== 'none' && !FOR_SET_UP.includes(routeId ?? '')) return 'set-up';
	return permission === 'account.use' || actor.platformAdministrator ? 'allowed' : 'forbidden';
}
