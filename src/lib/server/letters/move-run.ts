/** What the server writes down of a run while it makes the letters. */
import { z } from 'zod';
import { RunRef } from '#lib/input/letters.ts';
import { wholeNumber } from '#lib/input/fields.ts';
import { command } from '../use-case.ts';
import {
	findRunSubject,
	forgetZipsBefore,
	insertZip,
	listRunning,
	nextRun,
	updateRun,
	type RunRow,
} from './letter-runs.repo.ts';
import { listGemeenten } from './letters.repo.ts';

const PLATFORM = () => ({ scope: { kind: 'platform' } }) as const;

export interface ClaimedRun extends Pick<RunRow, 'id' | 'formats'> {
	round: string;
	/** Slugs, in the order in which they are made. */
	organisations: string[];
}

/** The run that waits longest, which is now being made; null when none waits. */
export const claimRun = command({
	name: 'letter.claim-run',
	permission: 'system.run',
	input: z.object({}),
	subject: PLATFORM,
	run(unit, _input, subject): ClaimedRun | null {
		const { db } = unit;
		unit.nothingChanged();
		const next = nextRun(db);
		const found = next && findRunSubject(db, { round: next.round, run: next.id });
		if (!found) return null;
		updateRun(db, subject, found.run.id, { state: 'running', made: 0 });
		const organisations = listGemeenten(db, found.region.id).map(({ slug }) => slug);
		return { id: found.run.id, formats: found.run.formats, round: found.adoption.slug, organisations };
	},
});

/** So many files are made. */
export const noteMade = command({
	name: 'letter.note-made',
	permission: 'system.run',
	input: RunRef.extend({ made: wholeNumber('Dit is geen aantal.') }),
	subject: ({ db }, input) => findRunSubject(db, input),
	run({ db, nothingChanged }, { made }, subject): void {
		nothingChanged();
		updateRun(db, subject, subject.run.id, { made });
	},
});

export const finishRun = command({
	name: 'letter.finish-run',
	permission: 'system.run',
	input: RunRef.extend({ hash: z.string(), name: z.string(), size: z.number() }),
	subject: ({ db }, input) => findRunSubject(db, input),
	run({ db, now, record }, { hash, name, size }, subject): void {
		const fileId = insertZip(db, subject, { hash, name, size, createdAt: now });
		updateRun(db, subject, subject.run.id, { state: 'done', fileId, finishedAt: now });
		record({
			entity: 'adoption',
			entityId: subject.adoption.id,
			after: { letterRun: subject.run.id, file: name, hash, size },
		});
	},
});

export const failRun = command({
	name: 'letter.fail-run',
	permission: 'system.run',
	input: RunRef.extend({ problem: z.string() }),
	subject: ({ db }, input) => findRunSubject(db, input),
	run({ db, now, record }, { problem }, subject): void {
		updateRun(db, subject, subject.run.id, { state: 'failed', problem, finishedAt: now });
		record({
			entity: 'adoption',
			entityId: subject.adoption.id,
			after: { letterRun: subject.run.id, problem },
		});
	},
});

const INTERRUPTED =
	'De server is opnieuw gestart terwijl de brieven werden gemaakt. Er is niets verloren: maak ze opnieuw.';

/** Runs that an earlier process was making and nobody makes any more. */
export const failInterrupted = command({
	name: 'letter.fail-interrupted',
	permission: 'system.run',
	input: z.object({}),
	subject: PLATFORM,
	run({ db, now, record, nothingChanged }, _input, subject): void {
		nothingChanged();
		for (const id of listRunning(db)) {
			updateRun(db, subject, id, { state: 'failed', problem: INTERRUPTED, finishedAt: now });
			record({ entity: 'letter-run', entityId: id, after: { problem: INTERRUPTED } });
		}
	},
});

const KEPT_DAYS = 30;

/** Forgets zips older than that; answers the hashes of their contents. */
export const forgetOldZips = command({
	name: 'letter.forget-old-zips',
	permission: 'system.run',
	input: z.object({}),
	subject: PLATFORM,
	run({ db, now, record, nothingChanged }, _input, subject): string[] {
		nothingChanged();
		const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
		const hashes = forgetZipsBefore(db, subject, before);
		for (const hash of hashes) record({ entity: 'letter-run', entityId: hash, after: { file: null } });
		return hashes;
	},
});
