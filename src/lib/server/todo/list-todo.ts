/** What the start page needs to say what is expected of this person, beyond the rounds that run. */
import { z } from 'zod';
import { may, type Person, type Role } from '#lib/domain/access.ts';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { listLateLetters } from '../letters/list-letters.ts';
import { countTroubled } from '../mail/count-troubled.ts';
import { query, type Context } from '../use-case.ts';
import { listOwnInvitations } from '../users/answer-invitation.ts';
import {
	countWithoutGoals,
	countWithoutPassword,
	listClosedRounds,
	listLateActions,
	listOwnExceptions,
	listQuestions,
	listRecentAdoptions,
	listReturnMoments,
	listUnstaffed,
} from './todo.repo.ts';

/** After that an adopted round is no news any more. */
const NEWS_DAYS = 90;

/** Each part holds only what this person's role in that region asks for and may see; empty for who is no person. */
export const listTodo = query({
	name: 'todo.list',
	permission: 'account.use',
	input: z.object({ roundIds: z.array(z.number()).default([]) }),
	subject: ({ actor }) =>
		actor.kind === 'person' ? { person: actor, scope: { kind: 'account' } as const } : null,
	run: (context, { roundIds }, { person }) => ({
		...forAdviser(context, person, roundIds),
		...forBoard(context, person),
		...forAdministrator(context, person),
		lateLetters: listLateLetters(context, {}),
		invitations: listOwnInvitations(context).invitations,
	}),
});

export type TodoFacts = ReturnType<typeof listTodo>;

function forAdviser({ db, now }: Context, person: Person, roundIds: readonly number[]) {
	const today = dayOf(now);
	const here = person.memberships.filter((one) => one.role === 'adviser');
	const regionIds = regionsOf(person, ['adviser']);
	const organisationIds = here.map((one) => one.organisationId);
	/** The organisation can take part in more regions than the person does. */
	const isOwn = (row: { regionId: number; organisationId: number | null }) =>
		here.some((one) => one.regionId === row.regionId && one.organisationId === row.organisationId);
	return {
		lateActions: listLateActions(db, regionIds, organisationIds, today).filter(isOwn),
		withoutGoals: countWithoutGoals(db, regionIds, organisationIds).filter(isOwn),
		exceptions: listOwnExceptions(db, person.userId, today),
		returned: regionIds.length > 0 ? listReturnMoments(db, roundIds) : [],
	};
}

function forBoard({ db, now }: Context, person: Person) {
	const board = regionsOf(person, ['board']);
	const since = addDays(dayOf(now), -NEWS_DAYS);
	return {
		closedRounds: listClosedRounds(db, board),
		questions: listQuestions(db, board),
		adoptions: listRecentAdoptions(db, regionsOf(person, ['board', 'reader']), since),
	};
}

function forAdministrator(context: Context, person: Person) {
	const managed = regionsOf(person, ['administrator']).filter((regionId) =>
		may(person, 'region.manage', { kind: 'region', regionId, organisationIds: [] }),
	);
	return {
		mail: countTroubled(context, managed),
		withoutPassword: countWithoutPassword(context.db, managed),
		unstaffed: listUnstaffed(context.db, managed),
	};
}

function regionsOf(person: Person, roles: readonly Role[]): number[] {
	return [
		...new Set(person.memberships.filter((one) => roles.includes(one.role)).map((one) => one.regionId)),
	];
}
