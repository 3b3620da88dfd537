/** Taking a source away. Its file stays on the disk, because the audit trail tells of it. */
import { DomainError } from '#lib/domain/errors.ts';
import { RemoveSourceInput } from '#lib/input/sources.ts';
import { refuseClosedRound } from '../db/round-writing.ts';
import { command } from '../use-case.ts';
import { findSourceSubject, markRemoved } from './sources.repo.ts';

export const removeSource = command({
	name: 'source.remove',
	permission: 'status.write',
	input: RemoveSourceInput,
	subject: ({ db }, input) => findSourceSubject(db, input),
	run(unit, { version }, subject) {
		const { db, now, record } = unit;
		const { source, round, item } = subject;
		if (source.version !== version || source.removedAt !== null) {
			throw new DomainError(
				'conflict',
				'Iemand anders heeft deze bron intussen weggehaald. Laad de pagina opnieuw.',
			);
		}
		refuseClosedRound(unit, subject, 'Deze bron kan niet meer weg.');
		markRemoved(db, subject, now);
		record({
			entity: 'item',
			entityId: item.id,
			before: { round: round.slug, source: source.title, url: source.url, file: source.fileId },
			after: { round: round.slug, source: null },
		});
	},
});
