/** What a merge of two organisations moves, what stays behind, and what stands in its way. Pure. */
import { count } from '#lib/text/nl.ts';
import type { LiveWork, Obstacles } from './merge.repo.ts';
import type { OrganisationPage } from './view-organisation.ts';

export interface MergeView {
	target: { slug: string; name: string; version: number };
	/** One line per kind of thing that moves. */
	moves: string[];
	stays: string[];
	/** Why it cannot be done now; empty when it can. */
	obstacles: string[];
}

interface Names {
	from: string;
	into: string;
}

/** Whole sentences that say what to do first. */
export function obstacleSentences(obstacles: Obstacles, { from, into }: Names): string[] {
	const { accords, contributionsOfBoth, lettersUnderWay, hasService, intoObliges } = obstacles;
	return [
		...(hasService
			? [`${from} heeft een inlogdienst die aanstaat. Zet die eerst uit bij Inlogdiensten.`]
			: []),
		...(intoObliges
			? [
					`${into} laat mensen alleen binnen via de eigen inlogdienst. Wie van ${from} komt, kan dan niet meer inloggen. Zet die plicht eerst uit bij Inlogdiensten.`,
				]
			: []),
		...(accords > 0
			? [`${from} gaf een standpunt in een vergadering die nog niet klaar is. Sluit die vergadering eerst.`]
			: []),
		...(contributionsOfBoth > 0
			? [
					`${from} en ${into} schreven allebei een bijdrage bij ${count(contributionsOfBoth, 'agendapunt', 'agendapunten')} van een peilmoment dat nog niet is vastgesteld. Stel dat peilmoment eerst vast.`,
				]
			: []),
		...(lettersUnderWay > 0
			? [
					`Van ${from} ${lettersUnderWay === 1 ? 'ligt 1 raadsbrief' : `liggen ${lettersUnderWay} raadsbrieven`} bij het college. Rond die eerst af.`,
				]
			: []),
	];
}

export function mergeView(page: OrganisationPage): MergeView | null {
	const { merge, people, organisation } = page;
	if (!merge) return null;
	const { target, work, obstacles, paper, targetPaper } = merge;
	const takesTemplate = paper.template !== null && targetPaper.template === null;
	return {
		target: { slug: target.slug, name: target.name, version: target.version },
		moves: movedLines(work, people.length, takesTemplate),
		stays: [
			'Alles wat al is vastgesteld, met de oude naam.',
			'Afgesloten agenda’s, vergaderingen die zijn geweest en besluiten die klaar zijn.',
			...(paper.template !== null && !takesTemplate
				? [`Het model van de raadsbrief van ${organisation.name}: ${target.name} heeft een eigen model.`]
				: []),
			...(paper.letterheads > 0
				? [`Het briefpapier van ${organisation.name}: zet zo nodig nieuw briefpapier klaar.`]
				: []),
		],
		obstacles: obstacleSentences(obstacles, { from: organisation.name, into: target.name }),
	};
}

function movedLines(work: LiveWork, people: number, takesTemplate: boolean): string[] {
	const lines = [
		[people, count(people, 'persoon, met rol', 'mensen, met hun rollen')],
		[work.leads.length, `trekker van ${count(work.leads.length, 'agendapunt', 'agendapunten')}`],
		[work.involved.length, `betrokken bij ${count(work.involved.length, 'agendapunt', 'agendapunten')}`],
		[work.actions.length, count(work.actions.length, 'actie die nog loopt', 'acties die nog lopen')],
		[work.decisions.length, count(work.decisions.length, 'open besluit', 'open besluiten')],
		[
			work.contributions.length,
			count(
				work.contributions.length,
				'bijdrage die nog niet is vastgesteld',
				'bijdragen die nog niet zijn vastgesteld',
			),
		],
		[
			work.notes.length,
			count(work.notes.length, 'tekst van een lopende agenda', 'teksten van lopende agenda’s'),
		],
		[
			work.meetings.length,
			`deelnemer aan ${count(work.meetings.length, 'komende vergadering', 'komende vergaderingen')}`,
		],
		[takesTemplate ? 1 : 0, 'het model van de raadsbrief'],
	] as const;
	return lines.flatMap(([amount, line]) => (amount > 0 ? [line] : []));
}
