/** What an answer of the server means for the card that was sent, and for whoever sits before it. Pure. */
import type { StatusState } from '#lib/domain/workflow.ts';
import { STATUS_STATE_WORD } from '#lib/text/nl.ts';
import type { Answer, Job } from './saver.ts';

export interface Answered<Card> {
	job: Job;
	answer: Answer;
	/** How the card is now; null after an ordinary save and after a failure. */
	card: Card | null;
	/** The person typed while the request was under way. */
	typedOn: boolean;
}

interface KnownCard {
	version: number;
	standing: StatusState | 'new';
	state: string;
	forLead: string | null;
	ownDraft: boolean;
}

/** The newer of what the page came with and what was answered since; the page when both are as new. */
export function newest<Card extends { version: number }>(loaded: Card, answered: Card | undefined): Card {
	return answered && answered.version > loaded.version ? answered : loaded;
}

/** The card as the server has it after this answer; null when nothing changed there. */
export function withAnswer<Card extends KnownCard>(
	card: Card,
	{ answer, card: whole }: Answered<Card>,
): Card | null {
	if (whole) return whole;
	if (answer.kind !== 'stored' || answer.state === null) return null;
	const { state, version } = answer;
	return {
		...card,
		version,
		standing: state,
		state: STATUS_STATE_WORD[state],
		ownDraft: state === 'draft' && card.forLead === null,
	};
}

/** `stay`: leaves the form as it is, because somebody is at work in it. */
export interface Next {
	does: 'nothing' | 'go-on' | 'stay' | 'show-errors';
	isHandedIn: boolean;
}

/** `hasMovedOn`: the person did something else meanwhile, and what has the focus keeps it. */
export function afterAnswer(
	{ job, answer }: Pick<Answered<unknown>, 'job' | 'answer'>,
	{ isOpen, hasMovedOn }: { isOpen: boolean; hasMovedOn: boolean },
): Next {
	const isHandedIn = job !== 'opslaan' && answer.kind === 'stored';
	const isRefused = job !== 'opslaan' && answer.kind === 'refused';
	if (!isOpen) return { does: 'nothing', isHandedIn };
	if (isHandedIn) return { does: hasMovedOn ? 'stay' : 'go-on', isHandedIn };
	return { does: isRefused && !hasMovedOn ? 'show-errors' : 'nothing', isHandedIn };
}
