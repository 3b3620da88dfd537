/** A report with everything in it: correcties, a meeting with decisions and accords, and a level of the board. */
import type { ReportSeal } from '#lib/server/reports/report.view.ts';
import { day, organisation, period } from './facts.ts';

export const SEAL: ReportSeal = {
	period: period('2020-K3'),
	adoptedOn: day('2020-11-12'),
	forum: 'OOGO passend onderwijs',
	hash: '0123456789abcdef'.repeat(4),
};
const bee = organisation('Gemeente Bee', 'Bee');
export const BESIDE = {
	amendments: [
		{ itemRef: 'punt-0', part: 'Niveau', was: 'rood', becomes: 'oranje', reason: 'Telfout' },
		{ itemRef: null, part: 'Iets anders', was: 'Voorzitter Aa', becomes: 'Voorzitter Bee', reason: 'Naam' },
	].map((one) => ({ ...one, author: 'Anna Jansen', on: day('2020-12-03') })),
	meetings: [
		{
			slug: 'oogo',
			heldOn: day('2020-11-12'),
			participants: [{ organisation: bee, standing: 'voting' as const, present: true }],
			accords: [{ item: null, organisation: bee, stance: 'reservation' as const, text: 'Eerst geld' }],
			decisions: [
				{
					item: 'punt-0',
					text: 'Bee betaalt mee',
					organisation: bee,
					dueOn: day('2021-03-01'),
					state: 'open' as const,
					followUp: '',
				},
			],
			levels: [{ item: 'punt-0', level: 'groen' as const, reason: 'Gaat goed' }],
		},
	],
};
