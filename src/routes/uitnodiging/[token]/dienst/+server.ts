import { error } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { fromWhere } from '#lib/server/http/entrance.ts';
import { readSentForm, STATUS } from '#lib/server/http/respond.ts';
import { setOff } from '#lib/server/http/trip-cookie.ts';
import { beginOffer } from '#lib/server/single-sign-on/begin-trip.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { dienst: service } = await readSentForm(event.request);
	try {
		const { address } = fromWhere(event);
		const { token } = event.params;
		setOff(event, beginOffer(event.locals.context, { token, service, address }));
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
		error(STATUS[failure.code], failure.message);
	}
};
