/** Reads the abbreviations of a region, for every feature that needs them, such as the adoption. */
import { asc, eq } from 'drizzle-orm';
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import type { Db } from './open.ts';
import { abbreviation } from './schema.ts';

/** By their letters, so that the same ones always come in the same order. */
export function listAbbreviations(db: Db, regionId: number): Abbreviation[] {
	return db
		.select({ short: abbreviation.short, meaning: abbreviation.meaning })
		.from(abbreviation)
		.where(eq(abbreviation.regionId, regionId))
		.orderBy(asc(abbreviation.short))
		.all();
}
