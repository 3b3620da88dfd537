/** What somebody looks for in the audit trail, as it stands in the address of the page. */
import { z } from 'zod';
import { AUDIT_KINDS } from '#lib/domain/audit-kind.ts';
import { parseDay } from '#lib/domain/day.ts';

const LONGEST = 100;
const day = z
	.string()
	.nullish()
	.transform((text) => parseDay(text ?? ''));
const id = z
	.string()
	.nullish()
	.transform((text) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null));

/** What cannot be read is left out of the search, as if it was not filled in. */
export const LogFilterInput = z.object({
	van: day,
	tot: day,
	wie: z.string().trim().max(LONGEST).catch(''),
	soort: z.enum(AUDIT_KINDS).nullable().catch(null),
	/** `status`, or `status:12`. */
	over: z
		.string()
		.regex(/^[a-z-]+(:[\w.-]+)?$/)
		.max(LONGEST)
		.nullable()
		.catch(null),
	/** Only rows before this one. */
	voor: id,
});

export type LogFilter = z.output<typeof LogFilterInput>;
export const NO_FILTER: LogFilter = { van: null, tot: null, wie: '', soort: null, over: null, voor: null };

export const RegionLogInput = LogFilterInput.extend({
	/** Empty: the region that this person manages. */
	regio: z.string().max(LONGEST).catch(''),
});

/** `na` and `totEnMet` are the numbers of rows: what was given before, and where the file ends. */
const part = { na: z.number().default(0), totEnMet: z.number().nullable().default(null) };
export const LogPartInput = LogFilterInput.extend(part);
export const RegionLogPartInput = RegionLogInput.extend(part);
