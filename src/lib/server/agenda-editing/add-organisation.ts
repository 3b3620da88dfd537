/** A new organisation in a region, so that it can lead items or take part in them. */
import { freeSlug, slugOf } from '#lib/domain/slug.ts';
import { AddOrganisationInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findRegionSubject, insertOrganisation, listOrganisations } from './agenda-editing.repo.ts';
import { invalidField } from './edit-rules.ts';

/** Answers its id. */
export const addOrganisation = command({
	name: 'region.add-organisation',
	permission: 'region.manage',
	input: AddOrganisationInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run({ db, now, record }, { name, shortName, kind }, subject): number {
		const known = listOrganisations(db, subject.region.id);
		const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
		if (known.some((one) => isSame(one.name, name))) {
			throw invalidField('name', 'Deze organisatie doet al mee in de regio. Kies haar in de lijst.');
		}
		if (known.some((one) => isSame(one.shortName, shortName))) {
			throw invalidField('shortName', 'Een andere organisatie heeft deze korte naam al. Kies een andere.');
		}
		const wanted = slugOf(shortName) || slugOf(name);
		if (wanted === '')
			throw invalidField('shortName', 'Gebruik minstens één letter of cijfer in de korte naam.');
		const slug = freeSlug(wanted, (taken) => known.some((one) => one.slug === taken));
		const id = insertOrganisation(db, subject, { slug, name, shortName, kind, createdAt: now });
		record({ entity: 'organisation', entityId: id, after: { name, shortName, kind } });
		return id;
	},
});
