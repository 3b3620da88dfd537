/** The meeting that adopted a round: who agreed, what was decided, and the levels it set beside those of the officials. */
import type { AdoptedMeeting } from '#lib/domain/adopted-meeting.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { listing, longDate } from '#lib/text/nl.ts';
import { badgeOf, nameOfRef, told } from './report-labels.ts';
import type { ItemView, MeetingView } from './report-model.ts';

const STANCE = {
	agreed: 'Akkoord',
	reservation: 'Akkoord met voorbehoud',
	none: 'Geen overeenstemming',
} as const;

export function meetingViews(
	facts: AgendaFacts,
	forum: string,
	meetings: readonly AdoptedMeeting[],
): MeetingView[] {
	return meetings.map(({ heldOn, participants, accords, decisions, levels }) => ({
		title: `${forum} van ${longDate(heldOn)}`,
		present: presentSentence(participants),
		accords: accords.map(({ organisation, item, stance, text }) => ({
			organisation: organisation.name,
			about: nameOfRef(facts, item),
			stance: STANCE[stance],
			text: told(text),
		})),
		decisions: decisions.map((one) => ({
			itemRef: one.item,
			about: nameOfRef(facts, one.item),
			text: told(one.text),
			who: whoAndWhen(one),
		})),
		levels: levels.map(({ item, level, reason }) => ({
			about: nameOfRef(facts, item),
			badge: badgeOf(level),
			reason: told(reason),
		})),
	}));
}

/** Of the last meeting that set one. */
export function boardLevelOf(ref: string, meetings: readonly AdoptedMeeting[]): ItemView['board'] {
	const found = meetings.flatMap((one) => one.levels).findLast((one) => one.item === ref);
	return found ? { badge: badgeOf(found.level), reason: told(found.reason) } : null;
}

function presentSentence(participants: AdoptedMeeting['participants']): string {
	const names = participants.filter((one) => one.present).map((one) => one.organisation.name);
	return names.length === 0 ? '' : `Aanwezig: ${listing(names)}.`;
}

function whoAndWhen({ organisation, dueOn }: AdoptedMeeting['decisions'][number]): string {
	return [organisation?.name ?? '', dueOn ? `uiterlijk ${longDate(dueOn)}` : ''].filter(Boolean).join(', ');
}
