/** The list of adopted rounds with the documents that can be made from each. Pure. */
import { longDate, periodName, roundTitle } from '#lib/text/nl.ts';
import { reportQuery, WHOLE_REPORT, type ReportChoice } from '../reports/report-choice.view.ts';
import type { AdoptionLine, AdoptionPage } from './view-adoption.ts';

export interface AdoptionListLine {
	href: string;
	title: string;
	agenda: string;
	adopted: string;
	/** The first 12 characters of the SHA-256. */
	shortHash: string;
	documents: { href: string; label: string }[];
}

/** `names`: what each agenda is called where equal titles stand together, by its slug. */
export function adoptionListView(
	adoptions: readonly AdoptionLine[],
	names: ReadonlyMap<string, string> = new Map(),
): AdoptionListLine[] {
	return adoptions.map(({ slug, period, agendaSlug, agendaTitle, regionName, forum, adoptedOn, hash }) => ({
		href: `/rapporten/${slug}`,
		title: roundTitle(period),
		agenda: `${regionName}, ${names.get(agendaSlug) ?? agendaTitle}`,
		adopted: `Vastgesteld door het ${forum} op ${longDate(adoptedOn)}`,
		shortHash: hash.slice(0, 12),
		documents: [
			{ href: `/rapporten/${slug}`, label: 'Webpagina' },
			{ href: `/rapporten/${slug}/overzicht`, label: 'Overzicht' },
			{ href: `/rapporten/${slug}/rapport.pdf`, label: 'PDF' },
			{ href: `/rapporten/${slug}/matrix.csv`, label: 'Matrix (CSV)' },
			{ href: `/rapporten/${slug}/brieven`, label: 'Raadsbrieven' },
		],
	}));
}

/** Where one can go from a report; the correctie only for who may make one. */
export function adoptionLinks({
	slug,
	snapshot,
	siblings,
	mayAmend,
}: AdoptionPage): { href: string; label: string }[] {
	const before = siblings[siblings.findIndex((one) => one.slug === slug) - 1];
	return [
		{
			href: `/rapporten/${slug}/overzicht`,
			label: `Overzicht zoals vastgesteld op ${longDate(snapshot.adoptedOn)}`,
		},
		...(before
			? [
					{
						href: `/rapporten/vergelijken?van=${before.slug}&naar=${slug}`,
						label: `Vergelijk met ${periodName(before.period).toLowerCase()}`,
					},
				]
			: []),
		{ href: `/rapporten/${slug}/brieven`, label: 'Raadsbrieven' },
		...(mayAmend
			? [
					{ href: `/rapporten/${slug}/correctie`, label: 'Correctie vastleggen' },
					{ href: `/rapporten/${slug}/intrekken`, label: 'Vaststelling intrekken' },
				]
			: []),
	];
}

/** The files of an adoption besides its report as PDF, each of which is also made from what was frozen. */
export function adoptionFiles(
	slug: string,
	choice: ReportChoice = WHOLE_REPORT,
): { title: string; files: { href: string; label: string }[] }[] {
	const file = (name: string, label: string) => ({ href: `/rapporten/${slug}/${name}`, label });
	return [
		{
			title: 'Om in te werken',
			files: [
				file(`rapport.docx${reportQuery(choice)}`, 'Rapport als Word'),
				file(`rapport.odt${reportQuery(choice)}`, 'Rapport als ODT'),
				file('gegevens.xlsx', 'Gegevens als Excel'),
				file('gegevens.ods', 'Gegevens als ODS'),
			],
		},
		{
			title: 'Matrix op A3, zoals het model van 2019',
			files: [
				file('model-2019.pdf', 'Matrix als PDF'),
				file('model-2019.docx', 'Matrix als Word'),
				file('model-2019.odt', 'Matrix als ODT'),
				file('model-2019.pdf?vakken=peilmomenten', 'PDF met peilmomenten in de vakken'),
			],
		},
	];
}
