/** The list of rounds that run or wait for adoption. Pure. */
import { ROUND_STATE_WORD, roundTitle } from '#lib/text/nl.ts';
import type { CurrentRounds } from './list-rounds.ts';
import { isDone } from './round.view.ts';

export interface RoundListLine {
	href: string;
	title: string;
	agenda: string;
	state: string;
	progress: string;
}

export function roundListView({ rounds }: CurrentRounds): RoundListLine[] {
	return rounds.map((round) => {
		const done = round.progress.filter((row) => isDone(row.state)).length;
		return {
			href: `/rea/${round.slug}`,
			title: roundTitle(round.period),
			agenda: `${round.regionName}, ${round.agendaTitle}`,
			state: round.state === 'closed' ? 'Gesloten, wacht op vaststelling' : ROUND_STATE_WORD[round.state],
			progress: round.state === 'open' ? `${done} van ${round.progress.length} ingediend of akkoord` : '',
		};
	});
}
