/** A new thema at the end of an agenda. */
import { AddThemeInput } from '#lib/input/agenda-parts.ts';
import { command } from '../use-case.ts';
import { findEditSubject } from './agenda-editing.repo.ts';
import { refuseForbiddenChange, withReason } from './edit-rules.ts';
import { freeCode } from './theme-rules.ts';
import { insertTheme, listThemes } from './theme.repo.ts';

/** Answers its code. */
export const addTheme = command({
	name: 'theme.add',
	permission: 'agenda.manage',
	input: AddThemeInput,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db, record }, { agenda: _agenda, reason, ...input }, subject): string {
		refuseForbiddenChange(subject.agenda.state, reason);
		const others = listThemes(db, subject.agenda.id);
		const code = freeCode(input, others);
		const position = Math.max(0, ...others.map((one) => one.position + 1));
		const values = { ...input, code };
		const id = insertTheme(db, subject.agenda.id, subject, { ...values, position });
		record({ entity: 'theme', entityId: id, after: withReason(values, reason) });
		return code;
	},
});
