/** Reading adoptions: the list a person may see, and one as it was frozen. */
import { z } from 'zod';
import { may, sightOf } from '#lib/domain/access.ts';
import { meetingsInDocuments } from '#lib/domain/adopted-meeting.ts';
import { CompareInput } from '#lib/input/amendment.ts';
import { slug } from '#lib/input/fields.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { findVisibleAgenda } from '../agenda/view-overview.ts';
import { query } from '../use-case.ts';
import { listAddedMeetings } from './added-meetings.repo.ts';
import {
	findAdoption,
	listAdoptionsOf,
	listAdoptionsOfAgenda,
	listAmendments,
	listAmendmentsOfAgenda,
} from './adoption.repo.ts';
import { readSnapshot } from './snapshot.ts';

/** Newest first. */
export const listAdoptions = query({
	name: 'adoption.list',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		return listAdoptionsOf(
			db,
			[...new Set(regionIds)].filter((regionId) => sightOf(actor, regionId) !== null),
		);
	},
});

export type AdoptionLine = ReturnType<typeof listAdoptions>[number];

/** Throws (as a fault, not an answer) when the snapshot no longer has the hash it was adopted with. */
export const viewAdoption = query({
	name: 'adoption.view',
	permission: 'adopted.read',
	input: RoundRef,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run({ db, actor }, _input, adoption) {
		const { id, slug, hash, agendaSlug, scope, snapshot: text } = adoption;
		const snapshot = readSnapshot(text, hash);
		const added = listAddedMeetings(db, id);
		return {
			slug,
			hash,
			agendaSlug,
			/** The exact text that was hashed. */
			text,
			snapshot,
			/** Those that the snapshot holds and those that came later: what every reader shows. */
			meetings: meetingsInDocuments(snapshot.meetings ?? [], added),
			/** With the exact texts that were hashed. */
			added,
			amendments: listAmendments(db, id),
			/** Every adopted round of the agenda, oldest first. */
			siblings: listAdoptionsOfAgenda(db, agendaSlug),
			mayAmend: may(actor, 'adoption.create', scope),
		};
	},
});

export type AdoptionPage = ReturnType<typeof viewAdoption>;

/** Two adoptions of one agenda, in the order that was asked for. */
export const compareAdoptions = query({
	name: 'adoption.compare',
	permission: 'adopted.read',
	input: CompareInput,
	subject({ db }, input) {
		const [from, to] = [findAdoption(db, input.from), findAdoption(db, input.to)];
		return from && to && from.agendaSlug === to.agendaSlug ? { scope: to.scope, from, to } : null;
	},
	run({ db }, _input, { from, to }) {
		const side = ({ id, slug, hash, snapshot }: typeof from) => ({
			slug,
			hash,
			snapshot: readSnapshot(snapshot, hash),
			amendments: listAmendments(db, id),
		});
		return { from: side(from), to: side(to), siblings: listAdoptionsOfAgenda(db, to.agendaSlug) };
	},
});

export type Comparison = ReturnType<typeof compareAdoptions>;

/** The adopted rounds of an agenda and their correcties, for pages that show those rounds from the live tables. */
export const listAgendaAdoptions = query({
	name: 'adoption.of-agenda',
	permission: 'adopted.read',
	input: z.object({ agenda: slug }),
	subject: ({ db, actor }, input) => findVisibleAgenda({ db, actor }, input.agenda),
	run: ({ db }, _input, { agenda }) => ({
		adoptions: listAdoptionsOfAgenda(db, agenda.slug),
		amendments: listAmendmentsOfAgenda(db, agenda.id),
	}),
});

export type AgendaAdoptions = ReturnType<typeof listAgendaAdoptions>;
