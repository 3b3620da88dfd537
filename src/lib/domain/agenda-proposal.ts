/** The agenda that a meeting could have, made from the items: a proposal that people then change. */
import { needsReason } from './level.ts';
import type { MeetingItemKind } from './meeting.ts';
import { hasMoved, type ItemLook } from './meeting-look.ts';
import { answerOf } from './rollup.ts';
import type { Period } from './period.ts';

export interface ProposedItem {
	ref: string;
	kind: MeetingItemKind;
}

/**
 * Questions to the board come first, then what stands on rood or oranje or moved: all to discuss. The rest, also what was
 * not answered, is a formality. Within each part the items keep the order of the agenda.
 */
export function proposeAgenda(
	looks: readonly ItemLook[],
	period: Period,
	hasQuestion: (ref: string) => boolean,
): ProposedItem[] {
	const parts: Record<'question' | 'discuss' | 'formality', ProposedItem[]> = {
		question: [],
		discuss: [],
		formality: [],
	};
	for (const look of looks) {
		const part = hasQuestion(look.item.ref)
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
	if (answer.kind === 'answered' && needsReason(answer.status.level)) return true;
	return hasMoved(look);
}
