/** Correcties beside what was adopted: in words, with levels as levels. They change no count and no text of the report. */
import { amendmentsOf, NOT_ANSWERED, type AmendmentFacts } from '#lib/domain/amendment.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { isLevel } from '#lib/domain/level.ts';
import { longDate } from '#lib/text/nl.ts';
import { badgeOf, nameOfRef, tidy, told } from './report-labels.ts';
import type { Badge, CorrectionView } from './report-model.ts';

/** "Met correcties tot en met 3 december 2020"; null without correcties. */
export function correctedUntil(amendments: readonly AmendmentFacts[]): string | null {
	const last = amendments.at(-1);
	return last ? `Met correcties tot en met ${longDate(last.on)}` : null;
}

export function correctionViews(facts: AgendaFacts, amendments: readonly AmendmentFacts[]): CorrectionView[] {
	return amendments.map((one) => correctionView(facts, one));
}

/** Those of one item, and the level after the newest of them. */
export function itemCorrections(
	facts: AgendaFacts,
	ref: string,
	amendments: readonly AmendmentFacts[],
): { corrections: CorrectionView[]; correctedTo: Badge | null } {
	const corrections = correctionViews(facts, amendmentsOf(amendments, ref));
	return { corrections, correctedTo: corrections.findLast((one) => one.levels)?.levels?.becomes ?? null };
}

function correctionView(facts: AgendaFacts, one: AmendmentFacts): CorrectionView {
	const [was, becomes] = [levelBadge(one.was), levelBadge(one.becomes)];
	const levels = one.part === 'Niveau' && was && becomes ? { was, becomes } : null;
	const part = one.part.toLowerCase();
	return {
		itemRef: one.itemRef,
		item: nameOfRef(facts, one.itemRef),
		part: one.part,
		was: told(one.was),
		becomes: told(one.becomes),
		levels,
		reason: tidy(one.reason),
		by: `Correctie van ${longDate(one.on)} door ${one.author}`,
		summary: levels ? `${part}: ${one.was}, gecorrigeerd naar ${one.becomes}` : `${part} gecorrigeerd`,
	};
}

function levelBadge(text: string): Badge | null {
	if (isLevel(text)) return badgeOf(text);
	return text === NOT_ANSWERED ? badgeOf('unanswered') : null;
}
