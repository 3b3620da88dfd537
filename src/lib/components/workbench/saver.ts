/**
 * Saving while somebody types, for one item: what is on the screen, what is under way and what the server has. Pure: no
 * clock, no network, no browser. Times are milliseconds of any clock that only goes forward.
 */

import type { StatusState } from '#lib/domain/workflow.ts';

/** The fields of the form by name, as a form sends them. */
export type Values = Readonly<Record<string, string>>;
/** The last part of the address that the fields go to. */
export type Job = 'opslaan' | 'indienen' | 'geen-wijziging';

export type Phase =
	'quiet' | 'typing' | 'saving' | 'saved' | 'offline' | 'failed' | 'refused' | 'conflict' | 'signed-out';

export interface Saver {
	phase: Phase;
	/** The version that the next save is based on. */
	version: number;
	/** What the server has, as far as this browser knows. */
	base: Values;
	/** What is on the screen and not known to be saved; null when all is saved. */
	typed: Values | null;
	/** What is to happen with `typed`. */
	job: Job;
	/** The one request that is under way. */
	flight: { job: Job; values: Values } | null;
	/** Sent without an answer: the server may have it all the same. */
	lost: Values | null;
	/** When `typed` is to be sent; null while there is nothing to send or a person has to act first. */
	dueAt: number | null;
	/** Since when there is something that was not sent. */
	since: number | null;
	attempts: number;
	/** "14:32", as the server said; null before the first save. */
	savedAt: string | null;
	/** Why it was not saved or not handed in, in a sentence of the server. */
	message: string;
	/** What was refused last; null when nothing stands refused. */
	refused: Job | null;
	/** Per field why a save was refused. */
	fields: Readonly<Record<string, string>>;
	/** Per field what a submission misses; stays until the next one. */
	gaps: Readonly<Record<string, string>>;
	/** `changedBy` begins a sentence: "Beleidsadviseur heeft". */
	conflict: { theirs: Values; version: number; changedBy: string } | null;
}

export type Answer =
	| {
			kind: 'stored';
			version: number;
			savedAt: string;
			values: Values | null;
			/** How the status stands now. */
			state: StatusState | null;
	  }
	| { kind: 'conflict'; theirs: Values; theirVersion: number; changedBy: string; message: string }
	| { kind: 'refused'; message: string; fields: Record<string, string> }
	| { kind: 'signed-out'; message: string }
	| { kind: 'unreachable' }
	| { kind: 'broken' };

const PAUSE_MS = 800;
/** Somebody who never pauses is saved all the same. */
const LONGEST_MS = 5000;
const BACKOFF_MS = [2000, 4000, 8000, 16_000, 30_000] as const;
const SIGNED_OUT_MS = 15_000;

export function newSaver(version: number, base: Values): Saver {
	return {
		phase: 'quiet',
		version,
		base,
		typed: null,
		job: 'opslaan',
		flight: null,
		lost: null,
		dueAt: null,
		since: null,
		attempts: 0,
		savedAt: null,
		message: '',
		refused: null,
		fields: {},
		gaps: {},
		conflict: null,
	};
}

/** Something changed on the screen. What the server already has is no change. */
export function type(saver: Saver, values: Values, now: number): Saver {
	if (saver.flight === null && saver.conflict === null && isSame(values, saver.base))
		return { ...saver, typed: null, dueAt: null, since: null, phase: saver.savedAt ? 'saved' : 'quiet' };
	if (isSame(values, saver.typed ?? saver.flight?.values ?? saver.base)) return saver;
	const since = saver.since ?? now;
	const typed = { ...saver, typed: values, job: 'opslaan', since } satisfies Saver;
	if (isStuck(saver)) return typed;
	const dueAt = Math.min(now + PAUSE_MS, since + LONGEST_MS);
	return isWaiting(saver)
		? typed
		: { ...typed, phase: saver.flight ? 'saving' : 'typing', dueAt, fields: {} };
}

/** Somebody asked for this job now; at a conflict that has to be solved first. */
export function ask(saver: Saver, job: Job, values: Values, now: number): Saver {
	if (isStuck(saver)) return { ...saver, typed: values };
	const asked: Saver = { ...saver, typed: values, job, dueAt: now, since: saver.since ?? now };
	return { ...asked, refused: null, message: '', fields: {}, gaps: {} };
}

/** Sends without waiting for the pause: the page is about to go, or the person moves on. */
export function hurry(saver: Saver, now: number): Saver {
	return saver.typed === null || isStuck(saver) ? saver : { ...saver, dueAt: now };
}

export function isDue(saver: Saver, now: number): boolean {
	return saver.flight === null && saver.typed !== null && saver.dueAt !== null && saver.dueAt <= now;
}

/** What is on the screen goes under way. Nothing happens while a request is under way or nothing waits. */
export function send(saver: Saver): Saver {
	const { typed, job, flight } = saver;
	if (typed === null || flight !== null) return saver;
	return {
		...saver,
		flight: { job, values: typed },
		typed: null,
		job: 'opslaan',
		dueAt: null,
		since: null,
		phase: isTroubled(saver) ? saver.phase : 'saving',
	};
}

