/** The page on which the rounds of an agenda are planned: what there is, and what is proposed. Pure. */
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import { CADENCE_WORD, longDate, ROUND_STATE_WORD, roundTitle } from '#lib/text/nl.ts';
import { deadline } from './round.view.ts';
import type { PlansPage } from './view-plans.ts';

export interface PlannedRound {
	slug: string;
	title: string;
	href: string;
	state: string;
	/** When it is or was filled in, in words. */
	when: string;
	opensOn: Day;
	closesOn: Day;
	version: number;
	/** A planned round changes both days, an open one only the last, any other none. */
	dates: 'both' | 'last' | 'none';
	removable: boolean;
}

export interface PlansView {
	slug: string;
	title: string;
	/** "2019–2022 · stand van zaken elk kwartaal". */
	subtitle: string;
	version: number;
	closed: boolean;
	fillingDays: number;
	/** Planned or open, oldest first. */
	current: PlannedRound[];
	/** Closed or adopted, newest first. */
	past: PlannedRound[];
	suggestions: { period: Period; title: string; opensOn: Day; closesOn: Day }[];
}

export function plansView({ agenda, rounds, suggestions, today }: PlansPage): PlansView {
	const planned = rounds.map((round) => plannedRound(round, today));
	return {
		slug: agenda.slug,
		title: agenda.title,
		subtitle: `${agenda.title} · ${agenda.startYear}–${agenda.endYear} · stand van zaken elk ${CADENCE_WORD[agenda.cadence]}`,
		version: agenda.version,
		closed: agenda.state === 'closed',
		fillingDays: agenda.fillingDays,
		current: planned.filter((round) => round.dates !== 'none'),
		past: planned.filter((round) => round.dates === 'none').reverse(),
		suggestions: suggestions.map(({ period, opensOn, closesOn }) => ({
			period,
			title: roundTitle(period),
			opensOn,
			closesOn,
		})),
	};
}

function plannedRound(round: PlansPage['rounds'][number], today: Day): PlannedRound {
	return {
		slug: round.slug,
		title: roundTitle(round.period),
		href: `/rea/${round.slug}/voortgang`,
		state: ROUND_STATE_WORD[round.state],
		when: whenOf(round, today),
		opensOn: round.opensOn,
		closesOn: round.closesOn,
		version: round.version,
		dates: round.state === 'planned' ? 'both' : round.state === 'open' ? 'last' : 'none',
		removable: !round.isUsed,
	};
}

function whenOf(round: PlansPage['rounds'][number], today: Day): string {
	const days = `${longDate(round.opensOn)} tot en met ${longDate(round.closesOn)}`;
	const left = deadline(round, today);
	if (round.state === 'planned') return `${days}. ${left}`;
	if (round.state === 'open') return left;
	return round.discussedOn ? `${days}. Besproken op ${longDate(round.discussedOn)}.` : `${days}.`;
}
