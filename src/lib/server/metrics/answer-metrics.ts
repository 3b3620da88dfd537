/** The page that a monitor reads: only with the token of the settings, and as if it does not exist when there is none. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { countConnections } from '../http/event-stream.ts';
import { getRuntime } from '../runtime.ts';
import { systemContext } from '../system-context.ts';
import type { Context } from '../use-case.ts';
import { readFigures } from './read-figures.ts';

export async function answerMetrics(request: Request, { db, now }: Context): Promise<Response> {
	const { config, metrics } = getRuntime();
	if (config.metricsToken === null || metrics === null) error(404, 'Deze pagina bestaat niet.');
	if (!hasToken(request.headers.get('authorization'), config.metricsToken)) {
		return new Response('Geef het token uit METRICS_TOKEN mee: Authorization: Bearer <token>.\n', {
			status: 401,
			headers: { 'www-authenticate': 'Bearer', 'content-type': 'text/plain; charset=utf-8' },
		});
	}
	const context = systemContext({ db, now }, 'Meting');
	const { type, body } = await metrics.text(
		readFigures(context, { ...config, listeners: countConnections() }),
	);
	return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
}

/** Takes as long for any wrong token. */
export function hasToken(authorization: string | null, token: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
