/** Saying that an organisation of the region is the same as one that other regions know, and taking that back. */
import { DomainError } from '#lib/domain/errors.ts';
import { OrganisationChange } from '#lib/input/organisations.ts';
import { refuseStale } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { knownBodies, refuseEnded } from './organisation-rules.ts';
import { findOrganisationSubject, listOrganisations, updateOrganisation } from './organisations.repo.ts';
import { insertBody } from './public-bodies.repo.ts';

/** Only by exactly the same name. It gives neither region any right over what the other has. */
export const linkOrganisation = command({
	name: 'organisation.link',
	permission: 'region.manage',
	input: OrganisationChange,
	subject: ({ db }, input) => findOrganisationSubject(db, input),
	run({ db, record }, { version }, subject) {
		const { organisation, region } = subject;
		refuseStale(organisation, version);
		refuseEnded(subject);
		const own = listOrganisations(db, region.id);
		const body = knownBodies(db, [organisation.name], own).get(organisation.name.toLowerCase());
		if (body === undefined)
			throw new DomainError('wrong-state', 'Deze site kent geen andere organisatie met precies deze naam.');
		updateOrganisation(db, subject, { publicBodyId: body });
		record({ entity: 'organisation', entityId: organisation.id, after: { sameElsewhere: true } });
	},
});

export const unlinkOrganisation = command({
	name: 'organisation.unlink',
	permission: 'region.manage',
	input: OrganisationChange,
	subject: ({ db }, input) => findOrganisationSubject(db, input),
	run({ db, now, record }, { version }, subject) {
		const { organisation } = subject;
		refuseStale(organisation, version);
		updateOrganisation(db, subject, { publicBodyId: insertBody(db, subject, organisation, now) });
		record({
			entity: 'organisation',
			entityId: organisation.id,
			before: { sameElsewhere: true },
			after: { sameElsewhere: false },
		});
	},
});
