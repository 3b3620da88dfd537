/** The priorities of one schooljaar as the overview shows them. Pure. */
import { itemRef } from '#lib/domain/item-ref.ts';
import type { Period } from '#lib/domain/period.ts';
import { schoolYearOf, schoolYearOfPeriod } from '#lib/domain/school-year.ts';
import type { PriorityList } from './list-priorities.ts';

export interface PrioritiesView {
	/** "Prioriteiten in schooljaar 2019-2020". */
	title: string;
	lines: { text: string; items: { label: string; href: string }[] }[];
}

/** Those of the schooljaar in which the chosen round ends, or of today without a round. Null when there are none. */
export function prioritiesView(list: PriorityList, period: Period | null): PrioritiesView | null {
	const schoolYear = period === null ? schoolYearOf(list.today) : schoolYearOfPeriod(period);
	const lines = list.priorities.filter((one) => one.schoolYear === schoolYear);
	if (lines.length === 0) return null;
	return {
		title: `Prioriteiten in schooljaar ${schoolYear}`,
		lines: lines.map(({ text, items }) => ({
			text,
			items: items.map((item) => ({
				label: `${item.themeName} ${item.number}`,
				href: `/agenda/${list.agendaSlug}/punten/${itemRef(item.themeCode, item.number)}`,
			})),
		})),
	};
}
