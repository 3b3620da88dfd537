import { viewReport } from '#lib/server/adoption/view-report.ts';
import { ODT_TYPE, writeOdt } from '#lib/server/documents/write-odt.ts';
import { download } from '#lib/server/http/download.ts';
import { inTurn } from '#lib/server/http/in-turn.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { reportDocument } from '#lib/server/reports/report-document.view.ts';
import { readReportChoice, reportFileName } from '#lib/server/reports/report-choice.view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	inTurn(() => {
		const slug = event.params.vaststelling;
		const choice = readReportChoice(event.url.searchParams);
		const report = respond(event, () => viewReport(event.locals.context, slug, choice));
		return download(writeOdt(reportDocument(report)), reportFileName(slug, choice, 'odt'), ODT_TYPE);
	});
