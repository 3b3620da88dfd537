import { viewMatrix } from '#lib/server/adoption/view-matrix.ts';
import { readChoice } from '#lib/server/agenda/overview-choice.view.ts';
import { DOCX_TYPE } from '#lib/server/documents/write-docx.ts';
import { heavyWork } from '#lib/server/heavy-work/heavy-work.ts';
import { download } from '#lib/server/http/download.ts';
import { inTurn } from '#lib/server/http/in-turn.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	inTurn(async () => {
		const slug = event.params.vaststelling;
		const { boxes } = readChoice(event.url.searchParams);
		const matrix = respond(event, () => viewMatrix(event.locals.context, slug, boxes));
		const content = await heavyWork('write-document', { document: matrix, format: 'docx' });
		return download(content, `matrix-model-2019-${slug}.docx`, DOCX_TYPE);
	});
