/** Everything that stands in one person's calendar: only their regions, and in each only what they may see. */
import { sightOf, type Person, type Sight } from '#lib/domain/access.ts';
import { inOrder, isInCalendarOf, type CalendarEvent } from '#lib/domain/calendar.ts';
import { dayOf, type Day } from '#lib/domain/day.ts';
import { isRunning } from '#lib/domain/exception.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { periodName } from '#lib/text/nl.ts';
import type { Db } from '../db/open.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import {
	listDueActionsIn,
	listMeetingsIn,
	listRoundsIn,
	type DueActionIn,
	type MeetingIn,
	type RoundIn,
} from './calendar.repo.ts';

export function eventsOf(db: Db, person: Person, now: Date): CalendarEvent[] {
	const sights = new Map<number, Sight>();
	for (const { regionId } of person.memberships) {
		const sight = sightOf(person, regionId);
		if (sight) sights.set(regionId, sight);
	}
	const regionIds = [...sights.keys()];
	const organisationIds = person.memberships.map((one) => one.organisationId);
	const seen = (row: Around, events: CalendarEvent[]) => {
		const sight = sights.get(row.regionId);
		// To those who do not work on it, an agenda that is a concept does not exist.
		if (!sight || (row.agendaState === 'concept' && sight !== 'drafts')) return [];
		return events.filter((event) => isInCalendarOf(sight, event.kind)).map((event) => linked(event, sight));
	};
	return inOrder([
		...listRoundsIn(db, regionIds).flatMap((row) => seen(row, roundEvents(db, row, dayOf(now)))),
		...listMeetingsIn(db, regionIds).flatMap((row) => seen(row, [meetingEvent(row)])),
		...listDueActionsIn(db, regionIds, organisationIds).flatMap((row) => seen(row, actionEvents(row))),
	]);
}

type Around = Pick<RoundIn, 'regionId' | 'regionName' | 'agendaState' | 'agendaTitle' | 'agendaMadeAt'>;

const aboutOf = (row: Around) => `${row.regionName}, ${row.agendaTitle}`;

const CLOSED_TO = {
	drafts: [],
	submitted: ['/rea/'],
	adopted: ['/rea/', '/oogo/'],
} as const satisfies Record<Sight, readonly string[]>;

/** Without a link to what this reader may not open: the workbench is for the REA, a meeting for who sits at its table. */
function linked(event: CalendarEvent, sight: Sight): CalendarEvent {
	return CLOSED_TO[sight].some((start) => event.href?.startsWith(start)) ? { ...event, href: null } : event;
}

function roundEvents(db: Db, row: RoundIn, today: Day): CalendarEvent[] {
	const { round, officialForum, boardForum } = row;
	const period = periodName(round.period);
	const shared = {
		time: null,
		place: '',
		about: aboutOf(row),
		href: `/rea/${round.slug}`,
		version: round.version,
		changedAt: row.changedAt === null ? row.agendaMadeAt : new Date(row.changedAt),
	};
	const one = (kind: CalendarEvent['kind'], day: Day, title: string, href = shared.href): CalendarEvent => ({
		...shared,
		uid: `round-${round.id}-${kind}`,
		kind,
		day,
		title,
		href,
	});
	const opened = round.openedAt ? dayOf(round.openedAt) : round.opensOn;
	const running =
		round.state === 'closed' ? listExceptions(db, round.id).filter((each) => isRunning(each, today)) : [];
	return [
		one('opens', opened, round.state === 'planned' ? `${period} kan open` : `${period} ging open`),
		one('closes', round.closesOn, `Laatste dag om in te vullen: ${lower(period)}`),
		...running.map((each) => ({
			...one('reopened', each.until, `Heropend voor ${each.person.name}, laatste dag: ${lower(period)}`),
			uid: `round-${round.id}-reopened-${each.id}`,
		})),
		...(round.discussedOn
			? [one('discussed', round.discussedOn, `${period} besproken in het ${officialForum}`)]
			: []),
		...(row.adoptedOn
			? [
					one(
						'adopted',
						row.adoptedOn,
						`${period} vastgesteld door het ${boardForum}`,
						`/rapporten/${round.slug}`,
					),
				]
			: []),
	];
}

function meetingEvent(row: MeetingIn): CalendarEvent {
	const { meeting } = row;
	return {
		uid: `meeting-${meeting.id}`,
		kind: meeting.forum,
		day: meeting.heldOn,
		time: meeting.startsAt,
		title: `Vergadering ${meeting.forum === 'board' ? row.boardForum : row.officialForum}`,
		place: meeting.place,
		about: aboutOf(row),
		href: `/oogo/${meeting.slug}`,
		version: meeting.version,
		changedAt: row.changedAt === null ? meeting.createdAt : new Date(row.changedAt),
	};
}

function actionEvents(row: DueActionIn): CalendarEvent[] {
	if (!row.dueOn) return [];
	return [
		{
			uid: `action-${row.id}`,
			kind: 'action',
			day: row.dueOn,
			time: null,
			place: '',
			title: `Actie uiterlijk: ${row.itemTitle}`,
			about: aboutOf(row),
			version: row.version,
			href: `/agenda/${row.agendaSlug}/punten/${itemRef(row.themeCode, row.number)}`,
			changedAt: row.createdAt,
		},
	];
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
