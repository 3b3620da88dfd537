/** Whether one adoption is still what was adopted: recomputed from its bytes, and held against round, row and audit trail. */
import { canonicalJson } from '#lib/domain/canonical.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import type { RoundState } from '#lib/domain/workflow.ts';
import { sha256 } from '../sha256.ts';
import { parseMeeting, parseSnapshot, writeMeeting, type Snapshot } from './snapshot.ts';

export interface StoredAdoption {
	slug: string;
	period: Period;
	roundState: RoundState;
	agendaSlug: string;
	adoptedOn: Day;
	forum: string;
	snapshot: string;
	hash: string;
	/** The hash in the audit row of the adoption; null when that row is gone. */
	recordedHash: string | null;
	/** The meetings that a correctie added, as they are stored. */
	added: readonly StoredMeeting[];
}

export interface StoredMeeting {
	/** The slug of the meeting. */
	meeting: string;
	text: string;
	hash: string;
	/** The hash in the audit row of the correctie; null when that row is gone. */
	recordedHash: string | null;
}

export interface CheckedAdoption {
	slug: string;
	period: Period;
	adoptedOn: Day;
	forum: string;
	/** As it was kept at the adoption. */
	hash: string;
	/** As it comes out of the bytes now. */
	computed: string;
	/** How many bytes the text has in UTF-8. */
	bytes: number;
	/** Whether the texts can be shown as what was adopted and added: their bytes give the codes, and they can be read. */
	isIntact: boolean;
	/** The codes of the meetings that were added, in the order in which they were. */
	added: string[];
	/** Whole sentences; none means that everything is as it was adopted. */
	faults: string[];
}

export function checkAdoption(stored: StoredAdoption): CheckedAdoption {
	const { slug, period, adoptedOn, forum, hash, snapshot } = stored;
	const computed = sha256(snapshot);
	const content = readContent(snapshot);
	const addedFaults = stored.added.flatMap(meetingFaults);
	const isIntact = computed === hash && content !== null && addedFaults.length === 0;
	const faults = [
		...hashFaults(stored, computed),
		...contentFaults(stored, content),
		...addedFaults,
		...(stored.roundState === 'adopted' ? [] : ['Het peilmoment staat niet meer als vastgesteld te boek.']),
	];
	const bytes = Buffer.byteLength(snapshot, 'utf8');
	const added = stored.added.map((one) => one.hash);
	return { slug, period, adoptedOn, forum, hash, computed, bytes, isIntact, added, faults };
}

function hashFaults({ hash, recordedHash }: StoredAdoption, computed: string): string[] {
	const faults: string[] = [];
	if (computed !== hash) {
		faults.push(
			`De inhoud is veranderd: de controlecode is nu ${computed}, en bij de vaststelling was die ${hash}.`,
		);
	}
	if (recordedHash === null) faults.push('In het logboek ontbreekt de regel over deze vaststelling.');
	else if (recordedHash !== hash) {
		faults.push(`De controlecode is veranderd: volgens het logboek was die ${recordedHash}.`);
	}
	return faults;
}

function meetingFaults({ meeting, text, hash, recordedHash }: StoredMeeting): string[] {
	const faults: string[] = [];
	const which = `De toegevoegde vergadering ${meeting}`;
	const computed = sha256(text);
	if (computed !== hash) {
		faults.push(
			`${which} is veranderd: de controlecode is nu ${computed}, en bij de correctie was die ${hash}.`,
		);
	}
	if (recordedHash === null) faults.push(`${which} heeft geen regel in het logboek.`);
	else if (recordedHash !== hash) {
		faults.push(`${which} heeft een andere controlecode dan in het logboek: daar was die ${recordedHash}.`);
	}
	if (!isMeeting(text)) faults.push(`${which} is niet te lezen.`);
	return faults;
}

function isMeeting(text: string): boolean {
	try {
		return writeMeeting(parseMeeting(text)).text === text;
	} catch {
		return false;
	}
}

interface Content {
	snapshot: Snapshot;
	isCanonical: boolean;
}

function contentFaults(stored: StoredAdoption, content: Content | null): string[] {
	if (!content) return ['De inhoud is niet te lezen als vaststelling.'];
	const { snapshot, isCanonical } = content;
	const same = [
		[snapshot.period, stored.period, 'een ander peilmoment'],
		[snapshot.adoptedOn, stored.adoptedOn, 'een andere datum'],
		[snapshot.forum, stored.forum, 'een ander overleg'],
		[snapshot.facts.agenda.slug, stored.agendaSlug, 'een andere agenda'],
	] as const;
	return [
		...(isCanonical ? [] : ['De inhoud staat niet in de vaste schrijfwijze.']),
		...same
			.filter(([frozen, kept]) => frozen !== kept)
			.map(([frozen, kept, what]) => `De inhoud noemt ${what} dan de database: ${frozen} en niet ${kept}.`),
	];
}

function readContent(text: string): Content | null {
	try {
		return { snapshot: parseSnapshot(text), isCanonical: canonicalJson(JSON.parse(text)) === text };
	} catch {
		return null;
	}
}
