import { securityText } from '#lib/domain/site.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { viewSite } from '#lib/server/site/site-facts.ts';
import type { RequestHandler } from './$types';

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

export const GET: RequestHandler = ({ locals: { context } }) => {
	const text = securityText(viewSite(context), getRuntime().config.origin, context.now);
	return text === null
		? new Response('Er is nog geen adres ingevuld om een beveiligingslek te melden.\n', {
				status: 404,
				headers: TEXT,
			})
		: new Response(text, { headers: TEXT });
};
