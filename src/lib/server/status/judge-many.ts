/** Agreeing with several submitted statuses at once, or returning them with one note. What changed meanwhile is left alone. */
import { AgreeManyInput, ReturnManyInput } from '#lib/input/status.ts';
import { authorize, command, type Unit } from '../use-case.ts';
import { findRoundScope } from './judge-many.repo.ts';
import { auditedStatus, stateAfter } from './status-rules.ts';
import { findStatusSubject, moveStatusRow } from './status.repo.ts';

export interface JudgedMany {
	/** How many moved. */
	done: number;
	/** Those that somebody changed meanwhile, or that no longer wait: `thuiszitters-1`. */
	skipped: string[];
}

export const agreeMany = command({
	name: 'status.agree-many',
	permission: 'round.decide',
	input: AgreeManyInput,
	subject: ({ db }, input) => findRoundScope(db, input.round),
	run: (unit, { round, seen }): JudgedMany =>
		judgeMany(unit, { round, seen, event: 'agree', returnNote: '', agreedAt: unit.now }),
});

export const returnMany = command({
	name: 'status.return-many',
	permission: 'round.decide',
	input: ReturnManyInput,
	subject: ({ db }, input) => findRoundScope(db, input.round),
	run: (unit, { round, seen, note }): JudgedMany =>
		judgeMany(unit, { round, seen, event: 'return', returnNote: note, agreedAt: null }),
});

interface Judgement {
	round: string;
	seen: readonly { item: string; version: number }[];
	event: 'agree' | 'return';
	returnNote: string;
	agreedAt: Date | null;
}

function judgeMany(unit: Unit, { round, seen, event, returnNote, agreedAt }: Judgement): JudgedMany {
	const { db, actor, record } = unit;
	const result: JudgedMany = { done: 0, skipped: [] };
	for (const { item, version } of seen) {
		const subject = findStatusSubject(db, { round, item });
		if (!subject) continue;
		authorize(actor, 'round.decide', subject);
		const { status } = subject;
		if (status?.version !== version || status.state !== 'submitted') {
			result.skipped.push(item);
			continue;
		}
		const state = stateAfter(subject, event, unit);
		moveStatusRow(db, subject, { state, returnNote, agreedAt });
		const before = auditedStatus(status, subject.measurement);
		record({ entity: 'status', entityId: status.id, before, after: { ...before, state, returnNote } });
		result.done += 1;
	}
	if (result.done === 0) unit.nothingChanged();
	return result;
}
