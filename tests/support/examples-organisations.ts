/** Good inputs for the use cases about the organisations of a region. */
import { eq } from 'drizzle-orm';
import { organisation, publicBody, regionOrganisation } from '#lib/server/db/schema.ts';
import { organisationId } from './examples-editing.ts';
import { regionIdOf } from './examples-people.ts';
import type { Example } from './examples.ts';
import type { World } from './world.ts';

const refOf = ({ home }: World, slug: string) => ({ region: home.region, organisation: slug });
const changeOf = (world: World, slug: string) => ({ ...refOf(world, slug), version: 1 });

export const ORGANISATION_EXAMPLES: Record<string, Example> = {
	'organisation.end': (world) => ({ ...changeOf(world, 'bee'), on: '2021-01-01' }),
	'organisation.link': (world) => {
		addBody(world, 'Gemeente Bee');
		return changeOf(world, 'bee');
	},
	'organisation.merge': (world) => ({ ...changeOf(world, 'bee'), into: 'aa', intoVersion: 1 }),
	'organisation.rename': (world) => ({
		...changeOf(world, 'bee'),
		name: 'Gemeente Bee en Dal',
		shortName: 'Bee en Dal',
		kind: 'gemeente',
		from: '2021-01-01',
		code: 'GM0001',
	}),
	'organisation.resume': (world) => {
		endOrganisationRow(world, 'bee');
		return changeOf(world, 'bee');
	},
	'organisation.unlink': (world) => changeOf(world, 'bee'),
	'organisation.view': (world) => ({ ...refOf(world, 'bee'), into: 'aa' }),
	'public-body.edit': (world) => ({
		body: addSharedBody(world),
		version: 1,
		name: 'GGD Midden',
		kind: 'ggd',
		code: '',
	}),
	'public-body.list': () => ({}),
	'region.add-organisation': ({ home }) => ({
		region: home.region,
		name: 'GGD regio',
		shortName: 'GGD',
		kind: 'ggd',
	}),
	'region.add-organisations': ({ home }) => ({
		region: home.region,
		rows: [{ line: 1, name: 'GGD regio', shortName: 'GGD', kind: 'ggd', same: false }],
	}),
	'region.check-organisations': ({ home }) => ({ region: home.region, list: 'GGD regio' }),
	'region.list-organisations': ({ home }) => ({ region: home.region }),
	'region.list-with-organisations': () => ({}),
};

/** What an organisation is outside the regions; answers its id. */
export function addBody({ db, now }: World, name: string): number {
	return db
		.insert(publicBody)
		.values({ name, kind: 'gemeente', createdAt: now })
		.returning({ id: publicBody.id })
		.get().id;
}

/** One that two organisations of the home region point to. */
export function addSharedBody(world: World): number {
	const id = addBody(world, 'GGD');
	for (const slug of ['aa', 'bee'])
		world.db
			.update(organisation)
			.set({ publicBodyId: id })
			.where(eq(organisation.id, organisationId(world, slug)))
			.run();
	return id;
}

export function endOrganisationRow(world: World, slug: string): void {
	world.db.$client
		.prepare('UPDATE region_organisation SET ended_on = ? WHERE region_id = ? AND organisation_id = ?')
		.run('2021-01-01', regionIdOf(world), organisationId(world, slug));
}

/** How an organisation of the home region takes part. */
export function participationOf({ db, ...world }: World, slug: string) {
	return db
		.select()
		.from(regionOrganisation)
		.where(eq(regionOrganisation.organisationId, organisationId({ db, ...world }, slug)))
		.get();
}
