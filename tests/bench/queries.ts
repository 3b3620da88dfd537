/** The database's part of the overview: its queries in a loop, in this process, without anything around them. */
import { findAgenda } from '#lib/server/agenda/agenda.repo.ts';
import { findGlanceRows } from '#lib/server/agenda/facts.repo.ts';
import { useSession } from '#lib/server/auth/sessions.ts';
import type { Db } from '#lib/server/db/open.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { listMembershipNames } from '#lib/server/users/users.repo.ts';

const WARM_UP_MS = 500;
const MEASURE_MS = 2000;

/** How often per second the queries of one overview can be done, those of signing in and the frame included. */
export function measureQueries(db: Db, token: string, agendaSlug: string): number {
	repeat(db, token, agendaSlug, WARM_UP_MS);
	return repeat(db, token, agendaSlug, MEASURE_MS);
}

function repeat(db: Db, token: string, agendaSlug: string, milliseconds: number): number {
	const started = performance.now();
	let times = 0;
	for (; performance.now() - started < milliseconds; times += 1) queriesOfOverview(db, token, agendaSlug);
	return (times * 1000) / (performance.now() - started);
}

function queriesOfOverview(db: Db, token: string, agendaSlug: string): void {
	const userId = useSession({ db, now: new Date() }, token)?.userId ?? null;
	const agenda = findAgenda(db, agendaSlug);
	if (userId === null || agenda === null)
		throw new Error('The bench is not signed in, or its agenda is gone');
	findActor(db, userId);
	listMembershipNames(db, userId);
	findGlanceRows(db, agenda.id);
}
