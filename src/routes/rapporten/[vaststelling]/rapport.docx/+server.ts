import { viewReport } from '#lib/server/adoption/view-report.ts';
import { DOCX_TYPE, writeDocx } from '#lib/server/documents/write-docx.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { reportDocument } from '#lib/server/reports/report-document.view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const slug = event.params.vaststelling;
	const report = respond(event, () => viewReport(event.locals.context, slug));
	return download(await writeDocx(reportDocument(report)), `voortgangsrapportage-${slug}.docx`, DOCX_TYPE);
};
