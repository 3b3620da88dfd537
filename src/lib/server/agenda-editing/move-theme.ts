/** Putting a thema in another place of the agenda. */
import { moveTo } from '#lib/domain/order.ts';
import { MoveThemeInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { updateAgenda } from './agenda-editing.repo.ts';
import { refuseForbiddenChange, refuseStaleOrder, withReason } from './edit-rules.ts';
import { findThemeSubject, listThemes, placeTheme } from './theme.repo.ts';

/** `to` is the place among the themas in use, from 0. */
export const moveTheme = command({
	name: 'agenda.move-theme',
	permission: 'agenda.manage',
	input: MoveThemeInput,
	subject: ({ db }, input) => findThemeSubject(db, input),
	run({ db, record, nothingChanged }, { version, reason, to }, subject) {
		const { agenda, theme } = subject;
		refuseStaleOrder(agenda, version);
		const inUse = listThemes(db, agenda.id).filter((one) => one.archivedAt === null);
		const order = moveTo(
			inUse,
			inUse.findIndex((one) => one.id === theme.id),
			to,
		);
		if (!order) return nothingChanged();
		refuseForbiddenChange(agenda.state, reason);
		for (const [position, one] of order.entries()) placeTheme(db, subject, one.id, position);
		updateAgenda(db, subject, {});
		const names = (themes: readonly { name: string }[]) => ({ order: themes.map((one) => one.name) });
		record({
			entity: 'agenda',
			entityId: agenda.id,
			before: names(inUse),
			after: withReason(names(order), reason),
		});
	},
});
