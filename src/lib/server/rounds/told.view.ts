/** What a status says, whole, for whoever has to judge it: the stand van zaken and every reason with it. Pure. */
import { needsReason } from '#lib/domain/level.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { saidBesides } from '#lib/text/status.ts';
import type { ProgressRow } from './progress.ts';

export interface Told {
	text: Narrative;
	reasons: { label: string; text: Narrative }[];
	/** Unfolded from the start: what has to be judged, and what is rood or oranje. */
	isOpen: boolean;
}

/** Null when nothing was written. */
export function toldOf(row: ProgressRow, mayAgree: boolean): Told | null {
	const reasons = reasonsOf(row);
	if (!row.narrative && reasons.length === 0) return null;
	return {
		text: readNarrative(row.narrative ?? ''),
		reasons: reasons.map(({ label, text }) => ({ label, text: readNarrative(text) })),
		isOpen: mayAgree || (row.level !== null && needsReason(row.level)),
	};
}

/** The question to the board has a place of its own. */
function reasonsOf(row: ProgressRow): { label: string; text: string }[] {
	const expectation = row.expectation && {
		expectation: { answer: row.expectation, reason: row.expectationReason ?? '' },
	};
	const besides = saidBesides(
		{ success: row.success ?? '', lesson: row.lesson ?? '', ...expectation },
		row.kind,
	);
	return [
		{ label: 'Oorzaak', text: row.cause ?? '' },
		{ label: 'Gevolg', text: row.consequence ?? '' },
		{ label: 'Bijsturing', text: row.correction ?? '' },
		{ label: 'Waarom een ander niveau', text: row.differsBecause ?? '' },
		...besides,
		{ label: 'Toch laten staan, omdat', text: row.privacyReason ?? '' },
	].filter(({ text }) => text !== '');
}
