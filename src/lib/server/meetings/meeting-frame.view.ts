/** What every page of a meeting has in common: its name, when and where it is, and what it looks at. Pure. */
import type { Day } from '#lib/domain/day.ts';
import type { Forum, MeetingState } from '#lib/domain/meeting.ts';
import type { Period } from '#lib/domain/period.ts';
import { forumName, MEETING_STATE_WORD } from '#lib/text/meeting.ts';
import { listing, longDate, periodInSentence } from '#lib/text/nl.ts';

export interface MeetingNames {
	meeting: {
		slug: string;
		forum: Forum;
		heldOn: Day;
		startsAt: string | null;
		place: string;
		state: MeetingState;
		cancelledAt: Date | null;
		version: number;
	};
	agenda: { slug: string; title: string };
	region: { name: string; officialForum: string; boardForum: string };
	rounds: readonly { period: Period }[];
}

export interface MeetingFrame {
	slug: string;
	href: string;
	/** "OOGO van 12 november 2020". */
	title: string;
	/** "14:30, gemeentehuis Woerden · over kwartaal 3 van 2020". */
	subtitle: string;
	breadcrumbs: { label: string; href: string | null }[];
	forum: string;
	isBoard: boolean;
	/** "Gepland", "Bezig", "Gesloten" or "Afgelast". */
	state: string;
	version: number;
}

export function meetingTitle(
	{ forum, heldOn }: { forum: Forum; heldOn: Day },
	region: Pick<MeetingNames['region'], 'officialForum' | 'boardForum'>,
): string {
	return `${forumName(forum, region)} van ${longDate(heldOn)}`;
}

/** `page` is the name of a page below the meeting; null for the meeting itself. */
export function frameOf(
	{ meeting, agenda, region, rounds }: MeetingNames,
	page: string | null,
): MeetingFrame {
	const title = meetingTitle(meeting, region);
	const href = `/oogo/${meeting.slug}`;
	return {
		slug: meeting.slug,
		href,
		title,
		version: meeting.version,
		subtitle: [whenAndWhere(meeting), looksAt(rounds) ?? agenda.title].filter(Boolean).join(' · '),
		breadcrumbs: [
			{ label: 'Vergaderingen', href: '/vergaderingen' },
			{ label: title, href: page === null ? null : href },
			...(page === null ? [] : [{ label: page, href: null }]),
		],
		forum: forumName(meeting.forum, region),
		isBoard: meeting.forum === 'board',
		state: meeting.cancelledAt === null ? MEETING_STATE_WORD[meeting.state] : 'Afgelast',
	};
}

export function whenAndWhere({ startsAt, place }: MeetingNames['meeting']): string {
	return [startsAt === null ? '' : `${startsAt} uur`, place].filter(Boolean).join(', ');
}

/** "over kwartaal 3 van 2020"; null when it looks at no round. */
export function looksAt(rounds: MeetingNames['rounds']): string | null {
	return rounds.length === 0 ? null : `over ${listing(rounds.map(({ period }) => periodInSentence(period)))}`;
}
