/** A level that the meeting sets itself, beside the one that the officials gave; and taking it back. */
import { DomainError } from '#lib/domain/errors.ts';
import { levelsFor } from '#lib/domain/level.ts';
import { BoardLevelRef, SetBoardLevelInput } from '#lib/input/meetings.ts';
import { LEVEL_WORD } from '#lib/text/nl.ts';
import { invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import type { Db } from '../db/open.ts';
import { command, notFound } from '../use-case.ts';
import { findBoardLevel, writeBoardLevel, type BoardLevelRow } from './decisions.repo.ts';
import { findAgreedLevel } from './meeting-items.repo.ts';
import { findVisibleMeeting, itemNamed, refuseAdopted, refuseClosed, roundAt } from './meeting-rules.ts';
import type { MeetingSubject } from './meetings.repo.ts';

/** `version` is 0 while no level was ever set here. */
export const setBoardLevel = command({
	name: 'board-level.set',
	permission: 'decision.record',
	input: SetBoardLevelInput,
	subject: (context, input) => findVisibleMeeting(context, input.meeting),
	run({ db, actor, now, record, nothingChanged }, { item: ref, level, reason, version }, subject) {
		const { item, round } = placeOf(db, subject, ref);
		if (level === null || !levelsFor(item.kind).includes(level))
			throw invalidField('level', 'Dit doorlopende punt gaat tot en met groen. Kies een lager niveau.');
		const official = findAgreedLevel(db, round.id, item.id);
		if (official === null) {
			throw new DomainError(
				'wrong-state',
				'Dit punt is niet beantwoord, en geen antwoord wordt geen niveau. Leg een besluit vast over wat er moet gebeuren.',
			);
		}
		const existing = findBoardLevel(db, round.id, item.id);
		refuseStale(existing ?? { version: 0 }, version, theirs(existing));
		const held = holding(existing);
		if (held?.level === level && held.reason === reason) return nothingChanged();
		if (official === level)
			throw invalidField(
				'level',
				'Dit is het niveau dat er al stond. Kies een ander, of neem het besluit terug.',
			);
		const authorId = actor.kind === 'person' ? actor.userId : null;
		writeBoardLevel(db, subject, existing, {
			roundId: round.id,
			itemId: item.id,
			level,
			reason,
			authorId,
			updatedAt: now,
			withdrawnAt: null,
		});
		record({
			entity: 'meeting',
			entityId: subject.meeting.id,
			before: { item: item.title, level: held?.level ?? null, official },
			after: { item: item.title, level, official, reason },
		});
	},
});

export const withdrawBoardLevel = command({
	name: 'board-level.withdraw',
	permission: 'decision.record',
	input: BoardLevelRef,
	subject: (context, input) => findVisibleMeeting(context, input.meeting),
	run({ db, actor, now, record }, { item: ref, version }, subject) {
		const { item, round } = placeOf(db, subject, ref);
		const existing = findBoardLevel(db, round.id, item.id);
		const held = holding(existing);
		if (!held) throw notFound();
		refuseStale(held, version, theirs(held));
		const authorId = actor.kind === 'person' ? actor.userId : null;
		const { level, reason } = held;
		writeBoardLevel(db, subject, held, {
			roundId: round.id,
			itemId: item.id,
			level,
			reason,
			authorId,
			updatedAt: now,
			withdrawnAt: now,
		});
		record({
			entity: 'meeting',
			entityId: subject.meeting.id,
			before: { item: item.title, level, reason },
			after: { item: item.title, level: null },
		});
	},
});

function holding(row: BoardLevelRow | null): BoardLevelRow | null {
	return row && row.withdrawnAt === null ? row : null;
}

function theirs(row: BoardLevelRow | null): Record<string, string> {
	return row ? { level: LEVEL_WORD[row.level], reason: row.reason } : {};
}

/** Throws when the meeting is closed, looks at no round that its table sees, or at one that has been adopted. */
function placeOf(db: Db, subject: MeetingSubject, ref: string) {
	refuseClosed(subject);
	if (subject.meeting.forum !== 'board') {
		throw new DomainError(
			'wrong-state',
			'Dit overleg geeft de niveaus zelf, bij het peilmoment. Pas de status daar aan.',
		);
	}
	const round = roundAt(subject);
	if (!round)
		throw new DomainError('wrong-state', 'Deze vergadering kijkt nog niet naar een gesloten peilmoment.');
	refuseAdopted({ rounds: [round] });
	const item = itemNamed(db, subject, ref);
	if (!item) throw invalidField('item', 'Kies een agendapunt van deze agenda.');
	return { item, round };
}
