/** What the organisations say of one item in one round, for whoever fills in the joint status, and for whom this person writes. */
import { may, type Actor } from '#lib/domain/access.ts';
import { StatusRef } from '#lib/input/status.ts';
import { isRoundWritable } from '../db/round-writing.ts';
import { query } from '../use-case.ts';
import {
	findContributionsSubject,
	listContributionsOf,
	listOrganisationsById,
} from './contributions.repo.ts';

/** For the REA only, also after the round was adopted: contributions are its working material. */
export const listContributions = query({
	name: 'contribution.list',
	permission: 'draft.read',
	input: StatusRef,
	subject: ({ db }, input) => findContributionsSubject(db, input),
	run(context, input, subject) {
		const { db, actor } = context;
		const { regionId, organisationIds } = subject;
		const contributions = listContributionsOf(db, subject);
		const said = new Map(contributions.map((one) => [one.organisationId, one]));
		const everyone = listOrganisationsById(db, [...new Set([...organisationIds, ...said.keys()])]);
		const mayWriteFor = (id: number) =>
			organisationIds.includes(id) &&
			may(actor, 'status.write', { kind: 'region', regionId, organisationIds: [id] });
		return {
			ref: input,
			open: isRoundWritable(context, subject),
			joint: subject.status,
			leadId: subject.item.leadId,
			organisations: everyone.map(({ id, name, shortName }) => ({
				id,
				name,
				shortName,
				said: said.get(id) ?? null,
				mayWrite: mayWriteFor(id),
				/** This person's own. */
				isOwn: isMember(actor, regionId, id),
			})),
		};
	},
});

function isMember(actor: Actor, regionId: number, organisationId: number): boolean {
	if (actor.kind !== 'person') return false;
	return actor.memberships.some((one) => one.regionId === regionId && one.organisationId === organisationId);
}

export type ContributionList = ReturnType<typeof listContributions>;
