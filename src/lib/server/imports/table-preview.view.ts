/** What the importer made of a table, in words and rows for the page. */
import type { Level } from '#lib/domain/level.ts';
import type { AgendaTable } from '#lib/input/table-import/read-agenda-table.ts';
import { count, ITEM_KIND_WORD } from '#lib/text/nl.ts';

interface Around {
	/** Short names by slug. */
	organisations: ReadonlyMap<string, string>;
	columnWords: { value: string; label: string }[];
	fileName: string;
}

export interface PreviewItem {
	place: string;
	number: string;
	title: string;
	kind: string;
	lead: string;
	/** The trekker as it stands in the table, when the region does not have it; '' otherwise. */
	unknownLead: string;
	involved: string;
	unknownInvolved: string;
	level: Level | null;
	narrative: string;
	/** Oorzaak, gevolg and bijsturing, as far as they are filled in. */
	reasons: { label: string; text: string }[];
	/** How many of the rungs have a text. */
	goals: string;
}

export interface PreviewColumn {
	/** Of its field in the form. */
	name: string;
	heading: string;
	sample: string;
	chosen: string;
}

export type TablePreview = ReturnType<typeof tablePreview>;

export function tablePreview(reading: AgendaTable, { organisations, columnWords, fileName }: Around) {
	const { themes, findings, boxes } = reading;
	const items = themes.flatMap((theme) => theme.items);
	const errors = findings.filter(({ kind }) => kind === 'error');
	const warnings = findings.filter(({ kind }) => kind === 'warning');
	const nameOf = (slug: string) => organisations.get(slug) ?? slug;
	return {
		layouts: layoutsOf(reading),
		columnWords: [{ value: '', label: 'Niet gebruiken' }, ...columnWords],
		boxes,
		words: [
			count(themes.length, 'thema', "thema's"),
			count(items.length, 'agendapunt', 'agendapunten'),
			count(items.filter(({ level }) => level !== null).length, 'status', 'statussen'),
			count(
				items.filter(({ goals }) => goals !== null).length,
				'agendapunt met doelen',
				'agendapunten met doelen',
			),
		],
		themes: themes.map(({ name, items: rows }) => ({
			name,
			items: rows.map((item): PreviewItem => ({
				place: item.place,
				title: item.title,
				level: item.level,
				narrative: item.narrative,
				number: item.number === 0 ? '' : String(item.number),
				reasons: [
					{ label: 'Oorzaak', text: item.cause },
					{ label: 'Gevolg', text: item.consequence },
					{ label: 'Bijsturing', text: item.correction },
				].filter(({ text }) => text !== ''),
				kind: ITEM_KIND_WORD[item.kind],
				lead: item.lead === null ? '' : nameOf(item.lead),
				unknownLead: item.unknownLead,
				involved: item.involved.map(nameOf).join(', '),
				unknownInvolved: item.unknownInvolved.join(', '),
				goals:
					item.goals === null
						? ''
						: count(Object.values(item.goals).filter(Boolean).length, 'doel', 'doelen'),
			})),
		})),
		errors,
		warnings,
		unknown: reading.unknownOrganisations.map(({ name, places }) => ({
			name,
			where: `${places[0] ?? ''}${places.length > 1 ? ` en nog ${count(places.length - 1, 'plek', 'plekken')}` : ''}`,
		})),
		hasLevels: items.some(({ level, narrative }) => level !== null || narrative !== ''),
		...yearsIn(fileName),
		period:
			items.map(({ period }) => period.trim().toUpperCase()).find((one) => /^\d{4}-[KHJ]\d$/.test(one)) ?? '',
	};
}

/** Layouts whose columns nobody uses, such as those of a letterhead, are still shown, but last. */
function layoutsOf({ layouts, columns }: AgendaTable): { isUsed: boolean; columns: PreviewColumn[] }[] {
	return layouts
		.map(({ headings, samples }, layout) => ({
			isUsed: columns[layout]?.includes('title') ?? false,
			columns: headings.map((heading, index) => ({
				name: `kolom-${layout}-${index}`,
				heading: heading.replaceAll(/\s+/g, ' '),
				sample: shortened(samples[index] ?? ''),
				chosen: columns[layout]?.[index] ?? '',
			})),
		}))
		.sort((a, b) => Number(b.isUsed) - Number(a.isUsed));
}

function shortened(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ');
	return line.length > 50 ? `${line.slice(0, 49).toWellFormed()}…` : line;
}

/** The years that a name such as "agenda 2019-2022.docx" gives; '' when it gives none. */
function yearsIn(name: string): { startYear: string; endYear: string } {
	const [, startYear = '', endYear = ''] = /(20\d\d)\D{1,5}(20\d\d)/.exec(name) ?? [];
	return { startYear, endYear };
}
