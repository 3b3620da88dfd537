/** A closed round that is opened again for one person, until a day; it ends by itself, or when the coordinator ends it. */
import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isRunning } from '#lib/domain/exception.ts';
import { EndExceptionInput, ReopenForInput } from '#lib/input/rounds.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import { command } from '../use-case.ts';
import { endExceptions, insertException, listPeopleOf, type RegionPerson } from './exceptions.repo.ts';
import { refuseStaleRound } from './move-round.ts';
import { findRoundSubject, updateRound } from './rounds.repo.ts';

export const reopenFor = command({
	name: 'round.reopen-for',
	permission: 'round.decide',
	input: ReopenForInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, actor, now, record }, { version, person, until, reason }, subject): void {
		refuseStaleRound(subject, version);
		if (subject.round.state !== 'closed') {
			throw new DomainError(
				'wrong-state',
				'Dit peilmoment kan niet voor één persoon worden heropend: het is niet gesloten, of al vastgesteld.',
			);
		}
		const found = whoCanFillIn(listPeopleOf(db, subject.region.id)).find((one) => one.userId === person);
		if (!found) throw invalid('person', 'Kies iemand die in deze regio statussen invult.');
		if (until < dayOf(now)) throw invalid('until', 'Deze dag is al voorbij. Kies vandaag of een latere dag.');
		endExceptions(db, subject, now, person);
		const authorId = actor.kind === 'person' ? actor.userId : null;
		insertException(db, subject, { userId: person, until, reason, authorId, now });
		updateRound(db, subject, {});
		const after = { reopenedFor: found.name, until, reason };
		record({ entity: 'round', entityId: subject.round.id, after });
	},
});

export const endException = command({
	name: 'round.end-exception',
	permission: 'round.decide',
	input: EndExceptionInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record }, { version, exception }, subject): void {
		refuseStaleRound(subject, version);
		const found = listExceptions(db, subject.round.id).find((one) => one.id === exception);
		if (!found || !isRunning(found, dayOf(now)) || subject.round.state !== 'closed') {
			throw new DomainError('wrong-state', 'Deze heropening is al voorbij. Laad de pagina opnieuw.');
		}
		endExceptions(db, subject, now, found.userId);
		updateRound(db, subject, {});
		const { person, until, reason } = found;
		record({
			entity: 'round',
			entityId: subject.round.id,
			before: { reopenedFor: person.name, until, reason },
			after: { reopenedFor: null },
		});
	},
});

export interface Filler {
	userId: number;
	name: string;
	/** Where they fill in from: an organisation, or the coordinator's role. */
	organisations: string[];
}

/** Those who fill in statuses: advisers and coordinators, each once. */
export function whoCanFillIn(people: readonly RegionPerson[]): Filler[] {
	const filling = people.filter(({ person, organisationId }) => {
		const regionId = person.memberships[0]?.regionId;
		if (regionId === undefined) return false;
		return may(person, 'status.write', { kind: 'region', regionId, organisationIds: [organisationId] });
	});
	return [...Map.groupBy(filling, (one) => one.person.userId)].map(([userId, own]) => ({
		userId,
		name: own[0]?.person.name ?? '',
		organisations: own.map((one) => one.organisationName),
	}));
}

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
