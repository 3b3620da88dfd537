/** Searching the audit trail: the beheerder that of the region, the platformbeheerder that of the platform. */
import { may, type Actor } from '#lib/domain/access.ts';
import {
	LogFilterInput,
	LogPartInput,
	RegionLogInput,
	RegionLogPartInput,
	type LogFilter,
} from '#lib/input/audit-log.ts';
import type { Db } from '../db/open.ts';
import { query, type Context } from '../use-case.ts';
import {
	findLogRegion,
	lastAuditId,
	listLogRegions,
	searchLog,
	type LogOf,
	type LogRegion,
	type LogRow,
} from './log.repo.ts';
import { namesOfThings } from './thing-names.repo.ts';

const ON_A_PAGE = 50;
const IN_A_PART = 500;
const PLATFORM = { scope: { kind: 'platform' } } as const;

export interface LogPage {
	filter: LogFilter;
	rows: LogRow[];
	/** Under `entity:id`. */
	names: Map<string, string>;
	/** The number below which the next page begins; null on the last one. */
	next: number | null;
	/** Null: the platform, where no values are shown. */
	region: LogRegion | null;
	/** All that this person may choose from. */
	regions: LogRegion[];
}

export const viewLog = query({
	name: 'audit.view',
	permission: 'region.manage',
	input: RegionLogInput,
	subject: (context, { regio }) => subjectOf(context, regio),
	run: ({ db, actor }, { regio: _regio, ...filter }, { region }): LogPage => ({
		...pageOf(db, { regionId: region.id }, filter),
		region,
		regions: listLogRegions(db, regionsManagedBy(actor)),
	}),
});

export const viewPlatformLog = query({
	name: 'audit.view-platform',
	permission: 'platform.manage',
	input: LogFilterInput,
	subject: () => PLATFORM,
	run: ({ db }, filter): LogPage => ({ ...pageOf(db, null, filter), region: null, regions: [] }),
});

/** A part of the file: the rows after `na`, oldest first. `last` is where the file ends; no rows: it is complete. */
export interface LogPart {
	rows: LogRow[];
	last: number;
}

export const exportLog = query({
	name: 'audit.export',
	permission: 'region.manage',
	input: RegionLogPartInput,
	subject: (context, { regio }) => subjectOf(context, regio),
	run: ({ db }, input, { region }): LogPart => partOf(db, { regionId: region.id }, input),
});

/** Without what was there before and after: that may be the content of an account. */
export const exportPlatformLog = query({
	name: 'audit.export-platform',
	permission: 'platform.manage',
	input: LogPartInput,
	subject: () => PLATFORM,
	run({ db }, input): LogPart {
		const { rows, last } = partOf(db, null, input);
		return { rows: rows.map(withoutValues), last };
	},
});

function pageOf(db: Db, of: LogOf, filter: LogFilter): Pick<LogPage, 'filter' | 'rows' | 'names' | 'next'> {
	const found = searchLog(db, of, filter, { kind: 'newest', limit: ON_A_PAGE + 1 });
	const rows = found.slice(0, ON_A_PAGE);
	const next = found.length > ON_A_PAGE ? (rows.at(-1)?.id ?? null) : null;
	const names = namesOfThings(db, rows, of === null ? 'platform' : 'region');
	return { filter, rows: of === null ? rows.map(withoutValues) : rows, names, next };
}

function partOf(db: Db, of: LogOf, input: LogFilter & { na: number; totEnMet: number | null }): LogPart {
	const last = input.totEnMet ?? lastAuditId(db);
	const rows = searchLog(db, of, input, { kind: 'from', after: input.na, until: last, limit: IN_A_PART });
	return { rows, last };
}

function withoutValues(row: LogRow): LogRow {
	return { ...row, before: null, after: null };
}

function subjectOf({ db, actor }: Context, regio: string) {
	const region = regio === '' ? firstRegionOf(db, actor) : findLogRegion(db, regio);
	return region && { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const };
}

/** The first that the person manages, or else one to be refused for. */
function firstRegionOf(db: Db, actor: Actor): LogRegion | null {
	const managed = listLogRegions(db, regionsManagedBy(actor));
	const all = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
	return managed[0] ?? listLogRegions(db, all)[0] ?? null;
}

function regionsManagedBy(actor: Actor): number[] {
	const ids = actor.kind === 'person' ? [...new Set(actor.memberships.map((one) => one.regionId))] : [];
	return ids.filter((regionId) =>
		may(actor, 'region.manage', { kind: 'region', regionId, organisationIds: [] }),
	);
}
