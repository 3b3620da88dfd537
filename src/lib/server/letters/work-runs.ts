/**
 * Makes the letters of waiting runs, one run at a time, in the process of the server. Between two files it lets others go
 * first, and the PDFs come from the worker of the reports, so that nobody waits for it.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Db } from '../db/open.ts';
import { fixedZip, type Member } from '../documents/fixed-zip.ts';
import { storeFile } from '../files/file-store.ts';
import { removeUnused } from '../files/remove-unused.ts';
import type { Context } from '../use-case.ts';
import { letterFileName } from './export-letter.ts';
import {
	claimRun,
	failInterrupted,
	failRun,
	finishRun,
	forgetOldZips,
	noteMade,
	type ClaimedRun,
} from './move-run.ts';
import { viewLetter } from './view-letter.ts';
import { writeLetterFile } from './write-letter.ts';

export interface RunSite {
	/** The server as an actor, at the present. */
	context(): Context;
	/** Where files are kept. */
	folder: string;
	/** A run failed; `id` is what its sentence names. */
	onFault(fault: { id: string; failure: unknown }): void;
}

interface Work {
	/** The work that goes on now; null when there is none. */
	busy: Promise<number> | null;
}

/** Per database, so that a second call joins the first. */
const works = new WeakMap<Db, Work>();

const FAILED = 'Er ging iets mis bij het maken van de brieven. Probeer het opnieuw.';

/** Resolves with how many runs were tried, when none waits any more. A run that fails does not stop the next. */
export function workRuns(site: RunSite): Promise<number> {
	const { db } = site.context();
	let work = works.get(db);
	if (!work) {
		// Whatever says it is being made was made by a process that is gone.
		failInterrupted(site.context());
		work = { busy: null };
		works.set(db, work);
	}
	const own = work;
	own.busy ??= workAll(site).finally(() => (own.busy = null));
	return own.busy;
}

async function workAll(site: RunSite): Promise<number> {
	let tried = 0;
	for (let run = claimRun(site.context()); run !== null; run = claimRun(site.context())) {
		tried += 1;
		try {
			await makeRun(site, run);
		} catch (failure) {
			const id = randomUUID().slice(0, 8);
			site.onFault({ id, failure });
			failRun(site.context(), { round: run.round, run: run.id, problem: `${FAILED} Storing ${id}.` });
		}
	}
	return tried;
}

async function makeRun(site: RunSite, { id, round, formats, organisations }: ClaimedRun): Promise<void> {
	const members: Member[] = [];
	let day: Parameters<typeof fixedZip>[1] = null;
	for (const organisation of organisations) {
		const page = viewLetter(site.context(), { round, organisation });
		day = page.adoption.adoptedOn;
		for (const format of formats) {
			const content = await writeLetterFile(page.file, format, site.folder);
			// Each of these is a zip already, or packed: packing again only costs time.
			members.push({ name: letterFileName(page, format), content, stored: true });
			noteMade(site.context(), { round, run: id, made: members.length });
			await setImmediate();
		}
	}
	const bytes = fixedZip(members, day);
	const hash = await storeFile(site.folder, bytes, site.context().now);
	finishRun(site.context(), { round, run: id, hash, name: `raadsbrieven-${round}.zip`, size: bytes.length });
}

/** Zips are kept a month; they can be made again at any time. Answers how many went. */
export async function clearOldZips({ context, folder }: RunSite): Promise<number> {
	const { db, now } = context();
	const hashes = forgetOldZips(context());
	for (const hash of hashes) await removeUnused(db, folder, hash, now);
	return hashes.length;
}
