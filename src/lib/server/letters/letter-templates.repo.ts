/** SQL for the templates of letters, one per gemeente and region. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import { COUNCIL_KIND } from '#lib/domain/council-letter.ts';
import type { LetterSection } from '#lib/domain/letter-section.ts';
import type { Db } from '../db/open.ts';
import { letterTemplate, organisation, region, regionOrganisation } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import { findTemplate, type Gemeente, type TemplateRow } from './letters.repo.ts';

export interface TemplateSubject {
	scope: Extract<Scope, { kind: 'region' }>;
	region: { id: number; slug: string; name: string };
	organisation: Gemeente;
	/** Null while the gemeente follows the first model. */
	template: TemplateRow | null;
}

/** Of every gemeente of these regions, by name. */
export function listTemplateSubjects(db: Db, regionIds: readonly number[]): TemplateSubject[] {
	if (regionIds.length === 0) return [];
	return db
		.select({
			region: { id: region.id, slug: region.slug, name: region.name },
			organisation: {
				id: organisation.id,
				slug: organisation.slug,
				name: organisation.name,
				shortName: organisation.shortName,
			},
		})
		.from(regionOrganisation)
		.innerJoin(region, eq(region.id, regionOrganisation.regionId))
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(and(inArray(region.id, [...regionIds]), eq(organisation.kind, COUNCIL_KIND)))
		.orderBy(asc(region.name), asc(organisation.name))
		.all()
		.map((row) => ({
			...row,
			scope: { kind: 'region', regionId: row.region.id, organisationIds: [row.organisation.id] },
			template: findTemplate(db, row.region.id, row.organisation.id),
		}));
}

/** By the slugs of region and gemeente. */
export function findTemplateSubject(
	db: Db,
	input: { region: string; organisation: string },
): TemplateSubject | null {
	const row = db.select({ id: region.id }).from(region).where(eq(region.slug, input.region)).get();
	if (!row) return null;
	const found = listTemplateSubjects(db, [row.id]);
	return found.find((one) => one.organisation.slug === input.organisation) ?? null;
}

/** Writes over the template of the subject, or makes it; answers its id. */
export function writeTemplate(
	db: Db,
	subject: Authorized<TemplateSubject>,
	values: { kind: string; sections: readonly LetterSection[]; fields: Record<string, string> },
	now: Date,
): number {
	const { template, region: of, organisation: by } = subject;
	if (template) {
		db.update(letterTemplate)
			.set({ ...values, version: template.version + 1 })
			.where(eq(letterTemplate.id, template.id))
			.run();
		return template.id;
	}
	return db
		.insert(letterTemplate)
		.values({ ...values, regionId: of.id, organisationId: by.id, createdAt: now })
		.returning({ id: letterTemplate.id })
		.get().id;
}
