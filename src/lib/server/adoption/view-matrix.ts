/** The table of the 2019 model of one adopted round, from what was frozen: one document for PDF, Word and OpenDocument. */
import { factsOfRound } from '#lib/domain/archive.ts';
import { matrixView } from '../agenda/matrix.view.ts';
import { NO_CHOICE, type OverviewChoice } from '../agenda/overview-choice.view.ts';
import type { TextDocument } from '../documents/document-model.ts';
import { matrixDocument } from '../reports/matrix-document.view.ts';
import type { Context } from '../use-case.ts';
import { viewAdoption, type AdoptionPage } from './view-adoption.ts';
import { reportOf } from './view-report.ts';

/** `slug` is that of the adopted round; `boxes` what the boxes 1 to 4 are. Throws `not-found` when the person may not see it. */
export function viewMatrix(
	context: Context,
	slug: string,
	boxes: OverviewChoice['boxes'] = 'levels',
): TextDocument {
	return matrixOf(viewAdoption(context, { round: slug }), boxes);
}

export function matrixOf(adoption: AdoptionPage, boxes: OverviewChoice['boxes']): TextDocument {
	const { period, adoptedOn, facts: frozen } = adoption.snapshot;
	const facts = factsOfRound(frozen, period);
	const round = facts.rounds.find((one) => one.period === period) ?? {
		period,
		adoptedOn,
		state: 'adopted' as const,
		discussedOn: null,
	};
	return matrixDocument(
		reportOf(adoption),
		matrixView(facts, facts.themes, round, { ...NO_CHOICE, period, view: 'matrix', boxes }),
		adoption.snapshot.abbreviations,
	);
}
