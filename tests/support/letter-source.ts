/** A letter with everything in it: every fill, every weight, correcties, a meeting, and texts with layout. */
import type { LetterSource } from '#lib/server/letters/letter-model.ts';
import { reportView } from '#lib/server/reports/report.view.ts';
import { SECTION_FILLS } from '#lib/domain/letter-section.ts';
import { FILL_WORD } from '#lib/text/letters.ts';
import { BESIDE, SEAL } from './adopted-report.ts';
import { organisation } from './facts.ts';
import { largeFacts } from './large-facts.ts';

const sections = SECTION_FILLS.map((fill, index) => ({
	id: `s${index + 1}`,
	heading: FILL_WORD[fill],
	fill,
}));
export const OWN_KEY = `own-${sections.find(({ fill }) => fill === 'own')?.id ?? ''}`;

export function letterSource(overrides: Partial<LetterSource> = {}): LetterSource {
	const facts = { ...largeFacts(), exampleData: true };
	return {
		organisation: organisation('Gemeente Bee', 'Bee'),
		report: reportView(facts, SEAL, BESIDE),
		facts,
		period: SEAL.period,
		meetings: BESIDE.meetings,
		template: { kind: 'Raadsinformatiebrief', sections, fields: { portfolio: 'Wethouder onderwijs' } },
		content: {
			fields: {
				'case-number': 'Z/20/1',
				openness: 'closed',
				argument: 'Er lopen nog gesprekken.',
				'college-date': '2020-12-01',
				'advice-date': '2020-11-24',
				adviser: 'Adviseur Bee',
				[OWN_KEY]: 'De kosten zijn **gedekt** in de begroting.',
			},
			localText: 'In Bee letten we op:\n- vervoer\n- [wachttijden](https://www.voorbeeld.nl/a)\nen op meer.',
			weights: { algemeen: 0, 'preventie-toegang': 1, thuiszitters: 3 },
			treatment: 'decision',
		},
		...overrides,
	};
}
