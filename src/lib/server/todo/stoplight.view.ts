/** The counts per level of one agenda, as they stand on the start page. Pure. */
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { NO_CHOICE } from '../agenda/overview-choice.view.ts';
import type { HeadlinePart } from '../agenda/overview-totals.view.ts';
import { overviewView } from '../agenda/overview.view.ts';

export interface Stoplight {
	title: string;
	subtitle: string;
	href: string;
	label: string;
	parts: HeadlinePart[];
}

/** Null when there is no round that this person may see. */
export function stoplightView(facts: AgendaFacts): Stoplight | null {
	const { title, subtitle, body } = overviewView(facts, NO_CHOICE);
	return body && { title, subtitle, href: `/agenda/${facts.agenda.slug}`, ...body.headline };
}
