import { viewReport } from '#lib/server/adoption/view-report.ts';
import { DOCX_TYPE, writeDocx } from '#lib/server/documents/write-docx.ts';
import { download } from '#lib/server/http/download.ts';
import { inTurn } from '#lib/server/http/in-turn.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { reportDocument } from '#lib/server/reports/report-document.view.ts';
import { readReportChoice, reportFileName } from '#lib/server/reports/report-choice.view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	inTurn(async () => {
		const slug = event.params.vaststelling;
		const choice = readReportChoice(event.url.searchParams);
		const report = respond(event, () => viewReport(event.locals.context, slug, choice));
		return download(await writeDocx(reportDocument(report)), reportFileName(slug, choice, 'docx'), DOCX_TYPE);
	});
