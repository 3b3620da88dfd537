/** Recording what a meeting decides, correcting it while the meeting lasts, and following it up afterwards. */
import type { Actor } from '#lib/domain/access.ts';
import { EditDecisionInput, FollowDecisionInput, RecordDecisionInput } from '#lib/input/meetings.ts';
import { DECISION_STATE_WORD } from '#lib/text/meeting.ts';
import { longDate } from '#lib/text/nl.ts';
import { differenceOf, refuseStale } from '../agenda-editing/edit-rules.ts';
import type { Db } from '../db/open.ts';
import { authorize, command } from '../use-case.ts';
import { findDecision, insertDecision, updateDecision, type DecisionSubject } from './decisions.repo.ts';
import {
	findVisibleMeeting,
	itemNamed,
	participantNamed,
	refuseAdoptedDecisions,
	refuseCancelled,
	refuseClosed,
	refuseFrozenDecision,
} from './meeting-rules.ts';
import type { MeetingSubject } from './meetings.repo.ts';

const forWhom = (organisation: number | null) => (organisation === null ? [] : [organisation]);

/** A board member records what the own organisation will do; the coordinator records everything. */
export const recordDecision = command({
	name: 'decision.record',
	permission: 'decision.record',
	input: RecordDecisionInput,
	subject: (context, input) => findVisibleMeeting(context, input.meeting, forWhom(input.organisation)),
	run({ db, actor, now, record }, { item: ref, text, organisation, dueOn }, subject) {
		refuseClosed(subject);
		refuseAdoptedDecisions(subject);
		const item = itemNamed(db, subject, ref);
		const who = nameOf(db, subject, organisation);
		insertDecision(db, subject, {
			itemId: item?.id ?? null,
			text,
			organisationId: organisation,
			dueOn,
			authorId: actor.kind === 'person' ? actor.userId : null,
			createdAt: now,
		});
		record({
			entity: 'meeting',
			entityId: subject.meeting.id,
			after: { decision: text, about: item?.title ?? null, organisation: who, dueOn },
		});
	},
});

/** The text as it was decided; only until the meeting is closed. */
export const editDecision = command({
	name: 'decision.edit',
	permission: 'decision.record',
	input: EditDecisionInput,
	subject: (context, input) => findDecisionSubject(context, input),
	stands: ({ decision }) => ({ text: decision.text }),
	run({ db, actor, record, nothingChanged }, { version, text, organisation, dueOn }, subject) {
		const { decision, meeting } = subject;
		refuseClosed(subject);
		refuseFrozenDecision(subject, decision);
		authorize(actor, 'decision.record', {
			scope: { ...subject.scope, organisationIds: forWhom(organisation) },
		});
		const before = {
			decision: decision.text,
			organisation: nameOf(db, subject, decision.organisationId),
			dueOn: decision.dueOn,
		};
		refuseStale(decision, version, {
			text: decision.text,
			organisation: before.organisation ?? '',
			dueOn: decision.dueOn === null ? '' : longDate(decision.dueOn),
		});
		const after = { decision: text, organisation: nameOf(db, subject, organisation), dueOn };
		const difference = differenceOf(before, after, '');
		if (!difference) return nothingChanged();
		updateDecision(db, subject, { text, organisationId: organisation, dueOn });
		record({ entity: 'meeting', entityId: meeting.id, ...difference });
	},
});

/** How far it is; also long after the meeting. */
export const followDecision = command({
	name: 'decision.follow-up',
	permission: 'decision.record',
	input: FollowDecisionInput,
	subject: (context, input) => findDecisionSubject(context, input),
	stands: ({ decision }) => ({ followUp: decision.followUp }),
	run({ db, record, nothingChanged }, { version, state, followUp }, subject) {
		const { decision, meeting } = subject;
		refuseCancelled(subject);
		refuseStale(decision, version, {
			state: DECISION_STATE_WORD[decision.state],
			followUp: decision.followUp,
		});
		const difference = differenceOf(
			{ state: decision.state, followUp: decision.followUp },
			{ state, followUp },
			'',
		);
		if (!difference) return nothingChanged();
		updateDecision(db, subject, { state, followUp });
		const about = { decision: decision.text };
		record({
			entity: 'meeting',
			entityId: meeting.id,
			before: { ...about, ...difference.before },
			after: { ...about, ...difference.after },
		});
	},
});

/** Whose decision it is now decides who may touch it. */
function findDecisionSubject(
	context: { db: Db; actor: Actor },
	input: { meeting: string; decision: number },
): (DecisionSubject & { scope: Extract<MeetingSubject['scope'], { kind: 'region' }> }) | null {
	const subject = findVisibleMeeting(context, input.meeting);
	const decision = subject && findDecision(context.db, subject.meeting.id, input.decision);
	if (!decision) return null;
	const organisationIds = forWhom(decision.organisationId);
	return {
		...subject,
		decision,
		scope: { kind: 'region', regionId: subject.region.id, organisationIds },
	};
}

/** Null for everybody together. Throws `invalid` for an organisation that does not take part. */
function nameOf(db: Db, subject: MeetingSubject, organisation: number | null): string | null {
	if (organisation === null) return null;
	return participantNamed(db, subject, organisation).shortName;
}
