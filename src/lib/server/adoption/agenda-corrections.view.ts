/** Correcties on the pages that show adopted rounds from the live tables: the overview and the page of an item. Pure. */
import type { AgendaFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { roundCode } from '#lib/text/nl.ts';
import { correctedUntil, correctionViews } from '../reports/report-corrections.view.ts';
import type { CorrectionView } from '../reports/report-model.ts';
import type { AgendaAdoptions } from './view-adoption.ts';

export interface RoundCorrections {
	/** "Met correcties tot en met 3 december 2020". */
	heading: string;
	lines: { href: string; label: string; summary: string }[];
}

type Amendments = AgendaAdoptions['amendments'];

/** Null when the round was not adopted, or has no correcties. */
export function roundCorrections(
	facts: AgendaFacts,
	amendments: Amendments,
	period: Period | null,
): RoundCorrections | null {
	const own = amendments.filter((one) => one.period === period);
	const heading = correctedUntil(own);
	const views = correctionViews(facts, own);
	if (heading === null) return null;
	return {
		heading,
		lines: own.map(({ slug, itemRef }, index) => ({
			href: `/rapporten/${slug}#${itemRef === null ? 'correcties' : `punt-${itemRef}`}`,
			label: views[index]?.item ?? '',
			summary: views[index]?.summary ?? '',
		})),
	};
}

/** The correcties of one item by the code of their round, "2020-K3". */
export function itemCorrectionsByRound(
	facts: AgendaFacts,
	amendments: Amendments,
	ref: string,
): Partial<Record<string, CorrectionView[]>> {
	const own = amendments.filter((one) => one.itemRef === ref);
	const rounds = Map.groupBy(own, (one) => roundCode(one.period));
	return Object.fromEntries([...rounds].map(([round, list]) => [round, correctionViews(facts, list)]));
}
