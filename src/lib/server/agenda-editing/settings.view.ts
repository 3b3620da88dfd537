/** The settings of an agenda: what is saved, what is fixed, and which step in its life comes next. Pure. */
import { CADENCES } from '#lib/domain/period.ts';
import { moveAgenda } from '#lib/domain/workflow.ts';
import { CADENCE_WORD, count } from '#lib/text/nl.ts';
import type { ManagedAgenda } from './manage-agenda.ts';
import { frameOf, type AgendaFrame } from './manage.view.ts';
import { KIND_OPTIONS, kindWord } from '#lib/text/organisation-kind.ts';

export interface SettingsView {
	agenda: AgendaFrame;
	saved: { title: string; startYear: string; endYear: string; cadence: string; reminderDays: string };
	/** Only the one there is, once a round exists. */
	cadences: { value: string; label: string }[];
	cadenceHelp: string;
	region: { slug: string; name: string; version: number; officialForum: string; boardForum: string };
	/** One a line. */
	abbreviations: string;
	axis: { name: string; values: { id: number; name: string; about: string }[] };
	organisations: { id: number; name: string; shortName: string; kind: string }[];
	kinds: { value: string; label: string }[];
	predecessor: string | null;
	/** Only a beheerder adds organisations. */
	mayAddOrganisation: boolean;
	mayAdopt: boolean;
	mayClose: boolean;
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
			reminderDays: String(agenda.reminderDays),
		},
		cadences: CADENCES.filter((one) => !isFixed || one === agenda.cadence).map((value) => ({
			value,
			label: `Elk ${CADENCE_WORD[value]}`,
		})),
		cadenceHelp: isFixed ? 'Ligt vast: er zijn al peilmomenten.' : 'Ligt vast zodra er een peilmoment is.',
		region: {
			slug: region.slug,
			name: region.name,
			version: region.version,
			officialForum: region.officialForum,
			boardForum: region.boardForum,
		},
		abbreviations: page.abbreviations.map(({ short, meaning }) => `${short} = ${meaning}`).join('\n'),
		axis: {
			name: agenda.axisName,
			values: page.axisValues.map(({ id, name, items }) => ({
				id,
				name,
				about: items === 0 ? 'Nog niet gebruikt' : `Bij ${count(items, 'agendapunt', 'agendapunten')}`,
			})),
		},
		organisations: page.organisations.map(({ id, name, shortName, kind }) => ({
			id,
			name,
			shortName,
			kind: kindWord(kind),
		})),
		kinds: KIND_OPTIONS,
		predecessor: page.predecessor,
		mayAddOrganisation: page.mayManageRegion,
		mayAdopt: moveAgenda(agenda.state, 'adopt') !== null,
		mayClose: moveAgenda(agenda.state, 'close') !== null,
	};
}
