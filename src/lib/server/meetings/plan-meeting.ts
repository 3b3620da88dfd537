/** Planning a meeting: when, where, of which forum, what it looks at and who takes part. */
import type { z } from 'zod';
import type { Forum } from '#lib/domain/meeting.ts';
import { PlanMeetingInput } from '#lib/input/meetings.ts';
import { invalidField } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { checkPlan, describePlan } from './plan-rules.ts';
import {
	findAgendaSubject,
	insertMeeting,
	isSlugTaken,
	writeParticipants,
	writeRounds,
} from './meetings.repo.ts';
import type { Db } from '../db/open.ts';

const FORUM_IN_URL = { official: 'rea', board: 'oogo' } as const satisfies Record<Forum, string>;

/** Answers the slug of the new meeting. */
export const planMeeting = command({
	name: 'meeting.plan',
	permission: 'meeting.manage',
	input: PlanMeetingInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, now, record }, input, subject): string {
		const { agenda } = subject;
		if (agenda.state === 'closed') {
			throw invalidField('agenda', 'Deze agenda is afgesloten. Kies een andere.');
		}
		checkPlan(db, subject, input);
		const { heldOn, startsAt, place, forum } = input;
		const slug = freeSlug(db, agenda.slug, input);
		const id = insertMeeting(db, subject, { slug, forum, heldOn, startsAt, place, createdAt: now });
		writeRounds(db, subject, id, input.rounds);
		writeParticipants(db, subject, id, input.participants);
		record({
			entity: 'meeting',
			entityId: id,
			after: { forum, ...describePlan(db, subject, input) },
		});
		return slug;
	},
});

/** `uw-2019-2022-oogo-2020-11-12`; with `-2` behind it for a second one on that day. */
function freeSlug(
	db: Db,
	agenda: string,
	{ forum, heldOn }: Pick<z.infer<typeof PlanMeetingInput>, 'forum' | 'heldOn'>,
): string {
	const base = `${agenda}-${FORUM_IN_URL[forum]}-${heldOn}`;
	let slug = base;
	for (let number = 2; isSlugTaken(db, slug); number += 1) slug = `${base}-${number}`;
	return slug;
}
