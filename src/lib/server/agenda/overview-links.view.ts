/** The links at the top of an agenda: its views, and its rounds. Pure. */
import type { AgendaFacts, RoundFacts } from '#lib/domain/facts.ts';
import { partsOf } from '#lib/domain/period.ts';
import { periodName, roundCode } from '#lib/text/nl.ts';
import { choiceHref, type OverviewChoice } from './overview-choice.view.ts';

export interface Tab {
	label: string;
	href: string;
	current: boolean;
}

export interface RoundLink {
	/** "2020-K3", or the year when its rounds are taken together. */
	label: string;
	/** "Kwartaal 3 van 2020". */
	name: string;
	href: string;
	current: boolean;
}

export function agendaTabs(
	slug: string,
	current: OverviewChoice['view'] | 'trend',
	choice: OverviewChoice,
): Tab[] {
	return [
		{
			label: 'Oogopslag',
			href: choiceHref(slug, { ...choice, view: 'glance' }),
			current: current === 'glance',
		},
		{
			label: 'Tabel met toelichting',
			href: choiceHref(slug, { ...choice, view: 'table' }),
			current: current === 'table',
		},
		{
			label: 'Model 2019 (A3)',
			href: choiceHref(slug, { ...choice, view: 'matrix' }),
			current: current === 'matrix',
		},
		{
			label: 'Verloop',
			href: `/agenda/${slug}/verloop${choice.theme ? `?thema=${choice.theme}` : ''}`,
			current: current === 'trend',
		},
	];
}

/** The rounds of the newest and of the chosen year one by one; of other years only the last, named after the year. */
export function roundLinks(
	facts: AgendaFacts,
	choice: OverviewChoice,
	chosen: RoundFacts | null,
): RoundLink[] {
	const { rounds, agenda } = facts;
	const newest = rounds.at(-1);
	if (!newest || !chosen) return [];
	const open = new Set([yearOf(newest), yearOf(chosen)]);
	const isLastOfYear = (round: RoundFacts, index: number) => {
		const next = rounds[index + 1];
		return !next || yearOf(next) !== yearOf(round);
	};
	return rounds
		.filter((round, index) => open.has(yearOf(round)) || isLastOfYear(round, index))
		.map((round) => ({
			label: open.has(yearOf(round)) ? roundCode(round.period) : String(yearOf(round)),
			name: periodName(round.period),
			href: choiceHref(agenda.slug, { ...choice, period: round === newest ? null : round.period }),
			current: round === chosen,
		}));
}

const yearOf = (round: RoundFacts) => partsOf(round.period).year;

/** What this person can do from the overview; a report only of an agenda that has rounds. */
export function overviewActions(
	{ agenda: { slug }, rounds }: AgendaFacts,
	{ adopted, inRea }: { adopted: { href: string; label: string } | null; inRea: boolean },
): { href: string; label: string }[] {
	return [
		...(adopted ? [adopted] : []),
		...(inRea ? [{ href: `/agenda/${slug}/doelen`, label: 'Doelen' }] : []),
		...(rounds.length > 0 ? [{ href: '/rapporten', label: 'Rapport maken' }] : []),
		{ href: `/agenda/${slug}/evaluatie`, label: 'Achtergrond' },
	];
}
