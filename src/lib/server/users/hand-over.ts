/** What somebody has open goes to a colleague: the statuses being written, and the rounds that are open for that person alone. */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { HandOverInput } from '#lib/input/members.ts';
import { command } from '../use-case.ts';
import { listOpenExceptions, listOpenStatuses, updateAuthor, updateExceptionPerson } from './leaving.repo.ts';
import { listSuccessors } from './people.repo.ts';
import { findRegionPerson, refuseStalePerson } from './region-person.ts';

/** Answers how many things went over. Only to somebody of the same organisation, who can sign in and fill in. */
export const handOver = command({
	name: 'region.hand-over',
	permission: 'region.manage',
	input: HandOverInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, now, record }, { seen, to }, subject): number {
		refuseStalePerson(subject, seen);
		const { person, region } = subject;
		const own = { userId: person.userId, regionId: region.id };
		const organisationIds = person.roles.map(({ organisationId }) => organisationId);
		const successor = listSuccessors(db, own, organisationIds).find(({ userId }) => userId === to);
		if (!successor) throw invalid('Kies iemand van dezelfde organisatie die kan inloggen en invult.');
		const statuses = listOpenStatuses(db, own);
		const exceptions = listOpenExceptions(db, own, dayOf(now));
		if (statuses.length + exceptions.length === 0)
			throw new DomainError('wrong-state', `${person.name} heeft niets meer open staan om over te dragen.`);
		updateAuthor(
			db,
			subject,
			statuses.map(({ id }) => id),
			to,
		);
		for (const { id } of statuses)
			record({
				entity: 'status',
				entityId: id,
				before: { author: person.name },
				after: { author: successor.name },
			});
		for (const { id, roundId, until, reason } of exceptions) {
			updateExceptionPerson(db, subject, id, to);
			record({
				entity: 'round',
				entityId: roundId,
				before: { reopenedFor: person.name },
				after: { reopenedFor: successor.name, until, reason },
			});
		}
		return statuses.length + exceptions.length;
	},
});

function invalid(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { to: sentence } });
}
