/** The page on which the acties of an item are written. Pure. */
import { compareActions } from '#lib/domain/action.ts';
import { ACTION_STATES } from '#lib/domain/workflow.ts';
import { ACTION_STATE_WORD } from '#lib/text/nl.ts';
import { actionsView, type ActionLine } from './actions.view.ts';
import type { ActionList } from './list-actions.ts';

export interface ActionFields {
	id: number;
	text: string;
	organisation: string;
	dueOn: string;
	state: string;
	version: number;
}

export interface ActionFormsView {
	heading: string;
	itemHref: string;
	mayWrite: boolean;
	lines: { shown: ActionLine; fields: ActionFields }[];
	/** A new one, by the lead unless said otherwise. */
	empty: ActionFields;
	organisations: { value: string; label: string }[];
	states: { value: string; label: string }[];
}

export function actionFormsView(list: ActionList): ActionFormsView {
	const shown = actionsView(list).lines;
	const { ref, themeName, number, organisations, leadId } = list;
	const lead = organisations.find((one) => one.id === leadId) ?? organisations[0];
	return {
		heading: `${themeName} ${number}`,
		itemHref: `/agenda/${ref.agenda}/punten/${ref.item}`,
		mayWrite: list.mayWrite,
		lines: list.actions.toSorted(compareActions).flatMap((action) => {
			const line = shown.find((one) => one.id === action.id);
			if (!line) return [];
			const { id, text, state, version } = action;
			const organisation = String(action.organisationId ?? lead?.id ?? '');
			return [{ shown: line, fields: { id, text, organisation, dueOn: action.dueOn ?? '', state, version } }];
		}),
		empty: {
			id: 0,
			text: '',
			organisation: String(lead?.id ?? ''),
			dueOn: '',
			state: 'planned',
			version: 0,
		},
		organisations: organisations.map(({ id, name }) => ({ value: String(id), label: name })),
		states: ACTION_STATES.map((value) => ({ value, label: ACTION_STATE_WORD[value] })),
	};
}
