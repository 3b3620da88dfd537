/** Signing out of the service as well, after signing out here. */
import { z } from 'zod';
import { query, type Context } from '../use-case.ts';
import { ServiceFailure, type ServiceSettings } from './sign-in-port.ts';
import type { Station } from './travel.ts';
import { findService } from './trips.repo.ts';

/** Null when there is no such service that is on. */
export const viewFarewell = query({
	name: 'sign-in-service.view-farewell',
	permission: 'public',
	input: z.object({ service: z.coerce.number().int().positive() }),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, box }, { service: id }): ServiceSettings | null {
		const { service } = findService(db, id) ?? {};
		const secret = service?.active ? (box?.open(service.secret) ?? null) : null;
		if (!service || secret === null) return null;
		const { issuer, clientId, authMethod } = service;
		return { issuer, clientId, secret, authMethod };
	},
});

/** Where a browser signs out of this service; null when it has no such address or does not answer. */
export async function farewell(
	context: Context,
	{ port, origin }: Station,
	service: string,
): Promise<string | null> {
	const settings = /^\d{1,9}$/.test(service) ? viewFarewell(context, { service }) : null;
	if (settings === null) return null;
	try {
		return await port.leave(settings, `${origin}/inloggen`);
	} catch (failure) {
		if (!(failure instanceof ServiceFailure)) throw failure;
		return null;
	}
}
