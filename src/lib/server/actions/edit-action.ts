/** Changing an actie, or saying how it stands. */
import { EditActionInput } from '#lib/input/agenda-plans.ts';
import { longDate } from '#lib/text/nl.ts';
import { differenceOf, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { auditedAction, organisationName, refuseWhenClosed } from './action-rules.ts';
import { findAction, listActionsOf, updateAction } from './actions.repo.ts';

export const editAction = command({
	name: 'action.edit',
	permission: 'status.write',
	input: EditActionInput,
	subject: ({ db }, input) => findAction(db, input),
	stands: ({ action }) => ({ text: action.text }),
	run(
		{ db, record, nothingChanged },
		{ text, organisation: organisationId, dueOn, state, version },
		subject,
	) {
		refuseWhenClosed(subject);
		const { action } = subject;
		const known = listActionsOf(db, subject.item.id).find((one) => one.id === action.id);
		const before = auditedAction({ ...action, organisation: known?.organisation ?? '' });
		refuseStale(action, version, {
			text: action.text,
			organisation: before.organisation,
			state: before.actionState,
			dueOn: action.dueOn === null ? '' : longDate(action.dueOn),
		});
		const organisation = organisationName(db, subject.regionId, organisationId);
		const difference = differenceOf(before, auditedAction({ text, organisation, dueOn, state }), '');
		if (!difference) return nothingChanged();
		updateAction(db, subject, { text, organisationId, dueOn, state });
		record({
			entity: 'item',
			entityId: subject.item.id,
			before: { action: action.text, ...difference.before },
			after: { action: text, ...difference.after },
		});
	},
});
