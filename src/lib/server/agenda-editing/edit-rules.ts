/** The rules that every change of an agenda shares: its state allows it, a reason where one is due, and nobody writes over the unseen. */
import { judgeChange } from '#lib/domain/agenda-change.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { AgendaState } from '#lib/domain/workflow.ts';

/** Throws `wrong-state` for an afgesloten agenda, and `invalid` for a vastgestelde one without a reason. */
export function refuseForbiddenChange(state: AgendaState, reason: string): void {
	const verdict = judgeChange(state, reason);
	if (verdict === 'closed') {
		throw new DomainError(
			'wrong-state',
			'Deze agenda is afgesloten en verandert niet meer. Start een nieuwe.',
		);
	}
	if (verdict === 'needs-reason') {
		throw invalidField(
			'reason',
			'Schrijf op waarom dit verandert: de agenda is vastgesteld. De reden komt bij de wijzigingen te staan.',
		);
	}
}

/** Throws `conflict`, with what the other person saved, when `version` is not the newest. */
export function refuseStale(
	current: { version: number },
	version: number,
	theirs: Record<string, string> = {},
): void {
	if (current.version === version) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft dit intussen gewijzigd. Uw tekst staat er nog: vergelijk beide en sla daarna op.',
		{ theirVersion: current.version, theirs },
	);
}

/** For an order, of which there is no text to keep. */
export function refuseStaleOrder(current: { version: number }, version: number): void {
	if (current.version === version) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft de agenda intussen gewijzigd. Bekijk de volgorde opnieuw en verplaats daarna.',
	);
}

export function invalidField(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

type Fields = Record<string, unknown>;

/** The fields that differ, before and after, with the reason; null when none does. */
export function differenceOf(
	before: Fields,
	after: Fields,
	reason: string,
): { before: Fields; after: Fields } | null {
	const changed = Object.keys(after).filter(
		(name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
	);
	if (changed.length === 0) return null;
	const pick = (from: Fields) => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
	return { before: pick(before), after: withReason(pick(after), reason) };
}

export function withReason(fields: Fields, reason: string): Fields {
	return reason === '' ? fields : { ...fields, reason };
}
