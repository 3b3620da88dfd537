/** Every page of the product with who may see it. A page that is not in this table fails a test. */
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { demo } from './demo.ts';
import { ACCOUNT_PAGES } from './pages-account.ts';
import { ADOPTION_PAGES } from './pages-adoption.ts';
import { LETTERHEAD_PAGES } from './pages-letterheads.ts';
import { LETTER_PAGES } from './pages-letters.ts';
import { MEETING_PAGES } from './pages-meetings.ts';
import { PEOPLE_PAGES } from './pages-people.ts';
import { PLACES_PAGES } from './pages-places.ts';
import { SINGLE_SIGN_ON_PAGES } from './pages-single-sign-on.ts';
import { MEMBERS, type Who } from './people.ts';
import type { Site } from './sites.ts';

type Visitor = Who | 'anonymous';

export interface PageCase {
	/** As in src/routes. */
	route: string;
	/** What distinguishes it from another state of the same page; part of the test's name. */
	state?: string;
	path: string | ((site: Site) => string);
	/** Who may see it, the one who sees most first. */
	seenBy: readonly [Visitor, ...Visitor[]];
	/** What everybody else gets. */
	others: 'not allowed' | 'sent on' | 'nothing to see';
	/** Adopted content goes to print: without navigation, forms and buttons. */
	printed?: boolean;
}

export const VISITORS: readonly Visitor[] = [...MEMBERS, 'anonymous'];
const MANAGERS = ['administrator', 'coordinator'] as const;
const REA = ['coordinator', 'administrator', 'adviser'] as const;
const REGION = ['administrator', 'coordinator', 'adviser', 'board', 'reader'] as const;

