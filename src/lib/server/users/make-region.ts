/** A new region with its first beheerder, made by the platformbeheerder. */
import { DomainError } from '#lib/domain/errors.ts';
import { slugOf } from '#lib/domain/slug.ts';
import { MakeRegionInput } from '#lib/input/account.ts';
import { issuePasswordLink } from '../auth/issue-password-link.ts';
import { command } from '../use-case.ts';
import {
	findRegion,
	findUserId,
	insertMembership,
	insertOrganisation,
	insertRegion,
	insertUser,
} from './users.repo.ts';

export interface MadeRegion {
	slug: string;
	name: string;
	email: string;
	/** Null when the person already had an account. */
	linkPath: string | null;
}

export const makeRegion = command({
	name: 'platform.make-region',
	permission: 'platform.manage',
	input: MakeRegionInput,
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db, now, record }, input, subject): MadeRegion {
		const slug = slugOf(input.name);
		if (slug === '') throw invalid('name', 'Gebruik minstens één letter of cijfer in de naam van de regio.');
		if (findRegion(db, slug))
			throw invalid('name', 'Er is al een regio met deze naam. Kies een andere naam.');
		const { name, officialForum, boardForum } = input;
		const regionId = insertRegion(db, subject, { slug, name, officialForum, boardForum, now });
		const organisationId = insertOrganisation(db, subject, {
			regionId,
			slug: slugOf(input.organisation) || 'organisatie',
			name: input.organisation,
			shortName: input.organisation.replace(/^Gemeente /, ''),
			kind: input.organisation.startsWith('Gemeente ') ? 'gemeente' : 'organisatie',
			now,
		});
		const known = findUserId(db, input.administratorEmail);
		const userId =
			known ??
			insertUser(db, subject, {
				email: input.administratorEmail,
				name: input.administratorName,
				platformAdministrator: false,
				now,
			});
		insertMembership(db, subject, { userId, regionId, organisationId, role: 'administrator' });
		record({
			entity: 'region',
			entityId: regionId,
			after: { slug, name, administrator: input.administratorEmail },
		});
		record({
			entity: 'user',
			entityId: userId,
			after: { email: input.administratorEmail, role: 'administrator' },
		});
		const linkPath = known === null ? issuePasswordLink(db, userId, now) : null;
		return { slug, name, email: input.administratorEmail, linkPath };
	},
});

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
