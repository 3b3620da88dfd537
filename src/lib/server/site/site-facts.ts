/** Who runs this site: read by the public pages, kept by the platformbeheerder. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { EMPTY_SITE, missingFacts, type SiteFacts } from '#lib/domain/site.ts';
import { SaveSiteInput, SiteFactsInput } from '#lib/input/site.ts';
import type { Db } from '../db/open.ts';
import { findSetting, writeSetting } from '../db/settings.ts';
import { command, query } from '../use-case.ts';

const KEY = 'site';
/** 0 until something was kept. */
const Kept = z.object({ version: z.number().int().positive(), facts: SiteFactsInput });

function readSite(db: Db): { version: number; facts: SiteFacts } {
	const text = findSetting(db, KEY);
	return text === null ? { version: 0, facts: EMPTY_SITE } : Kept.parse(JSON.parse(text));
}

/** What everybody may know. */
export const viewSite = query({
	name: 'site.view',
	permission: 'public',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run: ({ db }) => readSite(db).facts,
});

/** The same, to change it, with what is missing. */
export const editSite = query({
	name: 'site.edit',
	permission: 'platform.manage',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db }) {
		const { version, facts } = readSite(db);
		return { version, facts, missing: missingFacts(facts) };
	},
});

export const saveSite = command({
	name: 'site.save',
	permission: 'platform.manage',
	input: SaveSiteInput,
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db, record }, { version, ...facts }): void {
		const before = readSite(db);
		if (before.version !== version) {
			throw new DomainError(
				'conflict',
				'Iemand anders heeft deze gegevens net veranderd. Vergelijk uw tekst met die hieronder en sla hem opnieuw op.',
				{ theirs: { ...before.facts }, theirVersion: before.version },
			);
		}
		writeSetting(db, KEY, JSON.stringify({ version: version + 1, facts }));
		record({ entity: 'site', entityId: 'facts', before: { ...before.facts }, after: facts });
	},
});
