import { json } from '@sveltejs/kit';
import { checkHealth } from '#lib/server/health/check-health.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => {
	const health = checkHealth(getRuntime().db);
	return json(health, {
		status: health.database === 'goed' ? 200 : 503,
		headers: { 'cache-control': 'no-store' },
	});
};
