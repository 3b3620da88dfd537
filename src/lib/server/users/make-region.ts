/** A new region, made by the platformbeheerder, who asks somebody to be its first beheerder. */
import { DomainError } from '#lib/domain/errors.ts';
import { slugOf } from '#lib/domain/slug.ts';
import { MakeRegionInput } from '#lib/input/account.ts';
import { command } from '../use-case.ts';
import { makeInvitation, type MadeInvitation } from './make-invitation.ts';
import { findRegion, insertOrganisation, insertRegion } from './users.repo.ts';

export interface MadeRegion extends MadeInvitation {
	slug: string;
	name: string;
}

export const makeRegion = command({
	name: 'platform.make-region',
	permission: 'platform.manage',
	input: MakeRegionInput,
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run(unit, input, subject): MadeRegion {
		const { db, now, record } = unit;
		const slug = slugOf(input.name);
		if (slug === '') throw invalid('name', 'Gebruik minstens één letter of cijfer in de naam van de regio.');
		if (findRegion(db, slug))
			throw invalid('name', 'Er is al een regio met deze naam. Kies een andere naam.');
		const { name, officialForum, boardForum } = input;
		const regionId = insertRegion(db, subject, { slug, name, officialForum, boardForum, now });
		const organisationSlug = slugOf(input.organisation) || 'organisatie';
		const organisationId = insertOrganisation(db, subject, {
			regionId,
			slug: organisationSlug,
			name: input.organisation,
			shortName: input.organisation.replace(/^Gemeente /, ''),
			kind: input.organisation.startsWith('Gemeente ') ? 'gemeente' : 'organisatie',
			now,
		});
		record({
			entity: 'region',
			entityId: regionId,
			after: { slug, name, administrator: input.administratorEmail },
		});
		const made = makeInvitation(
			unit,
			subject,
			{
				region: { id: regionId },
				organisation: { id: organisationId, slug: organisationSlug },
				role: 'administrator',
				email: input.administratorEmail,
				name: input.administratorName,
			},
			[null, regionId],
		);
		return { slug, name, ...made };
	},
});

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
