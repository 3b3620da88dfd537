/** The list of rounds: what runs or waits for adoption, and what is planned. Pure. */
import { count, longDate, ROUND_STATE_WORD, roundTitle } from '#lib/text/nl.ts';
import type { CurrentRounds } from './list-rounds.ts';
import { deadline, doneLabel, isLate, reopenedSentence } from './round.view.ts';

export interface RoundListLine {
	href: string;
	title: string;
	agenda: string;
	state: string;
	/** "Open tot en met 22 januari 2021. Nog 8 dagen." */
	deadline: string;
	late: boolean;
	progress: string;
	reopenings: string[];
}

export interface RoundListView {
	/** What runs, what waits for adoption, and the next planned round of every agenda. */
	current: RoundListLine[];
	later: { label: string; rounds: { href: string; title: string; agenda: string; when: string }[] };
}

/** `names`: what each agenda is called where equal titles stand together, by its slug. */
export function roundListView(
	{ rounds, today }: CurrentRounds,
	names: ReadonlyMap<string, string> = new Map(),
): RoundListView {
	const agendaOf = (round: Round) =>
		`${round.regionName}, ${names.get(round.agendaSlug) ?? round.agendaTitle}`;
	const planned = rounds.filter((round) => round.state === 'planned');
	const next = new Set([...Map.groupBy(planned, (round) => round.agendaId).values()].map((own) => own[0]));
	const isNow = (round: Round) => round.state !== 'planned' || next.has(round) || isLate(round, today);
	const later = rounds.filter((round) => !isNow(round));
	return {
		current: rounds.filter(isNow).map((round) => ({
			href: hrefOf(round),
			title: roundTitle(round.period),
			agenda: agendaOf(round),
			state: round.state === 'closed' ? 'Gesloten, wacht op vaststelling' : ROUND_STATE_WORD[round.state],
			deadline: deadline(round, today),
			late: isLate(round, today),
			progress: round.state === 'open' ? doneLabel(round.progress) : '',
			reopenings: round.reopenings.map(reopenedSentence),
		})),
		later: {
			label: `Later gepland: ${count(later.length, 'peilmoment', 'peilmomenten')}`,
			rounds: later.map((round) => ({
				href: hrefOf(round),
				title: roundTitle(round.period),
				agenda: agendaOf(round),
				when: `Open van ${longDate(round.opensOn)} tot en met ${longDate(round.closesOn)}`,
			})),
		},
	};
}

type Round = CurrentRounds['rounds'][number];

/** A planned round has nothing to fill in yet; its progress says what can be done. */
function hrefOf(round: Round): string {
	return round.state === 'planned' ? `/rea/${round.slug}/voortgang` : `/rea/${round.slug}`;
}
