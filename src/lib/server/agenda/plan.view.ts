/** An agenda of which nothing was measured yet: its themas and agendapunten, and who leads each. Pure. */
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import { count, DECISION_LEVEL_WORD, listing } from '#lib/text/nl.ts';

export interface PlanView {
	/** "7 thema’s, 40 agendapunten". */
	subtitle: string;
	themes: {
		code: string;
		name: string;
		decisionLevel: string;
		items: { number: number; title: string; href: string; lead: string; involved: string }[];
	}[];
}

export function planView(facts: AgendaFacts): PlanView {
	const items = itemsOf(facts.themes).length;
	return {
		subtitle: `${count(facts.themes.length, 'thema', 'thema’s')}, ${count(items, 'agendapunt', 'agendapunten')}`,
		themes: facts.themes.map((theme) => ({
			code: theme.code,
			name: theme.name,
			decisionLevel: DECISION_LEVEL_WORD[theme.decisionLevel],
			items: theme.items.map((item) => ({
				number: item.number,
				title: item.title,
				href: `/agenda/${facts.agenda.slug}/punten/${item.ref}`,
				lead: item.lead?.shortName ?? 'Nog geen trekker',
				involved: listing(item.involved.map((one) => one.shortName)),
			})),
		})),
	};
}
