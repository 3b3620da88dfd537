/** Taking a thema off the agenda, and putting it back: an empty one is deleted, any other is archived with its items. */
import { NO_USES, wayToRemove } from '#lib/domain/archive.ts';
import { ThemeChange } from '#lib/input/agenda-parts.ts';
import { command } from '../use-case.ts';
import { refuseForbiddenChange, refuseStaleOrder, withReason } from './edit-rules.ts';
import { countThemeUses, deleteTheme, findThemeSubject, updateTheme } from './theme.repo.ts';

/** Answers what was done. */
export const removeTheme = command({
	name: 'theme.remove',
	permission: 'agenda.manage',
	input: ThemeChange,
	subject: ({ db }, input) => findThemeSubject(db, input),
	run({ db, now, record }, { version, reason }, subject): 'delete' | 'archive' {
		const { agenda, theme } = subject;
		refuseStaleOrder(theme, version);
		refuseForbiddenChange(agenda.state, reason);
		const way = wayToRemove({ ...NO_USES, items: countThemeUses(db, theme.id) });
		if (way === 'delete') deleteTheme(db, subject);
		else updateTheme(db, subject, { archivedAt: now });
		// A deleted thema has no rows left to look it up by, so the agenda keeps its name.
		const about =
			way === 'delete'
				? { entity: 'agenda', entityId: agenda.id, before: { theme: theme.name } }
				: { entity: 'theme', entityId: theme.id, before: { archived: false } };
		record({ ...about, after: withReason(way === 'delete' ? { theme: null } : { archived: true }, reason) });
		return way;
	},
});

export const restoreTheme = command({
	name: 'theme.restore',
	permission: 'agenda.manage',
	input: ThemeChange,
	subject: ({ db }, input) => findThemeSubject(db, input),
	run({ db, record }, { version, reason }, subject) {
		const { agenda, theme } = subject;
		refuseStaleOrder(theme, version);
		refuseForbiddenChange(agenda.state, reason);
		updateTheme(db, subject, { archivedAt: null });
		record({
			entity: 'theme',
			entityId: theme.id,
			before: { archived: theme.archivedAt !== null },
			after: withReason({ archived: false }, reason),
		});
	},
});