export const PAGES: readonly PageCase[] = [
	{
		route: '/',
		path: '/',
		seenBy: ['adviser', 'coordinator', 'administrator', 'board', 'reader'],
		others: 'sent on',
	},
	...ACCOUNT_PAGES,
	{ route: '/agenda', path: '/agenda?alle', seenBy: [...REGION, 'platform'], others: 'sent on' },
	{ route: '/agenda/[agenda]', path: demo.agenda, seenBy: REGION, others: 'not allowed', printed: true },
	{
		route: '/agenda/[agenda]',
		state: 'as a table',
		path: `${demo.agenda}?weergave=tabel`,
		seenBy: ['board', 'adviser'],
		others: 'nothing to see',
	},
	{
		route: '/agenda/[agenda]',
		state: 'in the shape of the 2019 model',
		path: `${demo.agenda}?weergave=model-2019`,
		seenBy: ['board'],
		others: 'nothing to see',
		printed: true,
	},
	{
		route: '/agenda/[agenda]',
		state: 'filtered',
		path: `${demo.agenda}?niveau=rood&thema=thuiszitters`,
		seenBy: ['board'],
		others: 'nothing to see',
	},
	{
		route: '/agenda/[agenda]',
		state: 'filtered to nothing',
		path: `${demo.agenda}?niveau=rood&trekker=bestaat-niet`,
		seenBy: ['board'],
		others: 'nothing to see',
	},
	{
		route: '/agenda/[agenda]',
		state: 'without rounds',
		path: '/agenda/uw-2016-2018',
		seenBy: ['reader'],
		others: 'nothing to see',
	},
	{
		route: '/agenda/[agenda]/evaluatie',
		path: `${demo.agenda}/evaluatie`,
		seenBy: REGION,
		others: 'not allowed',
	},
	{
		route: '/agenda/[agenda]/punten/[punt]',
		path: `${demo.agenda}/punten/thuiszitters-2`,
		seenBy: REGION,
		others: 'not allowed',
	},
	{
		route: '/agenda/[agenda]/punten/[punt]',
		state: 'without goals',
		path: `${demo.agenda}/punten/algemeen-1`,
		seenBy: ['board'],
		others: 'nothing to see',
	},
	{
		route: '/agenda/[agenda]/punten/[punt]/acties',
		path: `${demo.agenda}/punten/thuiszitters-2/acties`,
		seenBy: ['coordinator', 'adviser', 'board'],
		others: 'nothing to see',
	},
	{
		route: '/agenda/[agenda]/doelen',
		path: `${demo.agenda}/doelen`,
		seenBy: REA,
		others: 'not allowed',
	},
	{
		route: '/agenda/[agenda]/punten/[punt]/doelen',
		path: `${demo.agenda}/punten/thuiszitters-2/doelen`,
		seenBy: REA,
		others: 'not allowed',
	},
	{
		route: '/agenda/[agenda]/verloop',
		path: `${demo.agenda}/verloop`,
		seenBy: REGION,
		others: 'not allowed',
	},
	{ route: '/beheer', path: '/beheer', seenBy: MANAGERS, others: 'not allowed' },
	{ route: '/beheer/agenda/nieuw', path: '/beheer/agenda/nieuw', seenBy: MANAGERS, others: 'not allowed' },
	{
		route: '/beheer/agenda/[agenda]',
		path: `/beheer${demo.agenda}`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/instellingen',
		path: `/beheer${demo.agenda}/instellingen`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/verwijderen',
		path: `/beheer${demo.agenda}/verwijderen`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/peilmomenten',
		path: `/beheer${demo.agenda}/peilmomenten`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/prioriteiten',
		path: `/beheer${demo.agenda}/prioriteiten`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/punten/nieuw',
		path: `/beheer${demo.agenda}/punten/nieuw`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/punten/[punt]',
		path: `/beheer${demo.agenda}/punten/thuiszitters-1`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/themas/nieuw',
		path: `/beheer${demo.agenda}/themas/nieuw`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/agenda/[agenda]/themas/[thema]',
		path: `/beheer${demo.agenda}/themas/thuiszitters`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{ route: '/beheer/importeren', path: '/beheer/importeren', seenBy: MANAGERS, others: 'not allowed' },
	{
		route: '/beheer/importeren/tabel',
		path: '/beheer/importeren/tabel',
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{ route: '/kalender', path: '/kalender', seenBy: REGION, others: 'nothing to see' },
	{
		route: '/kalender',
		state: 'of nothing',
		path: '/kalender',
		seenBy: ['platform'],
		others: 'nothing to see',
	},
	{ route: '/beheer/post', path: '/beheer/post', seenBy: ['administrator'], others: 'not allowed' },
	{
		route: '/beheer/logboek',
		path: '/beheer/logboek?soort=status',
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{
		route: '/platform/logboek',
		path: '/platform/logboek',
		seenBy: ['platform'],
		others: 'not allowed',
	},
	{
		route: '/beheer/post',
		state: 'of what is done',
		path: '/beheer/post?toon=klaar',
		seenBy: ['administrator'],
		others: 'nothing to see',
	},
	{
		route: '/beheer/post',
		state: 'of nothing',
		path: '/beheer/post',
		seenBy: ['coordinator'],
		others: 'nothing to see',
	},
	...MEETING_PAGES,
	...SINGLE_SIGN_ON_PAGES,
	...LETTERHEAD_PAGES,
	{ route: '/rapporten', path: '/rapporten', seenBy: REGION, others: 'nothing to see' },
	{
		route: '/rapporten',
		state: 'without adoptions',
		path: '/rapporten',
		seenBy: ['platform'],
		others: 'nothing to see',
	},
	...ADOPTION_PAGES,
	...LETTER_PAGES,
	{ route: '/rea', path: '/rea', seenBy: ['board', 'reader'], others: 'nothing to see' },
	{ route: '/rea/[peilmoment]', path: demo.openRound, seenBy: REA, others: 'not allowed' },
	{
		route: '/rea/[peilmoment]',
		state: 'confirming a thema',
		path: `${demo.openRound}?thema=thuiszitters&punt=thuiszitters-4&wijzigen`,
		seenBy: ['coordinator'],
		others: 'nothing to see',
	},
	{
		route: '/rea/[peilmoment]',
		state: 'adopted',
		path: demo.openRound.replace('k4', 'k3'),
		seenBy: ['adviser'],
		others: 'nothing to see',
	},
	{ route: '/rea/[peilmoment]/voortgang', path: demo.openProgress, seenBy: REA, others: 'not allowed' },
	{
		route: '/rea/[peilmoment]/voortgang',
		state: 'adopted',
		path: demo.openProgress.replace('k4', 'k3'),
		seenBy: ['coordinator'],
		others: 'nothing to see',
	},
	{
		route: '/rea/[peilmoment]/stap/[stap]',
		path: `${demo.openRound}/stap/sluiten`,
		seenBy: ['coordinator'],
		others: 'not allowed',
	},
	{
		route: '/rea/[peilmoment]/[punt]',
		path: `${demo.openRound}/thuiszitters-2`,
		seenBy: REA,
		others: 'not allowed',
	},
	{
		route: '/rea/[peilmoment]/[punt]',
		state: 'submitted',
		path: `${demo.openRound}/thuiszitters-4`,
		seenBy: ['coordinator'],
		others: 'nothing to see',
	},
	{
		route: '/rea/[peilmoment]/bijdragen',
		path: `${demo.openRound}/bijdragen`,
		seenBy: REA,
		others: 'not allowed',
		printed: true,
	},
	{
		route: '/rea/[peilmoment]/bijdragen',
		state: 'of one thema',
		path: `${demo.openRound}/bijdragen?thema=thuiszitters`,
		seenBy: ['adviser'],
		others: 'nothing to see',
	},
	{
		route: '/rea/[peilmoment]/[punt]/bijdrage',
		path: `${demo.openRound}/thuiszitters-1/bijdrage`,
		seenBy: REA,
		others: 'not allowed',
	},
	{
		route: '/rea/[peilmoment]/[punt]/bronnen',
		path: `${demo.openRound}/thuiszitters-4/bronnen`,
		seenBy: REA,
		others: 'not allowed',
	},
	...PEOPLE_PAGES,
	...PLACES_PAGES,
	{
		route: '/wachtwoord/[token]',
		path: (site) => issuePasswordLink(site.db, 1, new Date('2100-01-01')),
		seenBy: ['anonymous'],
		others: 'nothing to see',
	},
	{
		route: '/wachtwoord/[token]',
		state: 'used up',
		path: `/wachtwoord/${'x'.repeat(43)}`,
		seenBy: ['anonymous'],
		others: 'nothing to see',
	},
	{ route: '+error', path: '/bestaat-niet', seenBy: ['adviser', 'anonymous'], others: 'nothing to see' },
];

export function pathOf({ path }: PageCase, site: Site): string {
	return typeof path === 'string' ? path : path(site);
}

export function nameOf({ route, state }: PageCase): string {
	return state ? `${route}, ${state}` : route;
}
