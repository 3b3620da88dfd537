/** What an adviser has to do: what was returned, what is still to be filled in, late acties and goals to write. Pure. */
import type { Membership } from '#lib/domain/access.ts';
import { dayOf, type Day } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { itemTitle } from '#lib/text/mail.ts';
import { count, periodInSentence } from '#lib/text/nl.ts';
import type { CurrentRounds } from '../rounds/list-rounds.ts';
import { isDone, openedOn, rowHref } from '../rounds/round.view.ts';
import type { TodoFacts } from './list-todo.ts';
import type { Task } from './todo.view.ts';

type Round = CurrentRounds['rounds'][number];
type Row = Round['progress'][number];

export function adviserTasks(
	current: CurrentRounds,
	facts: TodoFacts,
	memberships: readonly Membership[],
): Task[] {
	const speaksFor = (regionId: number) =>
		memberships
			.filter((one) => one.regionId === regionId && one.role === 'adviser')
			.map((one) => one.organisationId);
	return [
		...current.rounds.flatMap((round) => roundTasks(round, speaksFor(round.regionId), facts)),
		...facts.lateActions.map((action) => ({
			sentence: `Actie bij ${itemTitle(action)}: ${action.text}`,
			href: `/agenda/${action.agendaSlug}/punten/${itemRef(action.themeCode, action.number)}/acties`,
			since: null,
			by: action.dueOn,
			regionId: action.regionId,
		})),
		...facts.withoutGoals.map(({ agendaSlug, agendaTitle, items, regionId }) => ({
			sentence: `Schrijf doelen voor ${count(items, 'punt', 'punten')} van ${agendaTitle}`,
			href: `/agenda/${agendaSlug}/doelen`,
			since: null,
			by: null,
			regionId,
		})),
	];
}

/** In a round that is open, or open again for this person. */
function roundTasks(round: Round, speaksFor: readonly number[], facts: TodoFacts): Task[] {
	const own = facts.exceptions.find((one) => one.roundId === round.id);
	const time =
		round.state === 'open'
			? { since: openedOn(round), by: round.closesOn }
			: own && { since: dayOf(own.at), by: own.until };
	if (!time) return [];
	const owed = round.progress.filter(
		(row) => row.leadId !== null && speaksFor.includes(row.leadId) && !isDone(row.state),
	);
	const returned = owed.filter((row) => row.state === 'returned');
	const rest = owed.filter((row) => row.state !== 'returned');
	return [
		...returned.map((row) => returnedTask(round, row, time.by, facts)),
		...(rest.length > 0 ? [fillTask(round, rest, time)] : []),
	];
}

function returnedTask(round: Round, row: Row, by: Day, facts: TodoFacts): Task {
	const found = facts.returned.find((one) => one.roundId === round.id && one.itemId === row.itemId);
	return {
		sentence: `Pas aan: ${itemTitle(row)}`,
		href: rowHref(round.slug, row),
		regionId: round.regionId,
		since: found?.at ? dayOf(found.at) : openedOn(round),
		by,
		isFirst: true,
		note: row.returnNote ?? '',
	};
}

function fillTask(round: Round, rows: readonly Row[], time: { since: Day; by: Day }): Task {
	const only = rows.length === 1 ? rows[0] : undefined;
	return {
		sentence: `Vul ${count(rows.length, 'punt', 'punten')} in voor ${periodInSentence(round.period)}`,
		href: only ? rowHref(round.slug, only) : `/rea/${round.slug}`,
		...time,
		regionId: round.regionId,
	};
}
