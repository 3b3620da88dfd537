/** The frozen facts of an adopted round: canonical JSON, its SHA-256, and reading it back years later. */
import { z } from 'zod';
import type { AdoptedMeeting } from '#lib/domain/adopted-meeting.ts';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { parseDay } from '#lib/domain/day.ts';
import { EXPECTATIONS } from '#lib/domain/expectation.ts';
import { DECISION_LEVELS, type AgendaFacts } from '#lib/domain/facts.ts';
import { sha256 } from '../sha256.ts';
import { ITEM_KINDS, LEVELS, LEVEL_ANSWERS } from '#lib/domain/level.ts';
import { DECISION_STATES, STANCES, STANDINGS } from '#lib/domain/meeting.ts';
import { CADENCES, parsePeriod } from '#lib/domain/period.ts';
import { ROUND_STATES } from '#lib/domain/workflow.ts';

const day = z.string().transform((text, context) => {
	const parsed = parseDay(text);
	if (parsed) return parsed;
	context.addIssue({ code: 'custom', message: 'not a day' });
	return z.NEVER;
});
const period = z.string().transform((text, context) => {
	const parsed = parsePeriod(text);
	if (parsed) return parsed;
	context.addIssue({ code: 'custom', message: 'not a period' });
	return z.NEVER;
});
const level = z.enum(LEVELS);
const organisation = z.object({ name: z.string(), shortName: z.string() });

const goalVersion = z.object({
	number: z.number(),
	changedLevels: z.array(level),
	reason: z.string(),
	since: day,
	texts: z.record(level, z.string().nullable()),
	decision: z.object({ state: z.enum(['discussed', 'adopted']), on: day }).nullish(),
});

const status = z.object({
	period,
	level: z.enum(LEVEL_ANSWERS),
	unchanged: z.boolean(),
	narrative: z.string(),
	cause: z.string(),
	consequence: z.string(),
	correction: z.string(),
	goalVersion: z.number().nullable(),
	measured: z.object({ value: z.number(), unit: z.string(), differsBecause: z.string() }).nullish(),
	success: z.string().optional(),
	lesson: z.string().optional(),
	expectation: z.object({ answer: z.enum(EXPECTATIONS), reason: z.string() }).optional(),
	escalation: z.string().optional(),
	judged: z.object({ official: level, reason: z.string() }).optional(),
});

const item = z.object({
	ref: z.string(),
	number: z.number(),
	title: z.string(),
	shortTitle: z.string(),
	description: z.string(),
	kind: z.enum(ITEM_KINDS),
	lead: organisation.nullable(),
	involved: z.array(organisation),
	goals: z.array(goalVersion),
	statuses: z.array(status),
	outside: z.array(period).optional(),
});

const Facts: z.ZodType<AgendaFacts> = z.object({
	region: z.object({ name: z.string(), officialForum: z.string(), boardForum: z.string() }),
	agenda: z.object({
		slug: z.string(),
		title: z.string(),
		startYear: z.number(),
		endYear: z.number(),
		cadence: z.enum(CADENCES),
	}),
	exampleData: z.boolean(),
	themes: z.array(
		z.object({
			code: z.string(),
			name: z.string(),
			objective: z.string(),
			decisionLevel: z.enum(DECISION_LEVELS),
			items: z.array(item),
		}),
	),
	rounds: z.array(
		z.object({ period, state: z.enum(ROUND_STATES), discussedOn: day.nullable(), adoptedOn: day.nullable() }),
	),
});

const meeting: z.ZodType<AdoptedMeeting> = z.object({
	slug: z.string(),
	heldOn: day,
	participants: z.array(z.object({ organisation, standing: z.enum(STANDINGS), present: z.boolean() })),
	decisions: z.array(
		z.object({
			item: z.string().nullable(),
			text: z.string(),
			organisation: organisation.nullable(),
			dueOn: day.nullable(),
			state: z.enum(DECISION_STATES),
			followUp: z.string(),
		}),
	),
	accords: z.array(
		z.object({ item: z.string().nullable(), organisation, stance: z.enum(STANCES), text: z.string() }),
	),
	levels: z.array(z.object({ item: z.string(), level, reason: z.string() })),
});

const Snapshot = z.object({
	/** Goes up when the shape changes, so that an old snapshot can always be read. */
	format: z.literal(1),
	period,
	adoptedOn: day,
	forum: z.string(),
	facts: Facts,
	/** Where it was adopted; left out when no meeting was kept, as in snapshots from before there were any. */
	meetings: z.array(meeting).optional(),
	/** Why it was adopted without a meeting, on purpose; left out when there was one, as in snapshots from before this was asked. */
	writtenProcedure: z.object({ reason: z.string() }).optional(),
	/** What the region explained in its documents then; left out when nothing was, as in older snapshots. */
	abbreviations: z.array(z.object({ short: z.string(), meaning: z.string() })).optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

export function writeSnapshot(snapshot: Snapshot): { text: string; hash: string } {
	const text = canonicalJson(snapshot);
	return { text, hash: sha256(text) };
}

/**
 * Throws when the text no longer has the hash that it was adopted with. The hash is computed every time; what the text
 * says is read once and shared, so nobody can change it: it is frozen.
 */
export function readSnapshot(text: string, hash: string): Snapshot {
	if (sha256(text) !== hash) throw new Error(`An adopted snapshot no longer matches its hash ${hash}`);
	const known = parsed.get(hash) ?? deepFreeze(parseSnapshot(text));
	parsed.delete(hash);
	parsed.set(hash, known);
	const [oldest] = parsed.keys();
	if (parsed.size > MOST_KEPT && oldest !== undefined) parsed.delete(oldest);
	return known;
}

/** What was read longest ago makes room; one of a year of quarters takes about half a megabyte. */
const MOST_KEPT = 16;
/** By hash, since equal hashes are equal texts. */
const parsed = new Map<string, Snapshot>();

export function writeMeeting(one: AdoptedMeeting): { text: string; hash: string } {
	const text = canonicalJson(one);
	return { text, hash: sha256(text) };
}

/** Throws on a text that is no meeting; says nothing about its hash. */
export function parseMeeting(text: string): AdoptedMeeting {
	return meeting.parse(JSON.parse(text));
}

/** A meeting that was added later, with the same promise as a snapshot: it throws when the text no longer has its hash. */
export function readMeeting(text: string, hash: string): AdoptedMeeting {
	if (sha256(text) !== hash) throw new Error(`An added meeting no longer matches its hash ${hash}`);
	return parseMeeting(text);
}

/** Throws on a text that is no snapshot; says nothing about its hash. */
export function parseSnapshot(text: string): Snapshot {
	return Snapshot.parse(JSON.parse(text));
}

function deepFreeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const member of Object.values(value)) deepFreeze(member);
	}
	return value;
}
