import { answerMetrics } from '#lib/server/metrics/answer-metrics.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, locals }) => answerMetrics(request, locals.context);
