/** The rules that every write of goals and measures shares. */
import { DomainError } from '#lib/domain/errors.ts';
import type { AgendaState } from '#lib/domain/workflow.ts';

/** Throws `wrong-state` for an agenda whose years are over. */
export function refuseClosed({ agendaState }: { agendaState: AgendaState }): void {
	if (agendaState === 'closed') {
		throw new DomainError('wrong-state', 'Deze agenda is afgesloten: de doelen veranderen niet meer.');
	}
}
