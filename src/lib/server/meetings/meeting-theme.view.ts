/** One thema at a meeting: its items as marks, worst first, and what moved, what stands still and what is asked. Pure. */
import { levelInSentence } from '#lib/text/nl.ts';
import type { ThemeFacts } from '#lib/domain/facts.ts';
import type { ItemLook } from '#lib/domain/meeting-look.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import type { Period } from '#lib/domain/period.ts';
import { countLevels, WORST_FIRST } from '#lib/domain/rollup.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import {
	lookLine,
	movedLines,
	stillLines,
	type LookLine,
	type MovedLine,
	type StillLine,
} from '../agenda/look-lines.view.ts';
import { countLabels } from '../agenda/overview-totals.view.ts';

export interface ThemeLook {
	code: string;
	name: string;
	href: string;
	counts: { level: LevelOrNone; label: string }[];
	/** Worst first; `label` says it in words: "2: Registratie, oranje". */
	marks: (LookLine & { label: string })[];
	moved: MovedLine[];
	still: StillLine[];
	questions: (LookLine & { text: Narrative })[];
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
	const line = (look: ItemLook) => lookLine(look, theme, agendaSlug);
	const rank = (one: LookLine) => WORST_FIRST.indexOf(one.level);
	return {
		code: theme.code,
		name: theme.name,
		href: `/agenda/${agendaSlug}?thema=${theme.code}`,
		counts: countLabels(countLevels(theme.items, period)),
		marks: looks
			.map(line)
			.sort((a, b) => rank(a) - rank(b))
			.map((one) => ({ ...one, label: `${one.number}: ${one.title}, ${levelInSentence(one.level)}` })),
		moved: movedLines(looks, theme, agendaSlug),
		still: stillLines(looks, theme, agendaSlug),
		questions: looks.flatMap((look) => {
			const text = questions.get(look.item.ref);
			return text === undefined ? [] : [{ ...line(look), text: readNarrative(text) }];
		}),
	};
}
