/** An organisation says whether it agrees: with one item, or with the whole. */
import { GiveAccordInput } from '#lib/input/meetings.ts';
import { STANCE_WORD } from '#lib/text/meeting.ts';
import { invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { findAccord, writeAccord } from './decisions.repo.ts';
import {
	findVisibleMeeting,
	itemNamed,
	participantNamed,
	refuseAdopted,
	refuseClosed,
	refuseHeld,
} from './meeting-rules.ts';

/** `version` is 0 while the organisation has said nothing yet. */
export const giveAccord = command({
	name: 'accord.give',
	permission: 'accord.give',
	input: GiveAccordInput,
	subject: (context, input) => findVisibleMeeting(context, input.meeting, [input.organisation]),
	run({ db, actor, now, record, nothingChanged }, input, subject) {
		const { organisation, stance, text, version } = input;
		const { meeting } = subject;
		refuseClosed(subject);
		if (meeting.forum === 'official') refuseAdopted(subject);
		refuseHeld(subject);
		const item = itemNamed(db, subject, input.item);
		const who = participantNamed(db, subject, organisation);
		if (who.standing !== 'voting')
			throw invalidField('organisation', `${who.shortName} praat mee, maar stemt niet. Kies een andere.`);
		const key = { meetingId: meeting.id, organisationId: organisation, itemId: item?.id ?? null };
		const existing = findAccord(db, key);
		refuseStale(existing ?? { version: 0 }, version, {
			stance: existing ? STANCE_WORD[existing.stance] : '',
			text: existing?.text ?? '',
		});
		if (existing?.stance === stance && existing.text === text) return nothingChanged();
		const authorId = actor.kind === 'person' ? actor.userId : null;
		writeAccord(db, subject, existing, {
			organisationId: organisation,
			itemId: key.itemId,
			stance,
			text,
			authorId,
			updatedAt: now,
		});
		const about = { organisation: who.shortName, about: item?.title ?? null };
		record({
			entity: 'meeting',
			entityId: meeting.id,
			before: existing && { ...about, stance: existing.stance, text: existing.text },
			after: { ...about, stance, text },
		});
	},
});
