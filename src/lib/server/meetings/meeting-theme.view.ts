/** One thema at a meeting: its items as marks, worst first, and what moved, what stands still and what is asked. Pure. */
import type { ThemeFacts } from '#lib/domain/facts.ts';
import { hasMoved, type ItemLook } from '#lib/domain/meeting-look.ts';
import type { Period } from '#lib/domain/period.ts';
import { answerOf, countLevels, WORST_FIRST } from '#lib/domain/rollup.ts';
import { STILL_WORD } from '#lib/text/meeting.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import { moveView, type MoveView } from '../agenda/overview-row.view.ts';
import { countLabels } from '../agenda/overview-totals.view.ts';
import { levelOf, levelWord } from '../agenda/wording.view.ts';

export interface LookLine {
	ref: string;
	number: number;
	title: string;
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

export interface ThemeLook {
	code: string;
	name: string;
	href: string;
	counts: { level: LevelOrNone; label: string }[];
	/** Worst first; `label` says it in words: "2: Registratie, oranje". */
	marks: (LookLine & { label: string })[];
	moved: MovedLine[];
	still: (LookLine & { why: string })[];
	questions: (LookLine & { text: string })[];
}

export function themeLook(
	theme: ThemeFacts,
	frame: {
		agendaSlug: string;
		period: Period;
		looks: ReadonlyMap<string, ItemLook>;
		questions: ReadonlyMap<string, string>;
	},
): ThemeLook {
	const { agendaSlug, period, questions } = frame;
	const looks = theme.items.flatMap((item) => frame.looks.get(item.ref) ?? []);
	const line = ({ item }: ItemLook): LookLine => ({
		...{ ref: item.ref, number: item.number, title: item.shortTitle },
		href: `/agenda/${agendaSlug}/punten/${item.ref}`,
		level: levelOf(answerOf(item, period)),
	});
	const rank = (one: LookLine) => WORST_FIRST.indexOf(one.level);
	return {
		...{ code: theme.code, name: theme.name, href: `/agenda/${agendaSlug}?thema=${theme.code}` },
		counts: countLabels(countLevels(theme.items, period)),
		marks: looks
			.map(line)
			.sort((a, b) => rank(a) - rank(b))
			.map((one) => ({ ...one, label: `${one.number}: ${one.title}, ${levelWord(one.level)}` })),
		moved: looks.filter(hasMoved).map((look) => ({ ...line(look), ...movedOf(look) })),
		still: looks.flatMap((look) =>
			look.still === null ? [] : [{ ...line(look), why: STILL_WORD[look.still] }],
		),
		questions: looks.flatMap((look) => {
			const text = questions.get(look.item.ref);
			return text === undefined ? [] : [{ ...line(look), text }];
		}),
	};
}

function movedOf({ change }: ItemLook): Pick<MovedLine, 'from' | 'move' | 'note'> {
	return {
		from: change.from,
		move: moveView(change),
		note:
			change.move === 'goal-changed'
				? 'Het doel is veranderd: dit telt niet als voor- of achteruitgang.'
				: null,
	};
}
