/** Good inputs for the use cases of the workbench. */
import { eq } from 'drizzle-orm';
import { item, status } from '#lib/server/db/schema.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import type { Example } from './examples.ts';
import { hasShared } from './world-shared.ts';
import { ITEM, type World } from './world.ts';

export const WORKBENCH_EXAMPLES: Record<string, Example> = {
	'round.view-workbench': ({ home }) => ({ round: home.rounds.open }),
	'status.confirm-many': ({ home }) => ({ round: home.rounds.open, items: `${ITEM.untouched}:0` }),
	'status.submit-many': (world) => ({
		round: world.home.rounds.open,
		items: [
			draftOf(world, 'adviser', 'untouched'),
			draftOf(world, 'coordinator', 'submitted'),
			...(hasShared(world) ? [draftOfShared(world)] : []),
		].join(' '),
	}),
};

/** A complete draft that this person wrote last; answers the item with its version. */
export function draftOf(
	world: World,
	who: 'coordinator' | 'adviser' | 'crossing',
	name: keyof typeof ITEM,
): string {
	const ref = { round: world.home.rounds.open, item: ITEM[name] };
	const version = name === 'untouched' ? 0 : 1;
	const saved = saveStatus(world.as(who), { ...ref, version, level: 'groen', narrative: 'Volgens plan.' });
	return `${ref.item}:${saved.version}`;
}

/** Everybody hands in what is their own, so who is of both regions needs a draft of an item that they lead. */
function draftOfShared(world: World): string {
	const { actor } = world.as('crossing');
	const authorId = actor.kind === 'person' ? actor.userId : 0;
	const draft = draftOf(world, 'crossing', 'returned');
	world.db.update(status).set({ state: 'draft' }).where(eq(status.authorId, authorId)).run();
	const saved = world.db.select().from(status).where(eq(status.authorId, authorId)).get();
	const leadId =
		actor.kind === 'person' ? actor.memberships.find(({ role }) => role === 'adviser')?.organisationId : null;
	world.db
		.update(item)
		.set({ leadId: leadId ?? null })
		.where(eq(item.id, saved?.itemId ?? 0))
		.run();
	return draft;
}
