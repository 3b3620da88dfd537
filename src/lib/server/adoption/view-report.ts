/** The report of one adopted round: one view for the page, the PDF and the spreadsheet. */
import { reportView, type ReportView } from '../reports/report.view.ts';
import type { Context } from '../use-case.ts';
import { viewAdoption, type AdoptionPage } from './view-adoption.ts';

/** `slug` is that of the adopted round. Throws `not-found` when the person may not see it. */
export function viewReport(context: Context, slug: string): ReportView {
	return reportOf(viewAdoption(context, { round: slug }));
}

export function reportOf({ snapshot, hash, amendments }: AdoptionPage): ReportView {
	const { period, adoptedOn, forum, facts } = snapshot;
	const { meetings = [] } = snapshot;
	return reportView(facts, { period, adoptedOn, forum, hash }, { amendments, meetings });
}
