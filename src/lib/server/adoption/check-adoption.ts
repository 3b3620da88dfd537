/** Whether one adoption is still what was adopted: recomputed from its bytes, and held against round, row and audit trail. */
import { canonicalJson } from '#lib/domain/canonical.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import type { RoundState } from '#lib/domain/workflow.ts';
import { sha256 } from '../sha256.ts';
import { parseSnapshot, type Snapshot } from './snapshot.ts';

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
	/** Whether the text can be shown as what was adopted: its bytes give the code, and it can be read. */
	isIntact: boolean;
	/** Whole sentences; none means that everything is as it was adopted. */
	faults: string[];
}

export function checkAdoption(stored: StoredAdoption): CheckedAdoption {
	const { slug, period, adoptedOn, forum, hash, snapshot } = stored;
	const computed = sha256(snapshot);
	const content = readContent(snapshot);
	const isIntact = computed === hash && content !== null;
	const faults = [
		...hashFaults(stored, computed),
		...contentFaults(stored, content),
		...(stored.roundState === 'adopted' ? [] : ['Het peilmoment staat niet meer als vastgesteld te boek.']),
	];
	const bytes = Buffer.byteLength(snapshot, 'utf8');
	return { slug, period, adoptedOn, forum, hash, computed, bytes, isIntact, faults };
}

function hashFaults({ hash, recordedHash }: StoredAdoption, computed: string): string[] {
	const faults: string[] = [];
	if (computed !== hash) {
		faults.push(
			`De inhoud is veranderd: de controlecode is nu ${computed}, en bij de vaststelling was zij ${hash}.`,
		);
	}
	if (recordedHash === null) faults.push('In het logboek ontbreekt de regel over deze vaststelling.');
	else if (recordedHash !== hash) {
		faults.push(`De controlecode is veranderd: volgens het logboek was zij ${recordedHash}.`);
	}
	return faults;
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
