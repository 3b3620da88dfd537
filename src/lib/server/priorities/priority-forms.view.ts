/** The page on which priorities are written, per schooljaar. Pure. */
import { schoolYearOf, schoolYearsBetween } from '#lib/domain/school-year.ts';
import { frameOf, type AgendaFrame } from '../agenda-editing/manage.view.ts';
import type { ManagedAgenda } from '../agenda-editing/manage-agenda.ts';
import type { PriorityList } from './list-priorities.ts';

export interface PriorityLine {
	id: number;
	text: string;
	schoolYear: string;
	version: number;
	/** "Thuiszitters 2, Algemeen 1". */
	about: string;
	items: number[];
}

export interface PriorityFormsView {
	agenda: AgendaFrame;
	years: { schoolYear: string; lines: PriorityLine[] }[];
	options: { value: string; label: string }[];
	/** The schooljaar that a new one starts with. */
	current: string;
	items: { id: number; name: string }[];
}

export function priorityFormsView(page: ManagedAgenda, list: PriorityList): PriorityFormsView {
	const { agenda, themes, items } = page;
	const years = schoolYearsBetween(agenda.startYear, agenda.endYear);
	const now = schoolYearOf(list.today);
	const themeName = (id: number) => themes.find((one) => one.id === id)?.name ?? '';
	const lines = list.priorities.map((one): PriorityLine => ({
		id: one.id,
		text: one.text,
		schoolYear: one.schoolYear,
		version: one.version,
		about: one.items.map((item) => `${item.themeName} ${item.number}`).join(', '),
		items: one.items.map((item) => item.id),
	}));
	return {
		agenda: frameOf(page),
		years: [...Map.groupBy(lines, (line) => line.schoolYear)].map(([schoolYear, own]) => ({
			schoolYear,
			lines: own,
		})),
		options: years.map((year) => ({ value: year, label: year })),
		current: years.find((year) => year === now) ?? years[1] ?? now,
		items: items
			.filter((item) => item.archivedAt === null)
			.map((item) => ({
				id: item.id,
				name: `${themeName(item.themeId)} ${item.number}: ${item.shortTitle}`,
			})),
	};
}
