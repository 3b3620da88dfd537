/** The settings of an agenda: what is saved, what is fixed, and which step in its life comes next. Pure. */
import { CADENCES } from '#lib/domain/period.ts';
import { moveAgenda } from '#lib/domain/workflow.ts';
import { CADENCE_WORD, count } from '#lib/text/nl.ts';
import type { ManagedAgenda } from './manage-agenda.ts';
import { deletionView, type DeletionView } from './deletion.view.ts';
import { frameOf, type AgendaFrame } from './manage.view.ts';

export interface SettingsView {
	agenda: AgendaFrame;
	saved: { title: string; startYear: string; endYear: string; cadence: string };
	/** Only the one there is, once a round exists. */
	cadences: { value: string; label: string }[];
	cadenceHelp: string;
	region: { slug: string; name: string; boardForum: string };
	axis: { name: string; values: { id: number; name: string; about: string }[] };
	predecessor: string | null;
	mayAdopt: boolean;
	mayClose: boolean;
	/** What goes when the agenda is deleted, and why it cannot be. */
	deletion: DeletionView;
}

export function settingsView(page: ManagedAgenda): SettingsView {
	const { agenda, region, rounds } = page;
	const isFixed = rounds.length > 0;
	return {
		agenda: frameOf(page),
		saved: {
			title: agenda.title,
			startYear: String(agenda.startYear),
			endYear: String(agenda.endYear),
			cadence: agenda.cadence,
		},
		cadences: CADENCES.filter((one) => !isFixed || one === agenda.cadence).map((value) => ({
			value,
			label: `Elk ${CADENCE_WORD[value]}`,
		})),
		cadenceHelp: isFixed ? 'Ligt vast: er zijn al peilmomenten.' : 'Ligt vast zodra er een peilmoment is.',
		region: {
			slug: region.slug,
			name: region.name,
			boardForum: region.boardForum,
		},
		axis: {
			name: agenda.axisName,
			values: page.axisValues.map(({ id, name, items }) => ({
				id,
				name,
				about: items === 0 ? 'Nog niet gebruikt' : `Bij ${count(items, 'agendapunt', 'agendapunten')}`,
			})),
		},
		predecessor: page.predecessor,
		mayAdopt: moveAgenda(agenda.state, 'adopt') !== null,
		mayClose: moveAgenda(agenda.state, 'close') !== null,
		deletion: deletionView(page),
	};
}
