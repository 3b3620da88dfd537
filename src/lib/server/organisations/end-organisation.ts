/** An organisation leaves the region: it is no longer offered anywhere and keeps its history. It can come back. */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isInFuture } from '#lib/domain/organisation.ts';
import { EndOrganisationInput, OrganisationChange } from '#lib/input/organisations.ts';
import { longDate } from '#lib/text/nl.ts';
import { invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { refuseEnded } from './organisation-rules.ts';
import { findOrganisationSubject, updateOrganisation, updateParticipation } from './organisations.repo.ts';

/** Items that it leads keep it until somebody hands them over; the page lists them. */
export const endOrganisation = command({
	name: 'organisation.end',
	permission: 'region.manage',
	input: EndOrganisationInput,
	subject: ({ db }, input) => findOrganisationSubject(db, input),
	run({ db, now, record }, { version, on }, subject) {
		const { organisation } = subject;
		refuseStale(organisation, version);
		refuseEnded(subject);
		if (isInFuture(on, dayOf(now))) {
			throw invalidField(
				'on',
				`Deze dag komt nog. Tot dan doet de organisatie mee: leg dit vast op of na ${longDate(on)}.`,
			);
		}
		updateParticipation(db, subject, { endedOn: on, mergedIntoId: null });
		updateOrganisation(db, subject, {});
		record({ entity: 'organisation', entityId: organisation.id, after: { endedOn: on } });
	},
});

export const resumeOrganisation = command({
	name: 'organisation.resume',
	permission: 'region.manage',
	input: OrganisationChange,
	subject: ({ db }, input) => findOrganisationSubject(db, input),
	run({ db, record }, { version }, subject) {
		const { organisation, participation } = subject;
		refuseStale(organisation, version);
		if (participation.endedOn === null)
			throw new DomainError('wrong-state', 'Deze organisatie doet al mee in de regio.');
		if (participation.mergedIntoId !== null) {
			throw new DomainError(
				'wrong-state',
				'Deze organisatie is samengevoegd met een andere. Dat is niet terug te draaien; voeg zo nodig een nieuwe toe.',
			);
		}
		updateParticipation(db, subject, { endedOn: null, mergedIntoId: null });
		updateOrganisation(db, subject, {});
		record({
			entity: 'organisation',
			entityId: organisation.id,
			before: { endedOn: participation.endedOn },
			after: { endedOn: null },
		});
	},
});
