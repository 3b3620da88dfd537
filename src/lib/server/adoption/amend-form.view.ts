/** The form for a correctie: first what is wrong, then what stood there and what must stand there. Pure. */
import { AMENDABLE_PARTS, amendableLevels, currentText, partBySlug } from '#lib/domain/amendment.ts';
import { factsOfRound } from '#lib/domain/archive.ts';
import { isLevelAnswer } from '#lib/domain/level.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import { LEVEL_WORD, roundTitle, type LevelOrNone } from '#lib/text/nl.ts';
import { correctionViews } from '../reports/report-corrections.view.ts';
import type { CorrectionView } from '../reports/report-model.ts';
import type { AdoptionPage } from './view-adoption.ts';

interface Option {
	value: string;
	label: string;
}

export interface AmendFormView {
	slug: string;
	round: string;
	items: Option[];
	parts: Option[];
	chosen: { item: string; part: string };
	/** Where the form goes, with what was chosen. */
	action: string;
	/** Null as long as nothing was chosen. */
	form: {
		heading: string;
		/** What stands there now; null when the person writes that too. */
		was: string | null;
		/** Set when what stands there is a level. */
		level: LevelOrNone | null;
		/** The levels to choose from; null for a text. */
		levels: Option[] | null;
		seen: number;
	} | null;
	/** Of this adoption, oldest first. */
	corrections: CorrectionView[];
}

const WHOLE = { value: '', label: 'Het geheel' };

/** `params` holds `punt` and `deel`; what is not understood counts as not chosen. */
export function amendFormView(adoption: AdoptionPage, params: URLSearchParams): AmendFormView {
	const { slug, snapshot, amendments } = adoption;
	const facts = factsOfRound(snapshot.facts, snapshot.period);
	const item = itemsOf(facts.themes).find((one) => one.ref === params.get('punt')) ?? null;
	const part = partBySlug(params.get('deel') ?? '');
	const chosen = part && (item || part.field === null) ? part : null;
	const items = facts.themes.flatMap((theme) =>
		theme.items.map((one) => ({ value: one.ref, label: `${theme.name} ${one.number}. ${one.shortTitle}` })),
	);
	const name = items.find((one) => one.value === item?.ref)?.label ?? WHOLE.label;
	const was = item && chosen?.field ? currentText(item, snapshot.period, chosen.field, amendments) : null;
	return {
		slug,
		round: roundTitle(snapshot.period),
		items: [WHOLE, ...items],
		parts: AMENDABLE_PARTS.map(({ slug: value, word: label }) => ({ value, label })),
		chosen: { item: item?.ref ?? '', part: part?.slug ?? 'niveau' },
		action: `?/vastleggen&punt=${item?.ref ?? ''}&deel=${part?.slug ?? ''}`,
		form: chosen && {
			heading: `${name}: ${chosen.word.toLowerCase()}`,
			was,
			level: chosen.field === 'level' && was !== null ? levelOf(was) : null,
			levels: item && chosen.field === 'level' ? levelOptions(amendableLevels(item.kind), was) : null,
			seen: amendments.length,
		},
		corrections: correctionViews(facts, amendments),
	};
}

/** Nothing is chosen beforehand, and what stands there already is no correctie. */
function levelOptions(levels: readonly string[], was: string | null): Option[] {
	const others = levels.filter((level) => level !== was);
	return [
		{ value: '', label: 'Kies een niveau' },
		...others.map((value) => ({ value, label: LEVEL_WORD[levelOf(value)] })),
	];
}

function levelOf(text: string): LevelOrNone {
	return isLevelAnswer(text) ? text : 'unanswered';
}
