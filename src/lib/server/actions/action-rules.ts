/** What adding and changing an actie share: the agenda still runs, and the organisation is one of the region. */
import type { Day } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { ActionState } from '#lib/domain/workflow.ts';
import { ACTION_STATE_WORD } from '#lib/text/nl.ts';
import type { Db } from '../db/open.ts';
import { listOrganisations, type ActionItemSubject } from './actions.repo.ts';

export function refuseWhenClosed({ agenda }: ActionItemSubject): void {
	if (agenda.state !== 'closed') return;
	throw new DomainError('wrong-state', 'Deze agenda is afgesloten: de acties veranderen niet meer.');
}

/** Its short name. Throws `invalid` for an organisation that does not take part in the region. */
export function organisationName(db: Db, regionId: number, organisationId: number): string {
	const found = listOrganisations(db, regionId).find((one) => one.id === organisationId);
	if (found) return found.shortName;
	const sentence = 'Kies een organisatie van deze regio.';
	throw new DomainError('invalid', sentence, { fields: { organisation: sentence } });
}

/** What the audit trail keeps, and in words what a conflict shows. */
export function auditedAction(action: {
	text: string;
	organisation: string;
	dueOn: Day | null;
	state: ActionState;
}) {
	const { text, organisation, dueOn, state } = action;
	return { action: text, organisation, dueOn, actionState: ACTION_STATE_WORD[state] };
}
