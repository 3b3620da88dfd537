/** What organisations of several regions are outside them: only the platformbeheerder sees and changes that. */
import { z } from 'zod';
import { bodyKeeper, isOrganisationKind } from '#lib/domain/organisation.ts';
import { EditBodyInput } from '#lib/input/organisations.ts';
import { kindWord } from '#lib/text/organisation.ts';
import { differenceOf, invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command, query, type Context } from '../use-case.ts';
import {
	countRowsOf,
	findBody,
	listSharedBodies,
	updateBody,
	type BodySubject,
} from './public-bodies.repo.ts';

export const listSharedOrganisations = query({
	name: 'public-body.list',
	permission: 'platform.manage',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run: ({ db }) => listSharedBodies(db).map((body) => ({ ...body, kindWord: kindWord(body.kind) })),
});

/** Changes no name that a region uses itself: its beheerder sees the official name beside it and takes it over. */
export const editPublicBody = command({
	name: 'public-body.edit',
	permission: 'platform.manage',
	input: EditBodyInput,
	subject: (context, input): BodySubject | null => subjectOf(context, input.body),
	run({ db, record, nothingChanged }, { version, name, kind, code }, subject) {
		const { body } = subject;
		refuseStale(body, version, { name: body.name, kind: kindWord(body.kind), code: body.code });
		if (!isOrganisationKind(kind) && kind !== body.kind)
			throw invalidField('kind', 'Kies het soort organisatie.');
		const difference = differenceOf(body, { name, kind, code }, '');
		if (!difference) return nothingChanged();
		updateBody(db, subject, body, { name, kind, code });
		record({ entity: 'public-body', entityId: body.id, ...difference });
	},
});

/** One that only one region points to is that region's, and to the platformbeheerder does not exist. */
function subjectOf({ db }: Context, id: number): BodySubject | null {
	const body = findBody(db, id);
	if (!body || bodyKeeper(countRowsOf(db, body.id)) === 'region') return null;
	return { body, scope: { kind: 'platform' } };
}
