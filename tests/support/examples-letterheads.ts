/** Good inputs for the use cases about a gemeente's own letterhead. */
import { letterhead, storedFile } from '#lib/server/db/schema.ts';
import type { Example } from './examples.ts';
import { organisationId } from './examples-editing.ts';
import type { World } from './world.ts';

const owner = ({ home }: World) => ({ region: home.region, organisation: 'bee' });
const HASH = 'cd'.repeat(32);
const move = (world: World) => ({ ...owner(world), letterhead: addLetterheadRow(world), version: 1 });

export const LETTERHEAD_EXAMPLES: Record<string, Example> = {
	'letterhead.add': (world) => ({
		...owner(world),
		hash: HASH,
		name: 'briefpapier.docx',
		format: 'docx',
		size: 1000,
	}),
	'letterhead.example': () => ({ format: 'odt' }),
	'letterhead.list': owner,
	'letterhead.remove': move,
	'letterhead.use': move,
	'letterhead.view': (world) => ({ ...owner(world), letterhead: addLetterheadRow(world) }),
};

/** One of gemeente Bee that nobody has put to use yet, without its bytes on a disk. */
export function addLetterheadRow(world: World, hash = HASH): number {
	const { db, now } = world;
	const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
	const fileId = db
		.insert(storedFile)
		.values({ regionId: 1, hash, name: 'briefpapier.docx', type, size: 1000, createdAt: now })
		.returning({ id: storedFile.id })
		.get().id;
	return db
		.insert(letterhead)
		.values({
			regionId: 1,
			organisationId: organisationId(world, 'bee'),
			format: 'docx',
			fileId,
			createdAt: now,
		})
		.returning({ id: letterhead.id })
		.get().id;
}
