/** The pages of sign-in services; part of PAGES. */
import type { PageCase } from './pages.ts';

export const SINGLE_SIGN_ON_PAGES: readonly PageCase[] = [
	{
		route: '/account/inlogdienst',
		path: '/account/inlogdienst',
		seenBy: ['adviser', 'platform'],
		others: 'nothing to see',
	},
	{
		route: '/beheer/inlogdienst',
		path: '/beheer/inlogdienst',
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{
		route: '/beheer/inlogdienst/[regio]/[organisatie]',
		path: '/beheer/inlogdienst/utrecht-west/woerden',
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{
		route: '/inloggen/organisatie',
		path: '/inloggen/organisatie',
		seenBy: ['anonymous'],
		others: 'sent on',
	},
	{
		route: '/inloggen/terug',
		state: 'without a trip',
		path: '/inloggen/terug',
		seenBy: ['anonymous'],
		others: 'nothing to see',
	},
	{
		route: '/inloggen/vertrek',
		state: 'without a trip',
		path: '/inloggen/vertrek',
		seenBy: ['anonymous'],
		others: 'nothing to see',
	},
];
