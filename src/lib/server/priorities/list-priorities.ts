/** The priorities of an agenda, for everybody who may read it. */
import { dayOf } from '#lib/domain/day.ts';
import { AgendaRef } from '#lib/input/agenda-editing.ts';
import { findVisibleAgenda } from '../agenda/view-overview.ts';
import { rememberUntilChange } from '../db/until-change.ts';
import { query } from '../use-case.ts';
import { listPrioritiesOf, type PriorityRow } from './priorities.repo.ts';

/** They stand above every overview. */
const remember = rememberUntilChange<PriorityRow[]>();

export const listPriorities = query({
	name: 'priority.list',
	permission: 'adopted.read',
	input: AgendaRef,
	subject: ({ db, actor }, input) => findVisibleAgenda({ db, actor }, input.agenda),
	run: ({ db, now }, _input, { agenda }) => ({
		agendaSlug: agenda.slug,
		today: dayOf(now),
		priorities: remember(db, String(agenda.id), () => listPrioritiesOf(db, agenda.id)),
	}),
});

export type PriorityList = ReturnType<typeof listPriorities>;
