/** The letters of one adoption, one line per gemeente, and the runs that made them all at once. */
import { z } from 'zod';
import { may, sightOf } from '#lib/domain/access.ts';
import { isLetterVisible, isWithCouncil } from '#lib/domain/council-letter.ts';
import { dayOf } from '#lib/domain/day.ts';
import { LettersRef, SetDueInput } from '#lib/input/letters.ts';
import { command, query } from '../use-case.ts';
import { listRuns } from './letter-runs.repo.ts';
import {
	findAdoptionSubject,
	findTemplate,
	listGemeenten,
	listLateLetters as lateLettersOf,
	listLetters as lettersOf,
	listSteps,
	writeDueDay,
} from './letters.repo.ts';

/** Outside the REA only the letter of the own gemeente, once it is with the council. */
export const listLetters = query({
	name: 'letter.list',
	permission: 'adopted.read',
	input: LettersRef,
	subject: ({ db }, input) => findAdoptionSubject(db, input.round),
	run({ db, actor, now }, _input, { adoption, region, scope }) {
		const sight = sightOf(actor, region.id) ?? 'drafts';
		const letters = lettersOf(db, adoption.id);
		const scopeOf = (organisationId: number) => ({ ...scope, organisationIds: [organisationId] });
		const lines = listGemeenten(db, region.id).flatMap((gemeente) => {
			const letter = letters.find((one) => one.organisationId === gemeente.id) ?? null;
			if (!may(actor, 'letter.read', scopeOf(gemeente.id))) return [];
			if (!isLetterVisible(letter?.state ?? 'draft', sight)) return [];
			const template = findTemplate(db, region.id, gemeente.id);
			const mayWrite = may(actor, 'letter.write', scopeOf(gemeente.id));
			return [{ gemeente, letter, kind: template?.kind ?? null, mayWrite }];
		});
		const mayManage = may(actor, 'letter.write', scope);
		return {
			adoption,
			region,
			lines,
			mayManage,
			today: dayOf(now),
			/** Whether this person is of the REA, to whom drafts are shown. */
			seesDrafts: sight === 'drafts',
			steps: listSteps(
				db,
				lines.flatMap(({ letter }) => (letter ? [letter.id] : [])),
			),
			runs: mayManage ? listRuns(db, adoption.id) : [],
		};
	},
});

/** Letters that should have been with the council by now, of the gemeenten that this person writes for. */
export const listLateLetters = query({
	name: 'letter.list-late',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor, now }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		return lateLettersOf(db, [...new Set(regionIds)], dayOf(now)).filter(({ regionId, organisationId }) =>
			may(actor, 'letter.write', { kind: 'region', regionId, organisationIds: [organisationId] }),
		);
	},
});

export type LateLetter = ReturnType<typeof listLateLetters>[number];

export type LetterList = ReturnType<typeof listLetters>;

/** One last day for every letter that is not with the council yet. */
export const setDueDay = command({
	name: 'letter.set-due',
	permission: 'letter.write',
	input: SetDueInput,
	subject: ({ db }, input) => findAdoptionSubject(db, input.round),
	run({ db, now, record }, { dueOn }, subject): void {
		const done = new Set(
			lettersOf(db, subject.adoption.id)
				.filter(({ state }) => isWithCouncil(state))
				.map((one) => one.organisationId),
		);
		const open = listGemeenten(db, subject.region.id).filter(({ id }) => !done.has(id));
		writeDueDay(
			db,
			subject,
			open.map(({ id }) => id),
			{ dueOn, now },
		);
		record({
			entity: 'adoption',
			entityId: subject.adoption.id,
			after: { lettersDueOn: dueOn, organisations: open.map((one) => one.shortName) },
		});
	},
});
