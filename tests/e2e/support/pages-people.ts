/** The pages about people, the platform, and what the site says of itself to everybody. */
import type { PageCase } from './pages.ts';

const EVERYBODY = ['anonymous', 'adviser', 'platform'] as const;
const REGION = 'utrecht-west';

export const PEOPLE_PAGES: readonly PageCase[] = [
	{ route: '/beheer/mensen', path: '/beheer/mensen', seenBy: ['administrator'], others: 'not allowed' },
	{
		route: '/beheer/mensen',
		state: 'filtered to nobody',
		path: `/beheer/mensen?regio=${REGION}&zoek=niemand`,
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{
		route: '/beheer/mensen/[persoon]',
		path: `/beheer/mensen/8?regio=${REGION}`,
		seenBy: ['administrator'],
		others: 'not allowed',
	},
	{ route: '/platform', path: '/platform', seenBy: ['platform'], others: 'not allowed' },
	{
		route: '/platform/instellingen',
		path: '/platform/instellingen',
		seenBy: ['platform'],
		others: 'not allowed',
	},
	{ route: '/privacy', path: '/privacy', seenBy: EVERYBODY, others: 'nothing to see' },
	{ route: '/toegankelijkheid', path: '/toegankelijkheid', seenBy: EVERYBODY, others: 'nothing to see' },
	{
		route: '/wachtwoord-vergeten',
		path: '/wachtwoord-vergeten',
		seenBy: ['anonymous'],
		others: 'nothing to see',
	},
	{
		route: '/account/uitnodigingen',
		state: 'none',
		path: '/account/uitnodigingen',
		seenBy: ['adviser'],
		others: 'nothing to see',
	},
	{
		route: '/uitnodiging/[token]',
		state: 'over',
		path: `/uitnodiging/${'x'.repeat(43)}`,
		seenBy: ['anonymous'],
		others: 'nothing to see',
	},
	{
		route: '/eerste-beheerder/[token]',
		state: 'used up',
		path: `/eerste-beheerder/${'x'.repeat(43)}`,
		seenBy: ['anonymous'],
		others: 'nothing to see',
	},
];
