/** The pages of an adoption; part of PAGES. */
import { demo } from './demo.ts';
import type { PageCase } from './pages.ts';

const REGION = ['administrator', 'coordinator', 'adviser', 'board', 'reader'] as const;
const EARLIER = demo.report.replace('k3', 'k2').replace('/rapporten/', '');
const LAST = demo.report.replace('/rapporten/', '');

export const ADOPTION_PAGES: readonly PageCase[] = [
	{
		route: '/rapporten/[vaststelling]',
		path: demo.report,
		seenBy: REGION,
		others: 'not allowed',
		printed: true,
	},
	{
		route: '/rapporten/[vaststelling]',
		path: `${demo.report}?punten=aandacht&verloop=teksten`,
		state: 'with points of attention and history',
		seenBy: REGION,
		others: 'not allowed',
		printed: true,
	},
	{
		route: '/rapporten/[vaststelling]/overzicht',
		path: `${demo.report}/overzicht`,
		seenBy: REGION,
		others: 'not allowed',
		printed: true,
	},
	{
		route: '/rapporten/[vaststelling]/overzicht',
		state: 'as a table, filtered',
		path: `${demo.report}/overzicht?weergave=tabel&niveau=rood`,
		seenBy: ['reader'],
		others: 'nothing to see',
	},
	{
		route: '/rapporten/[vaststelling]/correctie',
		path: `${demo.report}/correctie`,
		seenBy: ['coordinator'],
		others: 'not allowed',
	},
	{
		route: '/rapporten/[vaststelling]/correctie',
		state: 'of a level',
		path: `${demo.report}/correctie?punt=thuiszitters-2&deel=niveau`,
		seenBy: ['coordinator'],
		others: 'nothing to see',
	},
	{
		route: '/rapporten/[vaststelling]/intrekken',
		path: `${demo.report}/intrekken`,
		seenBy: ['coordinator'],
		others: 'not allowed',
	},
	{
		route: '/rea/[peilmoment]/vaststellen',
		path: `${demo.openRound}/vaststellen`,
		seenBy: ['coordinator'],
		others: 'not allowed',
	},
	{
		route: '/rapporten/controle',
		path: '/rapporten/controle',
		seenBy: REGION,
		others: 'nothing to see',
	},
	{
		route: '/rapporten/controle',
		state: 'without adoptions',
		path: '/rapporten/controle',
		seenBy: ['platform'],
		others: 'nothing to see',
	},
	{
		route: '/rapporten/vergelijken',
		path: `/rapporten/vergelijken?van=${EARLIER}&naar=${LAST}`,
		seenBy: REGION,
		others: 'not allowed',
		printed: true,
	},
];
