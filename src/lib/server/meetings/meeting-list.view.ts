/** The list of meetings: what is coming, what has been, and for which agenda a new one can be planned. Pure. */
import { FORUMS, type Forum } from '#lib/domain/meeting.ts';
import { agendaNames } from '#lib/text/agenda-name.ts';
import { forumName } from '#lib/text/meeting.ts';
import { frameOf, type MeetingFrame } from './meeting-frame.view.ts';
import type { MeetingList } from './list-meetings.ts';

export interface MeetingLine extends Pick<MeetingFrame, 'title' | 'subtitle' | 'state'> {
	href: string;
	agenda: string;
	/** The list of decisions, for a meeting that has been held. */
	decisionsHref: string | null;
}

export interface MeetingListView {
	coming: MeetingLine[];
	held: MeetingLine[];
	/** "OOGO plannen" with the agenda it is for. */
	plans: { href: string; label: string; agenda: string }[];
}

export const FORUM_IN_ADDRESS = {
	official: 'ambtelijk',
	board: 'bestuurlijk',
} as const satisfies Record<Forum, string>;

export function meetingListView({ meetings, plannable, today }: MeetingList): MeetingListView {
	const names = agendaNames([...meetings, ...plannable].map(({ agenda }) => agenda));
	const lines = meetings.map((one) => ({ line: lineOf(one, names), isComing: isComing(one, today) }));
	return {
		coming: lines
			.filter((one) => one.isComing)
			.map((one) => one.line)
			.reverse(),
		held: lines.filter((one) => !one.isComing).map((one) => one.line),
		plans: plannable.flatMap(({ agenda, region }) =>
			FORUMS.toReversed().map((forum) => ({
				href: `/vergaderingen/nieuw?agenda=${agenda.slug}&overleg=${FORUM_IN_ADDRESS[forum]}`,
				label: `${forumName(forum, region)} plannen`,
				agenda: names.get(agenda.slug) ?? agenda.title,
			})),
		),
	};
}

type Listed = MeetingList['meetings'][number];

/** What is called off goes to the past. */
function isComing({ meeting }: Listed, today: MeetingList['today']): boolean {
	return meeting.cancelledAt === null && meeting.state !== 'done' && meeting.heldOn >= today;
}

function lineOf(one: Listed, names: ReadonlyMap<string, string>): MeetingLine {
	const { href, title, subtitle, state } = frameOf(one, null);
	const decisions = `${href}/besluiten`;
	const isReader = one.sight === 'adopted';
	return {
		title,
		subtitle,
		state,
		agenda: `${one.region.name}, ${names.get(one.agenda.slug) ?? one.agenda.title}`,
		href: isReader ? decisions : href,
		decisionsHref: !isReader && one.meeting.state === 'done' ? decisions : null,
	};
}
