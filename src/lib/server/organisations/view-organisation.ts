/** One organisation of a region: what is known of it, what depends on it, and what a merge would move. */
import { dayOf } from '#lib/domain/day.ts';
import { bodyKeeper } from '#lib/domain/organisation.ts';
import { ViewOrganisationInput } from '#lib/input/organisations.ts';
import type { Db } from '../db/open.ts';
import { listFormerNames } from '../db/organisations.ts';
import { query } from '../use-case.ts';
import { countObstacles, findPaper, listLiveWork } from './merge.repo.ts';
import { knownBodies } from './organisation-rules.ts';
import {
	findOrganisationSubject,
	listLedItems,
	listOrganisations,
	listPeople,
	type OrganisationSubject,
} from './organisations.repo.ts';
import { countRowsOf, findBody } from './public-bodies.repo.ts';

export const viewOrganisation = query({
	name: 'organisation.view',
	permission: 'region.manage',
	input: ViewOrganisationInput,
	subject: ({ db }, input) => findOrganisationSubject(db, input),
	run({ db, now }, { into }, subject) {
		const { organisation, region, participation } = subject;
		const all = listOrganisations(db, region.id);
		const others = all.filter((one) => one.id !== organisation.id && one.endedOn === null);
		const target = others.find((one) => one.slug === into) ?? null;
		return {
			today: dayOf(now),
			region,
			organisation,
			participation,
			mergedInto: all.find((one) => one.id === participation.mergedIntoId) ?? null,
			formerNames: listFormerNames(db, [organisation.id]),
			ledItems: listLedItems(db, region.id, organisation.id),
			people: listPeople(db, region.id, organisation.id),
			others,
			body: bodyFacts(db, subject, all),
			merge: target && mergeFacts(db, subject, target),
		};
	},
});

export type OrganisationPage = ReturnType<typeof viewOrganisation>;

function bodyFacts(
	db: Db,
	{ organisation }: OrganisationSubject,
	own: readonly { publicBodyId: number | null }[],
) {
	const body = findBody(db, organisation.publicBodyId);
	const rows = body === null ? 0 : countRowsOf(db, body.id);
	const known = rows > 1 ? false : knownBodies(db, [organisation.name], own).size > 0;
	return { body, keeper: bodyKeeper(rows), isKnownElsewhere: known };
}

function mergeFacts(db: Db, { organisation, region }: OrganisationSubject, target: Target) {
	const pair = { regionId: region.id, from: organisation.id, into: target.id };
	return {
		target,
		work: listLiveWork(db, pair),
		obstacles: countObstacles(db, pair),
		paper: findPaper(db, region.id, organisation.id),
		targetPaper: findPaper(db, region.id, target.id),
	};
}

type Target = ReturnType<typeof listOrganisations>[number];
