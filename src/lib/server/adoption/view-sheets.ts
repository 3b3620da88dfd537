/** The figures and texts of one adopted round as sheets, from what was frozen. */
import { factsOfRound } from '#lib/domain/archive.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Sheet } from '../documents/sheet.ts';
import { reportSheets } from '../reports/report-sheets.ts';
import type { Context } from '../use-case.ts';
import { viewAdoption } from './view-adoption.ts';
import { reportOf } from './view-report.ts';

/** `slug` is that of the adopted round. Throws `not-found` when the person may not see it. */
export function viewSheets(context: Context, slug: string): { sheets: Sheet[]; adoptedOn: Day } {
	const adoption = viewAdoption(context, { round: slug });
	const { facts, period, adoptedOn } = adoption.snapshot;
	return { sheets: reportSheets(reportOf(adoption), factsOfRound(facts, period)), adoptedOn };
}