/** The request that was under way was answered, or turned out to be lost. */
export function hear(saver: Saver, answer: Answer, now: number): Saver {
	const { flight } = saver;
	if (flight === null) return saver;
	const landed: Saver = { ...saver, flight: null };
	if (answer.kind === 'stored')
		return stored(landed, answer.values ?? flight.values, { ...answer, job: flight.job }, now);
	const kept: Saver = {
		...landed,
		typed: saver.typed ?? flight.values,
		job: saver.typed === null ? flight.job : saver.job,
		since: saver.since ?? now,
	};
	switch (answer.kind) {
		case 'conflict':
			return clash(kept, flight.values, answer, now);
		case 'refused':
			return refused(kept, flight.job, answer, now);
		case 'signed-out':
			return { ...kept, phase: 'signed-out', message: answer.message, dueAt: now + SIGNED_OUT_MS };
		default:
			return lost(kept, flight.values, answer.kind === 'broken' ? 'failed' : 'offline', now);
	}
}

/** The connection, the window or the person is back: no reason to wait any longer. */
export function retry(saver: Saver, now: number): Saver {
	return isWaiting(saver) && saver.typed !== null ? { ...saver, dueAt: now, attempts: 0 } : saver;
}

/** Somebody read both texts and chose: that goes over what the other wrote. */
export function resolve(saver: Saver, values: Values, now: number): Saver {
	if (saver.conflict === null) return saver;
	const { theirs, version } = saver.conflict;
	const solved: Saver = {
		...saver,
		version,
		base: { ...saver.base, ...theirs },
		conflict: null,
		message: '',
	};
	return { ...solved, typed: values, job: 'opslaan', phase: 'typing', dueAt: now, since: now };
}

/** Whether this browser holds text that the server is not known to have. */
export function isUnsaved(saver: Saver): boolean {
	return saver.typed !== null || saver.flight !== null;
}

export function onScreen(saver: Saver): Values {
	return saver.typed ?? saver.flight?.values ?? saver.base;
}

function stored(
	saver: Saver,
	values: Values,
	{ version, savedAt, job }: { version: number; savedAt: string; job: Job },
	now: number,
): Saver {
	const isHandedIn = job !== 'opslaan';
	const done: Saver = {
		...saver,
		version,
		savedAt,
		base: values,
		lost: null,
		attempts: 0,
		message: '',
		fields: {},
	};
	const told: Saver = isHandedIn ? { ...done, refused: null, gaps: {} } : done;
	if (saver.typed === null) return { ...told, phase: 'saved', dueAt: null, since: null };
	return { ...told, phase: 'typing', dueAt: saver.dueAt ?? now };
}

/** What the "other" wrote can be one's own text of which the answer got lost. Then there is nothing to choose. */
function clash(
	saver: Saver,
	sent: Values,
	{ theirs, theirVersion, changedBy, message }: Extract<Answer, { kind: 'conflict' }>,
	now: number,
): Saver {
	const isOwn = [saver.lost, sent].some((own) => own !== null && holds(own, theirs));
	if (isOwn) return { ...saver, version: theirVersion, lost: null, phase: 'saving', dueAt: now };
	const conflict = { theirs, version: theirVersion, changedBy };
	return { ...saver, phase: 'conflict', conflict, message, dueAt: null };
}

/** A refused submission is saved as a draft all the same, so that the text is safe while the gaps are filled. */
function refused(
	saver: Saver,
	job: Job,
	{ message, fields }: Extract<Answer, { kind: 'refused' }>,
	now: number,
): Saver {
	const still: Saver = { ...saver, phase: 'refused', message, refused: job, job: 'opslaan', dueAt: null };
	const isSaved = saver.typed !== null && isSame(saver.typed, saver.base);
	if (job === 'opslaan') return { ...still, fields, typed: isSaved ? null : saver.typed };
	// The text itself was not what was refused: it is kept as a draft all the same.
	return isSaved
		? { ...still, gaps: fields, typed: null, since: null }
		: { ...still, gaps: fields, dueAt: Object.keys(fields).length > 0 ? now : null };
}

function lost(saver: Saver, sent: Values, phase: Phase, now: number): Saver {
	const pause = BACKOFF_MS[Math.min(saver.attempts, BACKOFF_MS.length - 1)] ?? 0;
	return { ...saver, phase, lost: sent, attempts: saver.attempts + 1, dueAt: now + pause };
}

/** Only a choice of the person helps. */
const isStuck = ({ phase }: Saver) => phase === 'conflict';
/** Tries again by itself after a while; typing does not make that sooner. */
const isWaiting = ({ phase }: Saver) => phase === 'offline' || phase === 'failed' || phase === 'signed-out';
const isTroubled = (saver: Saver) => isWaiting(saver) || saver.phase === 'refused';

export function isSame(a: Values, b: Values): boolean {
	return holds(a, b) && holds(b, a);
}

/** Whether every field of `part` is the same in `whole`; line ends and spaces around do not count, and empty is absent. */
function holds(whole: Values, part: Values): boolean {
	return Object.entries(part).every(([name, value]) => plain(whole[name]) === plain(value));
}

const plain = (text = '') => text.replaceAll('\r\n', '\n').trim();
