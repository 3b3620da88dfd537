import { viewReport } from '#lib/server/adoption/view-report.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { matrixCsv } from '#lib/server/reports/matrix-csv.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const slug = event.params.vaststelling;
	const report = respond(event, () => viewReport(event.locals.context, slug));
	return download(matrixCsv(report), `matrix-${slug}.csv`, 'text/csv; charset=utf-8');
};
