/** The form that starts an agenda, with what follows from the region and the agenda it is copied from. Pure. */
import { CADENCES } from '#lib/domain/period.ts';
import { CADENCE_WORD } from '#lib/text/nl.ts';
import type { StartChoices } from './list-start-choices.ts';

export interface StartFormView {
	regions: { slug: string; name: string }[];
	/** Null for someone who manages no agendas. */
	chosen: {
		region: { slug: string; name: string };
		previous: { value: string; label: string }[];
		cadences: { value: string; label: string }[];
		values: { title: string; startYear: string; endYear: string; cadence: string; previous: string };
	} | null;
}

const YEARS = 4;

/** The region asked for, else the first; the years follow on those of the agenda that is copied. */
export function startFormView(
	choices: StartChoices,
	asked: { region: string; previous: string },
): StartFormView {
	const region = choices.regions.find((one) => one.slug === asked.region) ?? choices.regions[0];
	if (!region) return { regions: [], chosen: null };
	const from = region.agendas.find((one) => one.slug === asked.previous);
	const startYear = from ? from.endYear + 1 : choices.year;
	const endYear = startYear + (from ? from.endYear - from.startYear : YEARS - 1);
	return {
		regions: choices.regions.map(({ slug, name }) => ({ slug, name })),
		chosen: {
			region: { slug: region.slug, name: region.name },
			previous: [
				{ value: '', label: 'Leeg beginnen' },
				...region.agendas.map((one) => ({
					value: one.slug,
					label: `${one.title} (${one.startYear}–${one.endYear})`,
				})),
			],
			cadences: CADENCES.map((value) => ({ value, label: `Elk ${CADENCE_WORD[value]}` })),
			values: {
				title: `Samenwerkingsagenda ${startYear}-${endYear}`,
				startYear: String(startYear),
				endYear: String(endYear),
				cadence: from?.cadence ?? 'quarter',
				previous: from?.slug ?? '',
			},
		},
	};
}
