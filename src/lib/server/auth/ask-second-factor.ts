/** Whether a region asks a second factor of everybody, and who of its people has one. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { slug, ticked, wholeNumber } from '#lib/input/fields.ts';
import { command, query, type Context } from '../use-case.ts';
import { findRegionBySlug, listMemberFactors } from './members.repo.ts';
import { updateSecondFactorForAll } from './second-factor.repo.ts';

const Region = z.object({ region: slug });

function subjectOf({ db }: Context, input: { region: string }) {
	const region = findRegionBySlug(db, input.region);
	return region && { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const };
}

export const viewSignInSettings = query({
	name: 'region.sign-in-settings',
	permission: 'region.manage',
	input: Region,
	subject: (context, input) => subjectOf(context, input),
	run: ({ db }, _input, { region: { id, slug: ownSlug, name, version, secondFactorForAll } }) => ({
		slug: ownSlug,
		name,
		version,
		secondFactorForAll,
		members: listMemberFactors(db, id),
	}),
});

/** Who has none is led to setting it up at the next page. */
export const askSecondFactor = command({
	name: 'region.ask-second-factor',
	permission: 'region.manage',
	input: Region.extend({ forAll: ticked, version: wholeNumber('Laad de pagina opnieuw.') }),
	subject: (context, input) => subjectOf(context, input),
	run({ db, record }, { forAll, version }, subject): void {
		const { region } = subject;
		if (region.version !== version) {
			throw new DomainError(
				'conflict',
				'Iemand anders heeft de instellingen van deze regio net gewijzigd. Laad de pagina opnieuw.',
			);
		}
		updateSecondFactorForAll(db, subject, forAll);
		const { secondFactorForAll } = region;
		record({
			entity: 'region',
			entityId: region.id,
			before: { secondFactorForAll },
			after: { secondFactorForAll: forAll },
		});
	},
});
