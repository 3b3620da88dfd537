import { viewReport } from '#lib/server/adoption/view-report.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { toPdf } from '#lib/server/reports/report-pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const slug = event.params.vaststelling;
	const report = respond(event, () => viewReport(event.locals.context, slug));
	return download(await toPdf(report), `voortgangsrapportage-${slug}.pdf`, 'application/pdf');
};
