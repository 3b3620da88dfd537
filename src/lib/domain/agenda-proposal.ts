/** The agenda that a meeting could have, made from the items: a proposal that people then change. */
import type { ItemFacts } from './facts.ts';
import { isLevel, needsReason } from './level.ts';
import type { MeetingItemKind } from './meeting.ts';
import { hasMoved, type ItemLook } from './meeting-look.ts';
import { answerOf } from './rollup.ts';
import type { Period } from './period.ts';

export interface ProposedItem {
	ref: string;
	kind: MeetingItemKind;
}

/**
 * Questions to the board come first, then what stands on rood or oranje, moved or was not answered: all to discuss. No
 * answer is what people hold each other to account for. The rest is a formality. Within each part the items keep the
 * order of the agenda.
 */
export function proposeAgenda(looks: readonly ItemLook[], period: Period): ProposedItem[] {
	const parts: Record<'question' | 'discuss' | 'formality', ProposedItem[]> = {
		question: [],
		discuss: [],
		formality: [],
	};
	for (const look of looks) {
		const part =
			questionOf(look.item, period) !== null
				? 'question'
				: isWorthTalking(look, period)
					? 'discuss'
					: 'formality';
		parts[part].push({ ref: look.item.ref, kind: part === 'formality' ? 'formality' : 'discuss' });
	}
	return [...parts.question, ...parts.discuss, ...parts.formality];
}

function isWorthTalking(look: ItemLook, period: Period): boolean {
	const answer = answerOf(look.item, period);
	if (answer.kind === 'unanswered') return true;
	const { level } = answer.status;
	if (isLevel(level) && needsReason(level)) return true;
	return hasMoved(look);
}

/** The question to the board that came with the answer in this round; null when there is none. */
export function questionOf(item: ItemFacts, period: Period): string | null {
	const answer = answerOf(item, period);
	return answer.kind === 'answered' ? answer.status.escalation?.trim() || null : null;
}
