/** What the beheerder sees of the sign-in services of organisations. Never the secret, sealed or not. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { ServiceRef } from '#lib/input/single-sign-on.ts';
import { query } from '../use-case.ts';
import { isInCharge } from './service-rules.ts';
import {
	countLinked,
	findServiceSubject,
	listServices,
	type ListedService,
	type Service,
} from './services.repo.ts';

/** The organisations of the regions that this person is beheerder of; empty for everybody else. */
export const listSignInServices = query({
	name: 'sign-in-service.list',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }): ListedService[] {
		const ids = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const manages = (regionId: number) =>
			may(actor, 'region.manage', { kind: 'region', regionId, organisationIds: [] });
		return listServices(db, [...new Set(ids)].filter(manages));
	},
});

export interface ServicePage {
	organisation: { slug: string; name: string };
	/** False when other regions have a say too: then this person only looks. */
	mayChange: boolean;
	regionNames: string[];
	service: Omit<Service, 'secret'> | null;
	people: number;
	/** How many of them are tied to the service. */
	linked: number;
}

export const viewService = query({
	name: 'sign-in-service.view',
	permission: 'region.manage',
	input: ServiceRef,
	subject: ({ db }, input) => findServiceSubject(db, input),
	run({ db, actor }, _input, subject): ServicePage {
		const { organisation, regions, service } = subject;
		const { secret: _secret, ...shown } = service ?? { secret: '' };
		return {
			organisation: { slug: organisation.slug, name: organisation.name },
			mayChange: isInCharge(subject, actor),
			regionNames: regions.map((one) => one.name),
			service: 'id' in shown ? shown : null,
			...countLinked(db, organisation.id),
		};
	},
});
