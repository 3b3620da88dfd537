import { viewReport } from '#lib/server/adoption/view-report.ts';
import { DOCX_TYPE } from '#lib/server/documents/write-docx.ts';
import { heavyWork } from '#lib/server/heavy-work/heavy-work.ts';
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
		const content = await heavyWork('write-document', { document: reportDocument(report), format: 'docx' });
		return download(content, reportFileName(slug, choice, 'docx'), DOCX_TYPE);
	});
