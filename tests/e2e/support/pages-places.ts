/** Pages about the organisations and the settings of a region. */
import type { PageCase } from './pages.ts';

const MANAGERS = ['administrator', 'coordinator'] as const;

export const PLACES_PAGES: readonly PageCase[] = [
	{
		route: '/doelen',
		path: '/doelen?kies',
		seenBy: ['coordinator', 'administrator', 'adviser'],
		others: 'sent on',
	},
	{
		route: '/beheer/organisaties',
		state: 'of nothing',
		path: '/beheer/organisaties',
		seenBy: ['board'],
		others: 'nothing to see',
	},
	{
		route: '/beheer/organisaties/[regio]',
		path: '/beheer/organisaties/utrecht-west',
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/beheer/organisaties/[regio]/[organisatie]',
		path: '/beheer/organisaties/utrecht-west/woerden?met=oudewater',
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{
		route: '/beheer/regio/[regio]/instellingen',
		path: '/beheer/regio/utrecht-west/instellingen',
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/platform/organisaties',
		path: '/platform/organisaties',
		seenBy: ['platform'],
		others: 'not allowed',
	},
];
