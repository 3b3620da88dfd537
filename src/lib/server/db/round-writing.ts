/** Whether the round still takes what people write in it, for contributions and sources alike. */
import { DomainError } from '#lib/domain/errors.ts';
import type { RoundState } from '#lib/domain/workflow.ts';

/** The one place that decides it; who may write at all is a matter of rights. */
export function isRoundWritable(round: { state: RoundState }): boolean {
	return round.state === 'open';
}

/** Throws `wrong-state` with this sentence in front. */
export function refuseClosedRound(round: { state: RoundState }, sentence: string): void {
	if (isRoundWritable(round)) return;
	throw new DomainError(
		'wrong-state',
		`${sentence} Het peilmoment is niet open. Vraag de coördinator om het te openen als er iets moet veranderen.`,
	);
}
