import { redirect } from '@sveltejs/kit';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { manageView } from '#lib/server/agenda-editing/manage.view.ts';
import { moveItem } from '#lib/server/agenda-editing/move-item.ts';
import { moveTheme } from '#lib/server/agenda-editing/move-theme.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	agenda: respond(event, () => manageView(manageAgenda(event.locals.context, event.params))),
	/** Kept after a move, since a new order often takes several. */
	reason: event.url.searchParams.get('reden') ?? '',
});

export const actions: Actions = {
	/** `zet` is "thema:jonge-kind:2" or "punt:jonge-kind-3:0". */
	verplaatsen: (event) =>
		act(event, (fields) => {
			const { agenda } = event.params;
			const [kind, name, to] = (fields['zet'] ?? '').split(':');
			if (kind === 'thema') moveTheme(event.locals.context, { ...fields, agenda, theme: name, to });
			else moveItem(event.locals.context, { ...fields, agenda, item: name, to });
			const reason = fields['reason'] ? `?reden=${encodeURIComponent(fields['reason'])}` : '';
			redirect(303, `/beheer/agenda/${agenda}${reason}#${kind}-${name}`);
		}),
};
