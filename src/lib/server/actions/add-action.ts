/** A new actie under an item. */
import { AddActionInput } from '#lib/input/agenda-plans.ts';
import { command } from '../use-case.ts';
import { auditedAction, organisationName, refuseWhenClosed } from './action-rules.ts';
import { findActionItem, insertAction } from './actions.repo.ts';

export const addAction = command({
	name: 'action.add',
	permission: 'status.write',
	input: AddActionInput,
	subject: ({ db }, input) => findActionItem(db, input),
	run({ db, now, record }, { text, organisation: organisationId, dueOn, state }, subject) {
		refuseWhenClosed(subject);
		const organisation = organisationName(db, subject.regionId, organisationId);
		insertAction(db, subject, { text, organisationId, dueOn, state, createdAt: now });
		record({
			entity: 'item',
			entityId: subject.item.id,
			after: auditedAction({ text, organisation, dueOn, state }),
		});
	},
});
