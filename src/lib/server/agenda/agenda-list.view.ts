/** The agendas a person can open, per region. Pure. */
import { may, type Actor } from '#lib/domain/access.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import type { AgendaState } from '#lib/domain/workflow.ts';
import { agendaNames, agendaStanding } from '#lib/text/agenda-name.ts';
import { AGENDA_STATE_WORD } from '#lib/text/nl.ts';

interface Line {
	regionId: number;
	regionName: string;
	slug: string;
	title: string;
	state: AgendaState;
	startYear: number;
	endYear: number;
}

export interface AgendaListView {
	regions: { name: string; agendas: { href: string; title: string; state: string }[] }[];
	/** The page to open at once when there is only one agenda that is not closed; null otherwise. */
	only: string | null;
}

export function agendaListView(agendas: readonly Line[]): AgendaListView {
	const running = agendas.filter((agenda) => agenda.state !== 'closed');
	return {
		regions: [...Map.groupBy(agendas, (agenda) => agenda.regionName)].map(([name, lines]) => ({
			name,
			agendas: lines.map((line) => ({
				href: agendaHref(line),
				title: line.title,
				state: `${line.startYear}–${line.endYear}, ${AGENDA_STATE_WORD[line.state].toLowerCase()}`,
			})),
		})),
		only: running.length === 1 && running[0] ? agendaHref(running[0]) : null,
	};
}

/** A closed agenda has its evaluation to show, not its levels. */
function agendaHref({ slug, state }: Line): string {
	return state === 'closed' ? `/agenda/${slug}/evaluatie` : `/agenda/${slug}`;
}

interface Link {
	label: string;
	href: string;
	current: boolean;
}

/** The agendas that are not afgesloten, and the one that is open, as links to their overview or to their goals. */
export function agendaSwitch(agendas: readonly Line[], current: string, page: '' | '/doelen' = ''): Link[] {
	const shown = agendas.filter(({ state, slug }) => state !== 'closed' || slug === current);
	const names = agendaNames(agendas);
	return shown.map(({ slug, title }) => ({
		label: names.get(slug) ?? title,
		href: `/agenda/${slug}${page}`,
		current: slug === current,
	}));
}

/**
 * Of the agendas whose goals this person works on: the only one that is not afgesloten, or the choice between them.
 * `isAsked` gives the choice also when there is only one.
 */
export function goalsChoice(
	agendas: readonly Line[],
	isAsked = false,
): { only: string } | { choices: { href: string; title: string; about: string }[] } {
	const running = agendas
		.filter(({ state }) => state !== 'closed')
		.toSorted((a, b) => b.startYear - a.startYear);
	const [newest] = running;
	if (!newest) return { only: '/agenda?alle' };
	if (running.length === 1 && !isAsked) return { only: `/agenda/${newest.slug}/doelen` };
	return {
		choices: running.map((line) => ({
			href: `/agenda/${line.slug}/doelen`,
			title: line.title,
			about: `${line.regionName}, ${agendaStanding(line)}`,
		})),
	};
}

/** What comes first in an agenda without a round, for whoever manages it; null for others, and once there is one. */
function nextStep(
	actor: Actor,
	agendas: readonly Line[],
	facts: Pick<AgendaFacts, 'agenda' | 'rounds' | 'themes'>,
): { href: string; label: string } | null {
	const own = agendas.find(({ slug }) => slug === facts.agenda.slug);
	if (!own || facts.rounds.length > 0) return null;
	const scope = { kind: 'region', regionId: own.regionId, organisationIds: [] } as const;
	if (!may(actor, 'agenda.manage', scope)) return null;
	const base = `/beheer/agenda/${own.slug}`;
	return itemsOf(facts.themes).length === 0
		? { href: base, label: 'Zet thema’s en agendapunten in de agenda' }
		: { href: `${base}/peilmomenten`, label: 'Plan het eerste peilmoment' };
}

/** What stands around the overview of an agenda: the other agendas, and what comes first while nothing was measured. */
export function aroundOverview(actor: Actor, agendas: readonly Line[], facts: AgendaFacts) {
	return {
		agendas: agendaSwitch(agendas, facts.agenda.slug),
		nextStep: nextStep(actor, agendas, facts),
	};
}
