import { json } from '@sveltejs/kit';
import { load } from '#lib/server/http/respond.ts';
import { workCard } from '#lib/server/rounds/workbench.view.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import type { RequestHandler } from './$types';

/** What the server has of one item, for a page that wonders whether text in the browser was saved. */
export const GET: RequestHandler = (event) => {
	const { context } = event.locals;
	const ref = { round: event.params.peilmoment, item: event.params.punt };
	const card = load(event, () => workCard(viewStatus(context, ref), context.actor));
	const label = `${card.theme} ${card.number}: ${card.name} (${card.roundTitle})`;
	return json({ typed: card.typed, mayWrite: card.mayWrite, label });
};
