/** The facts of one agenda for other features, such as the adoption that freezes them. */
import type { Sight } from '#lib/domain/access.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import type { Db } from '../db/open.ts';
import { findAgenda } from './agenda.repo.ts';
import { assembleFacts } from './assemble-facts.ts';
import { findFactRows } from './facts.repo.ts';

/** With all texts. `asAdopted` is a closed round to be read as if it were adopted already. Null: no such agenda. */
export function loadFacts(
	db: Db,
	agendaSlug: string,
	sight: Sight,
	asAdopted?: { roundId: number; adoptedOn: AgendaFacts['rounds'][number]['adoptedOn'] },
): AgendaFacts | null {
	const agenda = findAgenda(db, agendaSlug);
	if (!agenda) return null;
	const rows = findFactRows(db, agenda.id);
	const rounds = rows.rounds.map((round) =>
		round.id === asAdopted?.roundId
			? { ...round, state: 'adopted' as const, adoptedOn: asAdopted.adoptedOn }
			: round,
	);
	return assembleFacts(agenda, { ...rows, rounds }, sight);
}
