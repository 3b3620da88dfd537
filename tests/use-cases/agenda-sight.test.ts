import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { viewSight } from '#lib/server/agenda/view-sight.ts';
import { agenda, membership, user } from '#lib/server/db/schema.ts';
import { emailOf, makeWorld } from '../support/world.ts';

test('who works in the REA of another region sees here what the role in this region shows', () => {
	const world = makeWorld();
	const ask = () => viewSight(world.as('adviser', 'away'), { agenda: world.home.agenda });
	const { db } = world;
	const find = (email: string) => db.select().from(user).where(eq(user.email, email)).get()?.id ?? 0;
	const reader = db
		.select()
		.from(membership)
		.where(eq(membership.userId, find(emailOf('reader', world.home.region))))
		.get();
	if (!reader) throw new Error('The test world has no reader');
	const { id: _id, ...columns } = reader;
	db.insert(membership)
		.values({ ...columns, userId: find(emailOf('adviser', world.away.region)) })
		.run();
	expect(ask()).toBe('adopted');
	expect(viewSight(world.as('adviser'), { agenda: world.home.agenda })).toBe('drafts');
	expect(viewSight(world.as('board'), { agenda: world.home.agenda })).toBe('submitted');
	expect(db.select().from(agenda).all().length).toBe(2);
});
