/** What moved and what stands still, a line per item: for one thema at a meeting and for a whole agenda. Pure. */
import type { ThemeFacts } from '#lib/domain/facts.ts';
import { hasMoved, type ItemLook } from '#lib/domain/meeting-look.ts';
import { STILL_WORD } from '#lib/text/meeting.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import { moveView, type MoveView } from './overview-row.view.ts';

export interface LookLine {
	ref: string;
	number: number;
	title: string;
	/** "Thuiszitters 4". */
	place: string;
	href: string;
	level: LevelOrNone;
}

export interface MovedLine extends LookLine {
	/** Null where nothing was before. */
	from: LevelOrNone | null;
	move: MoveView | null;
	/** "Het doel is veranderd" when that is why it moved. */
	note: string | null;
}

export interface StillLine extends LookLine {
	/** "twee peilmomenten hetzelfde". */
	why: string;
}

export function lookLine({ item, change }: ItemLook, theme: ThemeFacts, agendaSlug: string): LookLine {
	return {
		ref: item.ref,
		number: item.number,
		title: item.shortTitle,
		place: `${theme.name} ${item.number}`,
		href: `/agenda/${agendaSlug}/punten/${item.ref}`,
		level: change.to ?? 'unanswered',
	};
}

export function movedLines(looks: readonly ItemLook[], theme: ThemeFacts, agendaSlug: string): MovedLine[] {
	return looks.filter(hasMoved).map((look) => ({
		...lookLine(look, theme, agendaSlug),
		from: look.change.from,
		move: moveView(look.change),
		note:
			look.change.move === 'goal-changed'
				? 'Het doel is veranderd: dit telt niet als voor- of achteruitgang.'
				: null,
	}));
}

export function stillLines(looks: readonly ItemLook[], theme: ThemeFacts, agendaSlug: string): StillLine[] {
	return looks.flatMap((look) =>
		look.still === null ? [] : [{ ...lookLine(look, theme, agendaSlug), why: STILL_WORD[look.still] }],
	);
}
