/** The pages of letters to the gemeenteraad; part of PAGES. */
import { demo } from './demo.ts';
import type { PageCase } from './pages.ts';

const REGION = ['administrator', 'coordinator', 'adviser', 'board', 'reader'] as const;
const TEMPLATE = '/beheer/brieven/utrecht-west/woerden';

export const LETTER_PAGES: readonly PageCase[] = [
	{
		route: '/rapporten/[vaststelling]/brieven',
		path: demo.letters,
		seenBy: ['coordinator', ...REGION.filter((who) => who !== 'coordinator')],
		others: 'not allowed',
	},
	{
		route: '/rapporten/[vaststelling]/brieven/[gemeente]',
		// That of the reader's own gemeente, which is with the council; the bestuurder is of another.
		path: `${demo.letters}/oudewater`,
		seenBy: ['coordinator', 'administrator', 'adviser', 'reader'],
		others: 'not allowed',
		printed: true,
	},
	{
		route: '/rapporten/[vaststelling]/brieven/[gemeente]',
		state: 'a concept',
		path: `${demo.letters}/montfoort`,
		seenBy: ['coordinator'],
		others: 'nothing to see',
	},
	{ route: '/beheer/brieven', path: '/beheer/brieven', seenBy: ['coordinator'], others: 'nothing to see' },
	{
		route: '/beheer/brieven',
		state: 'of nothing',
		path: '/beheer/brieven',
		seenBy: ['reader'],
		others: 'nothing to see',
	},
	{
		route: '/beheer/brieven/[regio]/[gemeente]',
		path: TEMPLATE,
		seenBy: ['coordinator'],
		others: 'not allowed',
	},
	{
		route: '/beheer/brieven/[regio]/[gemeente]',
		state: 'with a model',
		path: `${TEMPLATE}?model=raadsinformatiebrief`,
		seenBy: ['coordinator'],
		others: 'nothing to see',
	},
];
