/** Changing a thema: its name, code, objective and decision level. */
import { EditThemeInput } from '#lib/input/agenda-parts.ts';
import { command } from '../use-case.ts';
import { differenceOf, refuseForbiddenChange, refuseStale } from './edit-rules.ts';
import { freeCode, theirTheme } from './theme-rules.ts';
import { findThemeSubject, listThemes, updateTheme } from './theme.repo.ts';

export const editTheme = command({
	name: 'theme.edit',
	permission: 'agenda.manage',
	input: EditThemeInput,
	subject: ({ db }, input) => findThemeSubject(db, input),
	stands: ({ theme: { name, objective } }) => ({ name, objective }),
	run({ db, record, nothingChanged }, input, subject) {
		const { agenda, theme } = subject;
		refuseStale(theme, input.version, theirTheme(theme));
		const others = listThemes(db, agenda.id).filter((one) => one.id !== theme.id);
		const { name, objective, decisionLevel, reason } = input;
		const after = { name, code: freeCode(input, others), objective, decisionLevel };
		const difference = differenceOf(theme, after, reason);
		if (!difference) return nothingChanged();
		refuseForbiddenChange(agenda.state, reason);
		updateTheme(db, subject, after);
		record({ entity: 'theme', entityId: theme.id, ...difference });
	},
});
