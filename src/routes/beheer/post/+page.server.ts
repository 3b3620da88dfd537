import { redirect } from '@sveltejs/kit';
import { act, load as respond, orRefuse } from '#lib/server/http/respond.ts';
import { putMailAside, retryMail } from '#lib/server/mail/handle-mail.ts';
import { listMails, MOST_MAILS } from '#lib/server/mail/list-mails.ts';
import { outboxView } from '#lib/server/mail/outbox.view.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = { opnieuw: 'De mail wordt opnieuw verstuurd.', weg: 'De mail is afgehandeld.' };

export const load: PageServerLoad = (event) => {
	const { searchParams } = event.url;
	const done = searchParams.get('toon') === 'klaar';
	const outbox = respond(event, () => orRefuse(listMails(event.locals.context, { done })));
	const { config, demo, sendsMail } = getRuntime();
	const said = searchParams.get('gedaan');
	return {
		outbox: outboxView(outbox, { origin: config.origin, sendsMail, demo }, MOST_MAILS),
		said: said === 'opnieuw' || said === 'weg' ? DONE[said] : null,
	};
};

export const actions: Actions = {
	opnieuw: (event) =>
		act(event, (fields) => {
			retryMail(event.locals.context, fields);
			redirect(303, '/beheer/post?gedaan=opnieuw');
		}),
	weg: (event) =>
		act(event, (fields) => {
			putMailAside(event.locals.context, fields);
			redirect(303, '/beheer/post?gedaan=weg');
		}),
};
