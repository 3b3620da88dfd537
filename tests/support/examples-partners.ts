/** Good inputs for the use cases about what partners say and what a status is based on. */
import { and, eq } from 'drizzle-orm';
import { item, source, statusRound, storedFile, theme } from '#lib/server/db/schema.ts';
import type { Example } from './examples.ts';
import { organisationId } from './examples-editing.ts';
import { ITEM, type World } from './world.ts';

const place = ({ home }: World) => ({ round: home.rounds.open, item: ITEM.untouched });
const HASH = 'ab'.repeat(32);

export const PARTNER_EXAMPLES: Record<string, Example> = {
	'contribution.grid': ({ home }) => ({ round: home.rounds.open }),
	'contribution.list': place,
	'contribution.save': (world) => ({
		...place(world),
		organisation: organisationId(world, 'rbl'),
		version: 0,
		level: 'groen',
		narrative: 'Bij ons gaat het goed.',
	}),
	'file.open': (world) => ({
		file: addFileRow(world, { round: world.home.rounds.adopted, item: ITEM.untouched }).fileId,
	}),
	'source.add-file': (world) => ({
		...place(world),
		fileTitle: '',
		hash: HASH,
		name: 'verslag.pdf',
		type: 'pdf',
		size: 1000,
	}),
	'source.add-link': (world) => ({ ...place(world), title: 'Verslag', url: 'https://www.voorbeeld.nl/a' }),
	'source.check-file': (world) => ({ ...place(world), fileTitle: '' }),
	'source.list': place,
	'source.list-of-item': ({ home }) => ({ agenda: home.agenda, item: ITEM.untouched }),
	'source.remove': (world) => ({
		...place(world),
		source: addLinkRow(world, place(world)),
		version: 1,
	}),
};

interface Place {
	round: string;
	item: string;
}

function idsOf({ db }: World, { round, item: ref }: Place) {
	const found = db.select().from(statusRound).where(eq(statusRound.slug, round)).get();
	const [, code = '', number] = /^(.*)-(\d+)$/.exec(ref) ?? [];
	const row = db
		.select({ id: item.id })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(
			and(eq(item.agendaId, found?.agendaId ?? 0), eq(theme.code, code), eq(item.number, Number(number))),
		)
		.get();
	return { roundId: found?.id ?? 0, itemId: row?.id ?? 0 };
}

export function addLinkRow(world: World, at: Place, title = 'Een link'): number {
	return world.db
		.insert(source)
		.values({ ...idsOf(world, at), title, url: 'https://www.voorbeeld.nl/', createdAt: world.now })
		.returning({ id: source.id })
		.get().id;
}

/** A file of the home region, without its bytes on a disk. */
export function addFileRow(world: World, at: Place, hash = HASH): { fileId: number; sourceId: number } {
	const { db, now } = world;
	const fileId = db
		.insert(storedFile)
		.values({ regionId: 1, hash, name: 'verslag.pdf', type: 'application/pdf', size: 1000, createdAt: now })
		.returning({ id: storedFile.id })
		.get().id;
	const sourceId = db
		.insert(source)
		.values({ ...idsOf(world, at), title: 'Verslag', fileId, createdAt: now })
		.returning({ id: source.id })
		.get().id;
	return { fileId, sourceId };
}
