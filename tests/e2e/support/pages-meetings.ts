/** The pages of meetings with who may see them. */
import { demo } from './demo.ts';
import type { PageCase } from './pages.ts';

const MANAGERS = ['administrator', 'coordinator'] as const;
const REGION = ['administrator', 'coordinator', 'adviser', 'board', 'reader'] as const;

export const MEETING_PAGES: readonly PageCase[] = [
	{
		route: '/oogo/[vergadering]',
		path: demo.heldMeeting,
		seenBy: ['coordinator', 'administrator', 'adviser', 'board'],
		others: 'not allowed',
	},
	{
		route: '/oogo/[vergadering]',
		state: 'to come',
		path: demo.nextMeeting,
		seenBy: ['coordinator', 'board'],
		others: 'nothing to see',
	},
	{
		route: '/oogo/[vergadering]/besluiten',
		path: `${demo.heldMeeting}/besluiten`,
		seenBy: REGION,
		others: 'not allowed',
		printed: true,
	},
	{
		route: '/oogo/[vergadering]/presentatie',
		path: `${demo.heldMeeting}/presentatie?scherm=2`,
		seenBy: ['board', 'coordinator', 'administrator', 'adviser'],
		others: 'not allowed',
	},
	{
		route: '/oogo/[vergadering]/stap/[stap]',
		path: `${demo.nextMeeting}/stap/beginnen`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{
		route: '/oogo/[vergadering]/voorbereiden',
		path: `${demo.nextMeeting}/voorbereiden`,
		seenBy: MANAGERS,
		others: 'not allowed',
	},
	{ route: '/vergaderingen', path: '/vergaderingen', seenBy: REGION, others: 'nothing to see' },
	{
		route: '/vergaderingen',
		state: 'of nothing',
		path: '/vergaderingen',
		seenBy: ['platform'],
		others: 'nothing to see',
	},
	{
		route: '/vergaderingen/nieuw',
		path: '/vergaderingen/nieuw?agenda=uw-2019-2022&overleg=bestuurlijk',
		seenBy: MANAGERS,
		others: 'not allowed',
	},
];
