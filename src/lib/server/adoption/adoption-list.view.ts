/** The list of adopted rounds with the documents that can be made from each. Pure. */
import { longDate, periodName, roundTitle } from '#lib/text/nl.ts';
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

export function adoptionListView(adoptions: readonly AdoptionLine[]): AdoptionListLine[] {
	return adoptions.map(({ slug, period, agendaTitle, regionName, forum, adoptedOn, hash }) => ({
		href: `/rapporten/${slug}`,
		title: roundTitle(period),
		agenda: `${regionName}, ${agendaTitle}`,
		adopted: `Vastgesteld in het ${forum} van ${longDate(adoptedOn)}`,
		shortHash: hash.slice(0, 12),
		documents: [
			{ href: `/rapporten/${slug}`, label: 'Webpagina' },
			{ href: `/rapporten/${slug}/overzicht`, label: 'Overzicht' },
			{ href: `/rapporten/${slug}/rapport.pdf`, label: 'PDF' },
			{ href: `/rapporten/${slug}/matrix.csv`, label: 'Matrix (CSV)' },
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
		...(mayAmend ? [{ href: `/rapporten/${slug}/correctie`, label: 'Correctie vastleggen' }] : []),
	];
}
