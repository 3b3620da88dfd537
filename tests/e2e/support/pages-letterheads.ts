/** The pages about a gemeente's own letterhead. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { letterhead, organisation, region, storedFile } from '#lib/server/db/schema.ts';
import { placeOf } from '#lib/server/files/file-store.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { exampleLetterhead } from '#lib/server/letterheads/example-letterhead.ts';
import type { PageCase } from './pages.ts';
import type { Site } from './sites.ts';

export const LETTERHEADS = '/beheer/briefpapier/utrecht-west/oudewater';

/** One that nobody has put to use yet; answers its page. */
function plantLetterhead({ db, databasePath, now }: Site): string {
	const file = exampleLetterhead('docx');
	const hash = sha256(file);
	const place = placeOf(join(dirname(databasePath), 'demo-bestanden'), hash);
	mkdirSync(dirname(place), { recursive: true });
	writeFileSync(place, file);
	const regionId = db.select().from(region).where(eq(region.slug, 'utrecht-west')).get()?.id ?? 0;
	const owner = db.select().from(organisation).where(eq(organisation.slug, 'oudewater')).get();
	const by = { regionId, createdAt: now() };
	const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
	const stored = db
		.insert(storedFile)
		.values({ ...by, hash, name: 'briefpapier.docx', type, size: file.length })
		.returning({ id: storedFile.id })
		.get();
	const row = db
		.insert(letterhead)
		.values({ ...by, organisationId: owner?.id ?? 0, format: 'docx', fileId: stored.id })
		.returning({ id: letterhead.id })
		.get();
	return `${LETTERHEADS}/${row.id}`;
}

export const LETTERHEAD_PAGES: readonly PageCase[] = [
	{
		route: '/beheer/briefpapier/[regio]/[gemeente]',
		path: LETTERHEADS,
		seenBy: ['coordinator'],
		others: 'not allowed',
	},
	{
		route: '/beheer/briefpapier/[regio]/[gemeente]/[versie]',
		path: plantLetterhead,
		seenBy: ['coordinator'],
		others: 'not allowed',
	},
];
