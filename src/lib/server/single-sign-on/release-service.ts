/** The way out when a service is down and nobody of an organisation can come in: the platformbeheerder stops obliging it. */
import { z } from 'zod';
import { command, query } from '../use-case.ts';
import { listObliging, listRegionsOf, releaseService as stopObliging } from './services.repo.ts';

const PLATFORM = { scope: { kind: 'platform' } } as const;

/** The organisations whose people may use no password. */
export const listObligingServices = query({
	name: 'platform.obliging-services',
	permission: 'platform.manage',
	input: z.object({}),
	subject: () => PLATFORM,
	run: ({ db }) => listObliging(db),
});

export const releaseService = command({
	name: 'platform.release-service',
	permission: 'platform.manage',
	input: z.object({ service: z.coerce.number().int().positive() }),
	subject({ db }, { service }) {
		const found = listObliging(db).find((one) => one.id === service);
		return found ? { ...PLATFORM, service: found } : null;
	},
	run({ db, record }, _input, subject) {
		const { id } = subject.service;
		stopObliging(db, subject, id);
		record({
			entity: 'sign-in-service',
			entityId: id,
			// The platform did it, and it is news for every region whose people may use a password again.
			regions: [null, ...listRegionsOf(db, id)],
			before: { obligatory: true },
			after: { obligatory: false },
		});
	},
});
