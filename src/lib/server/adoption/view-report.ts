/** The report of one adopted round: one view for the page, the PDF and the spreadsheet. */
import { reportView, type ReportView } from '../reports/report.view.ts';
import type { Context } from '../use-case.ts';
import { viewAdoption } from './view-adoption.ts';

/** `slug` is that of the adopted round. Throws `not-found` when the person may not see it. */
export function viewReport(context: Context, slug: string): ReportView {
	const { snapshot, hash } = viewAdoption(context, { round: slug });
	const { period, adoptedOn, forum } = snapshot;
	return reportView(snapshot.facts, { period, adoptedOn, forum, hash });
}
