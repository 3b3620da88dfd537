/** Reading adoptions: the list a person may see, and one as it was frozen. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { query } from '../use-case.ts';
import { findAdoption, listAdoptionsOf } from './adoption.repo.ts';
import { readSnapshot } from './snapshot.ts';

/** Newest first. */
export const listAdoptions = query({
	name: 'adoption.list',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		return listAdoptionsOf(
			db,
			[...new Set(regionIds)].filter((regionId) => sightOf(actor, regionId) !== null),
		);
	},
});

export type AdoptionLine = ReturnType<typeof listAdoptions>[number];

/** Throws (as a fault, not an answer) when the snapshot no longer has the hash it was adopted with. */
export const viewAdoption = query({
	name: 'adoption.view',
	permission: 'adopted.read',
	input: RoundRef,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run(_context, _input, adoption) {
		const { slug, hash, agendaSlug } = adoption;
		return { slug, hash, agendaSlug, snapshot: readSnapshot(adoption.snapshot, hash) };
	},
});
