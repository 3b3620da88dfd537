/** What a coordinator has to do: judge, chase, open, close and adopt. Pure. */
import type { Membership } from '#lib/domain/access.ts';
import { dayOf, daysBetween, type Day } from '#lib/domain/day.ts';
import { needsReason } from '#lib/domain/level.ts';
import { count, periodInSentence } from '#lib/text/nl.ts';
import type { CurrentRounds } from '../rounds/list-rounds.ts';
import { closedOn, isDone, openedOn } from '../rounds/round.view.ts';
import type { Task } from './todo.view.ts';

type Round = CurrentRounds['rounds'][number];

/** A planned round is a task from this many days before it can open. */
const SOON = 14;

export function coordinatorTasks(current: CurrentRounds, memberships: readonly Membership[]): Task[] {
	const own = memberships.filter((one) => one.role === 'coordinator').map((one) => one.regionId);
	return current.rounds
		.filter((round) => own.includes(round.regionId))
		.flatMap((round) => [
			...judgeTasks(round),
			...(round.state === 'open' ? openTasks(round) : []),
			...(round.state === 'planned' && daysBetween(current.today, round.opensOn) <= SOON
				? [openTask(round)]
				: []),
			...(round.state === 'closed' ? [adoptTask(round)] : []),
		]);
}

const hrefOf = (round: Round) => `/rea/${round.slug}/voortgang`;

/** Also in a closed round: what was handed in after a reopening waits as well. */
function judgeTasks(round: Round): Task[] {
	const submitted = round.progress.filter((row) => row.state === 'submitted');
	if (submitted.length === 0) return [];
	const worrying = submitted.filter((row) => row.level !== null && needsReason(row.level)).length;
	const wait = submitted.length === 1 ? 'wacht' : 'wachten';
	const days = submitted.flatMap((row) => (row.submittedAt ? [dayOf(row.submittedAt)] : []));
	return [
		{
			sentence: `${count(submitted.length, 'ingediende status', 'ingediende statussen')} ${wait} op akkoord, waarvan ${worrying} rood of oranje`,
			href: hrefOf(round),
			since: days.sort()[0] ?? null,
			by: null,
			regionId: round.regionId,
		},
	];
}

function openTasks(round: Round): Task[] {
	const owed = round.progress.filter((row) => !isDone(row.state));
	const isAllAgreed = round.progress.length > 0 && round.progress.every((row) => row.state === 'agreed');
	const common = { href: hrefOf(round), regionId: round.regionId };
	const period = periodInSentence(round.period);
	if (isAllAgreed) {
		const sentence = `Sluit ${period}: alles is ingediend en akkoord`;
		return [{ ...common, sentence, since: lastSubmitted(round), by: null }];
	}
	if (owed.length === 0) return [];
	const organisations = new Set(owed.map((row) => row.leadName)).size;
	const sentence = `${count(owed.length, 'agendapunt is', 'agendapunten zijn')} nog niet ingediend voor ${period}, bij ${count(organisations, 'organisatie', 'organisaties')}`;
	return [{ ...common, sentence, since: openedOn(round), by: round.closesOn }];
}

function lastSubmitted(round: Round): Day | null {
	const days = round.progress.flatMap((row) => (row.submittedAt ? [dayOf(row.submittedAt)] : []));
	return days.sort().at(-1) ?? null;
}

function openTask(round: Round): Task {
	return {
		sentence: `Open ${periodInSentence(round.period)}: het peilmoment staat klaar`,
		href: hrefOf(round),
		since: null,
		by: round.opensOn,
		regionId: round.regionId,
	};
}

function adoptTask(round: Round): Task {
	return {
		sentence: `Laat ${periodInSentence(round.period)} vaststellen: het peilmoment is gesloten`,
		href: `/rea/${round.slug}/vaststellen`,
		since: closedOn(round),
		by: null,
		regionId: round.regionId,
	};
}
