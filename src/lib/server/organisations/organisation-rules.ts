/** The rules that changing an organisation shares: it still takes part, its names are free, and no other region is touched. */
import { may, type Actor } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { nameKey } from '#lib/domain/organisation.ts';
import { freeSlug, slugOf } from '#lib/domain/slug.ts';
import type { KnownName } from '#lib/input/organisation-lines.ts';
import { invalidField } from '../agenda-editing/edit-rules.ts';
import type { Db } from '../db/open.ts';
import type { OrganisationSubject } from './organisations.repo.ts';
import { listBodiesByName } from './public-bodies.repo.ts';

export function refuseEnded({ organisation, participation }: OrganisationSubject): void {
	if (participation.endedOn === null) return;
	throw new DomainError(
		'wrong-state',
		`${organisation.name} doet niet meer mee in deze regio. Laat de organisatie eerst weer meedoen.`,
	);
}

/** One row can take part in several regions: then its name is the name in all of them. */
export function refuseForOtherRegion({ organisation, regionIds }: OrganisationSubject, actor: Actor): void {
	const isManager = (regionId: number) =>
		may(actor, 'region.manage', { kind: 'region', regionId, organisationIds: [] });
	if (regionIds.every(isManager)) return;
	throw new DomainError(
		'forbidden',
		`${organisation.name} is in meer regio’s dezelfde organisatie met één naam. Alleen wie van al die regio’s beheerder is, mag dat wijzigen.`,
	);
}

/** Throws `invalid` when another organisation of the region has or had this name or short name. */
export function refuseTakenName(
	{ name, shortName }: { name: string; shortName: string },
	others: readonly KnownName[],
): void {
	const same = others.find((one) => nameKey(one.name) === nameKey(name));
	if (same) {
		throw invalidField(
			'name',
			same.endedOn === null
				? 'Deze organisatie doet al mee in de regio. Kies een andere naam, of voeg beide samen.'
				: 'Een organisatie met deze naam deed eerder mee. Laat die weer meedoen, of kies een andere naam.',
		);
	}
	if (others.some((one) => nameKey(one.shortName) === nameKey(shortName)))
		throw invalidField('shortName', 'Een andere organisatie heeft deze korte naam al. Kies een andere.');
}

/** Throws `invalid` when neither name has a letter or a digit to make an address of. */
export function newSlug(
	{ name, shortName }: { name: string; shortName: string },
	known: readonly { slug: string }[],
): string {
	const wanted = slugOf(shortName) || slugOf(name);
	if (wanted === '')
		throw invalidField('shortName', 'Gebruik minstens één letter of cijfer in de korte naam.');
	return freeSlug(wanted, (taken) => known.some((one) => one.slug === taken));
}

/** What this site knows by exactly these names and the region does not have yet: the name in lower case to its id. */
export function knownBodies(
	db: Db,
	names: readonly string[],
	own: readonly { publicBodyId: number | null }[],
): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const { id, name } of listBodiesByName(db, names)) {
		const key = name.toLowerCase();
		if (!own.some((one) => one.publicBodyId === id) && !found.has(key)) found.set(key, id);
	}
	return found;
}
