/** What an organisation says of an item for its own area: a level, a text, or both. Left empty it takes back what it said. */
import { isSilent } from '#lib/domain/contribution.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { levelsFor, type ItemKind, type Level } from '#lib/domain/level.ts';
import { SaveContributionInput } from '#lib/input/contributions.ts';
import { refuseClosedRound } from '../db/round-writing.ts';
import { command } from '../use-case.ts';
import {
	findContributionSubject,
	writeContribution,
	type ContributionSubject,
} from './contributions.repo.ts';

/** The right to enter a status, for the one organisation that it is about. The joint status stays as it is. */
export const saveContribution = command({
	name: 'contribution.save',
	permission: 'status.write',
	input: SaveContributionInput,
	subject: ({ db }, input) => findContributionSubject(db, input),
	stands: ({ contribution }) => ({ narrative: contribution?.narrative }),
	run(unit, { level, narrative, version }, subject) {
		const { db, actor, now, record, nothingChanged } = unit;
		const { contribution: before, round, item, organisation } = subject;
		refuseStale(subject, version);
		refuseClosedRound(unit, subject, 'Deze bijdrage kan niet meer worden gewijzigd.');
		refuseWrongLevel(level, item.kind);
		refuseEmpty({ level, narrative }, before);
		if (before?.level === level && before.narrative === narrative) return nothingChanged();
		const authorId = actor.kind === 'person' ? actor.userId : null;
		writeContribution(db, subject, { level, narrative, authorId, updatedAt: now });
		const about = { round: round.slug, organisation: organisation.name };
		record({
			entity: 'item',
			entityId: item.id,
			before: before && { ...about, level: before.level, narrative: before.narrative },
			after: { ...about, level, narrative },
		});
	},
});

function refuseStale({ contribution }: ContributionSubject, version: number): void {
	if ((contribution?.version ?? 0) === version) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft deze bijdrage intussen gewijzigd. Uw tekst staat er nog: vergelijk beide teksten en sla daarna op.',
		{
			theirVersion: contribution?.version ?? 0,
			theirs: { level: contribution?.level ?? '', narrative: contribution?.narrative ?? '' },
		},
	);
}

function refuseWrongLevel(level: Level | null, kind: ItemKind): void {
	if (level === null || levelsFor(kind).includes(level)) return;
	const sentence = 'Kies rood, oranje of groen: een doorlopend agendapunt heeft geen donkergroen.';
	throw new DomainError('invalid', sentence, { fields: { level: sentence } });
}

type Said = Parameters<typeof isSilent>[0];

function refuseEmpty(said: Said, before: Said): void {
	if (!isSilent(said) || !isSilent(before)) return;
	const sentence = 'Kies een niveau of schrijf een tekst.';
	throw new DomainError('invalid', sentence, { fields: { narrative: sentence } });
}
