/** The meetings at which this person looks at an agenda: those of the REA for who works in it, else those of the board. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import { slug } from '#lib/input/fields.ts';
import { forumName } from '#lib/text/meeting.ts';
import type { ForumMeetings } from '../agenda/since.view.ts';
import { findVisibleAgenda } from '../agenda/view-overview.ts';
import { rememberUntilChange } from '../db/until-change.ts';
import { query } from '../use-case.ts';
import { isMeetingVisible } from './meeting-rules.ts';
import { listMeetingsOf } from './meetings.repo.ts';

const remember = rememberUntilChange<ForumMeetings>();

/** Oldest first; only those that this person knows of. */
export const listForumMeetings = query({
	name: 'meeting.list-forum',
	permission: 'adopted.read',
	input: z.object({ agenda: slug }),
	subject({ db, actor }, input) {
		return findVisibleAgenda({ db, actor }, input.agenda);
	},
	run({ db, actor }, _input, { agenda }): ForumMeetings {
		const sight = sightOf(actor, agenda.regionId) ?? 'adopted';
		const forum = sight === 'drafts' ? 'official' : 'board';
		return remember(db, `${agenda.id} ${forum} ${sight}`, () => ({
			forum: forumName(forum, agenda),
			meetings: listMeetingsOf(db, agenda.id, forum)
				.filter((meeting) => isMeetingVisible({ meeting, rounds: meeting.rounds, agenda }, sight))
				.map(({ heldOn, rounds }) => ({ heldOn, periods: rounds.map((round) => round.period) })),
		}));
	},
});
