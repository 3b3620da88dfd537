/** The acties of an item in words: late ones first, with a word and a mark. Pure. */
import { compareActions, isLate, isOpenAction } from '#lib/domain/action.ts';
import { ACTION_STATE_WORD, longDate } from '#lib/text/nl.ts';
import type { ActionList } from './list-actions.ts';

export interface ActionLine {
	id: number;
	text: string;
	/** "RBL, uiterlijk 1 mei 2021". */
	about: string;
	state: string;
	late: boolean;
	open: boolean;
}

export interface ActionsView {
	/** Late, then by day, then without a day; finished ones last. */
	lines: ActionLine[];
	/** The page on which they are written; null for a reader. */
	editHref: string | null;
}

export function actionsView({ ref, today, mayWrite, actions }: ActionList): ActionsView {
	return {
		lines: actions.toSorted(compareActions).map((action) => ({
			id: action.id,
			text: action.text,
			state: ACTION_STATE_WORD[action.state],
			about: [action.organisation, action.dueOn && `uiterlijk ${longDate(action.dueOn)}`]
				.filter(Boolean)
				.join(', '),
			late: isLate(action, today),
			open: isOpenAction(action.state),
		})),
		editHref: mayWrite ? `/agenda/${ref.agenda}/punten/${ref.item}/acties` : null,
	};
}
