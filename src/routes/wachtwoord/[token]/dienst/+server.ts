import { error, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { STATUS } from '#lib/server/http/respond.ts';
import { writeTripCookie } from '#lib/server/http/trip-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { beginInvitation } from '#lib/server/single-sign-on/begin-trip.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request, cookies }) => {
	const service = (await request.formData()).get('dienst');
	try {
		const state = beginInvitation(locals.context, { token: params.token, service });
		writeTripCookie(cookies, getRuntime().config.origin, state);
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
		error(STATUS[failure.code], failure.message);
	}
	redirect(303, '/inloggen/vertrek');
};
