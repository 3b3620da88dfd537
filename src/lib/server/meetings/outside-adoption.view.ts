/** What a meeting's pages say of adopted rounds whose adoption does not hold it. Pure. */
import { adoptedWithout } from '#lib/domain/held-meeting.ts';
import { periodInSentence } from '#lib/text/nl.ts';
import type { MeetingSubject } from './meetings.repo.ts';

export interface OutsideAdoption {
	sentence: string;
	/** Where it can be added; null for who may not. */
	href: string | null;
}

export function outsideOf(
	page: Pick<MeetingSubject, 'meeting' | 'rounds'>,
	mayAmend: boolean,
): OutsideAdoption[] {
	if (page.meeting.cancelledAt !== null) return [];
	return adoptedWithout(page).map(({ slug, period }) => ({
		sentence: `Deze vergadering staat niet in de vaststelling van ${periodInSentence(period)}. Wat hier is vastgelegd, staat dus niet in dat rapport en in de brieven.`,
		href: mayAmend ? `/rapporten/${slug}/correctie#vergadering` : null,
	}));
}
