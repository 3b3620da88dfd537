/** The start page as a short list: what is expected of this person, in sentences with a link. Pure. */
import type { Membership } from '#lib/domain/access.ts';
import { addDays, dayOf, daysBetween, type Day } from '#lib/domain/day.ts';
import { count, longDate } from '#lib/text/nl.ts';
import type { CurrentRounds } from '../rounds/list-rounds.ts';
import { roleInSentence } from '../users/invitation.view.ts';
import type { TodoFacts } from './list-todo.ts';
import { administratorTasks } from './todo-administrator.view.ts';
import { adviserTasks } from './todo-adviser.view.ts';
import { boardTasks } from './todo-board.view.ts';
import { letterTasks } from './todo-letters.view.ts';
import { coordinatorTasks } from './todo-coordinator.view.ts';

/** Something to do, before it is put in words. */
export interface Task {
	sentence: string;
	href: string;
	/** Null when there is no such day. */
	since: Day | null;
	/** The last day on which it can be done in time; null when there is none. */
	by: Day | null;
	/** What the coordinator wrote with a returned status. */
	note?: string;
	/** Comes before everything else. */
	isFirst?: boolean;
	regionId: number | null;
}

export interface TodoEntry {
	sentence: string;
	href: string;
	/** "Sinds 4 januari 2021, uiterlijk 23 januari 2021 (nog 9 dagen)"; empty when there is nothing to say. */
	when: string;
	isLate: boolean;
	note: string;
	/** Only for somebody who belongs to more than one region. */
	region: string;
}

export interface TodoPerson {
	memberships: readonly Membership[];
	/** With the name of each region that the person belongs to. */
	regions: readonly { regionId: number; regionName: string }[];
}

export function todoView(current: CurrentRounds, facts: TodoFacts, person: TodoPerson): TodoEntry[] {
	const { memberships, regions } = person;
	const tasks = [
		...invitationTasks(facts),
		...adviserTasks(current, facts, memberships),
		...coordinatorTasks(current, memberships),
		...letterTasks(facts),
		...boardTasks(facts),
		...administratorTasks(facts),
	];
	const names = new Map(regions.map((one) => [one.regionId, one.regionName]));
	return tasks.sort(newestFirst).map((task) => ({
		sentence: task.sentence,
		href: task.href,
		note: task.note ?? '',
		when: whenOf(task, current.today),
		isLate: task.by !== null && task.by < current.today,
		region: names.size > 1 && task.regionId !== null ? (names.get(task.regionId) ?? '') : '',
	}));
}

/** Somebody asks this person to take part in a region; of none of the own ones, so without a name of the region beside it. */
function invitationTasks({ invitations }: TodoFacts): Task[] {
	return invitations.map(({ regionName, organisationName, role, createdAt, expiresAt }) => ({
		sentence: `Beantwoord de uitnodiging voor ${regionName}: ${roleInSentence(role)} namens ${organisationName}`,
		href: '/account/uitnodigingen',
		since: dayOf(createdAt),
		// The last day that is whole: on the day itself it ends at some hour.
		by: addDays(dayOf(expiresAt), -1),
		regionId: null,
	}));
}

function newestFirst(a: Task, b: Task): number {
	if (a.isFirst !== b.isFirst) return Number(b.isFirst ?? false) - Number(a.isFirst ?? false);
	return (b.since ?? '').localeCompare(a.since ?? '');
}

function whenOf({ since, by }: Task, today: Day): string {
	const parts = [
		// A round that was opened early asks since today, not since a day that is still to come.
		...(since && since <= today ? [`sinds ${longDate(since)}`] : []),
		...(by ? [`uiterlijk ${longDate(by)} (${lateness(by, today)})`] : []),
	];
	const text = parts.join(', ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "nog 9 dagen", "vandaag", "3 dagen te laat". */
export function lateness(by: Day, today: Day): string {
	const left = daysBetween(today, by);
	if (left === 0) return 'vandaag';
	return left > 0 ? `nog ${count(left, 'dag', 'dagen')}` : `${count(-left, 'dag', 'dagen')} te laat`;
}
