/** The report of one adopted round: one view for the page, the PDF and the spreadsheet. */
import { WHOLE_REPORT, type ReportChoice } from '../reports/report-choice.view.ts';
import { reportView, type ReportView } from '../reports/report.view.ts';
import type { Context } from '../use-case.ts';
import { viewAdoption, type AdoptionPage } from './view-adoption.ts';

/** `slug` is that of the adopted round. Throws `not-found` when the person may not see it. */
export function viewReport(context: Context, slug: string, choice: ReportChoice = WHOLE_REPORT): ReportView {
	return reportOf(viewAdoption(context, { round: slug }), choice);
}

export function reportOf(
	{ snapshot, hash, amendments, meetings }: AdoptionPage,
	choice: ReportChoice = WHOLE_REPORT,
): ReportView {
	const { period, adoptedOn, forum, facts } = snapshot;
	const { abbreviations = [], writtenProcedure = null } = snapshot;
	return reportView(
		facts,
		{ period, adoptedOn, forum, hash },
		{ amendments, meetings, abbreviations, writtenProcedure },
		choice,
	);
}
