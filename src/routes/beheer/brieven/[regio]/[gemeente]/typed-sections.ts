/** The sections as they were typed in a form that was refused. */
import type { SectionRow } from '#lib/server/letters/template-page.view.ts';

const HEADING = 'kop-';

/** In the order of the form. */
export function typedSections(values: Record<string, string>): SectionRow[] {
	return Object.entries(values).flatMap(([name, heading]) => {
		if (!name.startsWith(HEADING)) return [];
		const id = name.slice(HEADING.length);
		return [{ id, heading, fill: values[`vulling-${id}`] ?? 'own' }];
	});
}
