/** Good inputs for the use cases of mail and of the start page, and mails to begin with. */
import { eq } from 'drizzle-orm';
import { mail, region, user } from '#lib/server/db/schema.ts';
import type { Example } from './examples.ts';
import { emailOf, type CastName, type World } from './world.ts';

export const MAIL_EXAMPLES: Record<string, Example> = {
	'account.choose-mail': () => ({ 'round-opened': 'on' }),
	'account.mail-preferences': () => ({}),
	'mail.claim': () => ({}),
	'mail.is-waiting': () => ({}),
	'mail.list': () => ({}),
	'mail.note-trouble': () => ({ problem: 'De mailserver is niet bereikbaar.' }),
	'mail.put-aside': (world) => ({ mail: addMailRow(world) }),
	'mail.queue-reminders': () => ({}),
	'mail.retry': (world) => ({ mail: addMailRow(world, { problem: 'Adres onbekend.' }) }),
	'mail.write-outcome': (world) => ({ mail: addMailRow(world), outcome: 'sent', problem: '' }),
	'todo.list': () => ({}),
};

/** A mail to somebody of the home region that waits, unless it is said otherwise. */
export function addMailRow(
	world: World,
	overrides: Partial<typeof mail.$inferInsert> = {},
	who: CastName = 'adviser',
): number {
	const { db, home, now } = world;
	const address = emailOf(who, home.region);
	const userId = db.select().from(user).where(eq(user.email, address)).get()?.id ?? null;
	const regionId = db.select().from(region).where(eq(region.slug, home.region)).get()?.id ?? null;
	const key = `test:${db.select().from(mail).all().length}`;
	return db
		.insert(mail)
		.values({
			key,
			regionId,
			userId,
			address,
			kind: 'round-opened',
			createdAt: now,
			subject: 'Kwartaal 4 is open',
			text: 'Tekst',
			html: '<p>Tekst</p>',
			...overrides,
		})
		.returning({ id: mail.id })
		.get().id;
}
