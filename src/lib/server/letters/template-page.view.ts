/** The page on which a gemeente says how its letter is built, and the list of those pages. Pure. */
import { FIXED_FIELDS, SECTION_FILLS } from '#lib/domain/letter-section.ts';
import { FILL_WORD, findLetterModel, LETTER_MODELS } from '#lib/text/letters.ts';
import type { TemplateList, TemplatePage } from './letter-templates.ts';

export interface SectionRow {
	id: string;
	heading: string;
	fill: string;
}

export type TemplatePageView = ReturnType<typeof templatePageView>;

/** `model` fills the form with a model to start from; nothing is saved by that. */
export function templatePageView(
	{ region, organisation, isSaved, version, template }: TemplatePage,
	model: string,
) {
	const chosen = findLetterModel(model);
	const { kind, sections } = chosen ?? template;
	return {
		isSaved,
		version,
		kind,
		gemeente: organisation.name,
		region: region.name,
		path: `/beheer/brieven/${region.slug}/${organisation.slug}`,
		letterheads: `/beheer/briefpapier/${region.slug}/${organisation.slug}`,
		isFromModel: chosen !== null,
		sections: sections.map(({ id, heading, fill }): SectionRow => ({ id, heading, fill })),
		fixed: FIXED_FIELDS.map((key) => ({
			key,
			label: FILL_WORD[key],
			value: template.fields[key] ?? '',
		})),
		fills: SECTION_FILLS.map((value) => ({ value, label: FILL_WORD[value] })),
		models: LETTER_MODELS.map(({ code, kind: label, source }) => ({ code, label, source })),
	};
}

export interface TemplateLine {
	href: string;
	gemeente: string;
	kind: string;
	about: string;
}

/** Per region, by its name. */
export function templateListView(list: TemplateList): { region: string; lines: TemplateLine[] }[] {
	const lines = list.map(({ region, organisation, template }) => ({
		region: region.name,
		line: {
			href: `/beheer/brieven/${region.slug}/${organisation.slug}`,
			gemeente: organisation.name,
			kind: template?.kind ?? LETTER_MODELS[0].kind,
			about:
				template === null
					? 'Nog geen eigen sjabloon: volgt het model'
					: `Eigen sjabloon met ${template.sections.length} onderdelen`,
		},
	}));
	return [...Map.groupBy(lines, ({ region }) => region)].map(([region, own]) => ({
		region,
		lines: own.map(({ line }) => line),
	}));
}
