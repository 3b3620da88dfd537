/** What stands beside the form of a status: what partners say, and what the status is based on. */
import { contributionsView } from '../contributions/contributions.view.ts';
import { listContributions } from '../contributions/list-contributions.ts';
import type { Context } from '../use-case.ts';
import { listSources } from './list-sources.ts';
import { sourcesView } from './sources.view.ts';

export function statusPanels(context: Context, ref: { round: string; item: string }) {
	return {
		contributions: contributionsView(listContributions(context, ref)),
		sources: sourcesView(listSources(context, ref)),
	};
}
