/** The agendas a person can open, per region. Pure. */
import type { AgendaState } from '#lib/domain/workflow.ts';
import { AGENDA_STATE_WORD } from '#lib/text/nl.ts';

interface Line {
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

/** The goals of the newest agenda that is not closed; the list of agendas when there is none. */
export function goalsHref(agendas: readonly Line[]): string {
	const [newest] = agendas
		.filter(({ state }) => state !== 'closed')
		.sort((a, b) => b.startYear - a.startYear);
	return newest ? `/agenda/${newest.slug}/doelen` : '/agenda?alle';
}
