/** What someone chose to see of an agenda: read from the address and written back into links. */
import { isLevel } from '#lib/domain/level.ts';
import { parsePeriod, type Period } from '#lib/domain/period.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';

export interface OverviewChoice {
	/** Null is the newest round. */
	period: Period | null;
	/** Code of a thema. */
	theme: string | null;
	level: LevelOrNone | null;
	/** Short name of the trekker. */
	lead: string | null;
	attentionOnly: boolean;
	view: 'glance' | 'table' | 'matrix';
	/** What the boxes of the 2019 model are: the colours of the ladder, or the rounds of the year. */
	boxes: 'levels' | 'rounds';
}

export const NO_CHOICE: OverviewChoice = {
	period: null,
	theme: null,
	level: null,
	lead: null,
	attentionOnly: false,
	view: 'glance',
	boxes: 'levels',
};

/** In the address what is no level is written in Dutch. */
const IN_URL = { unanswered: 'niet-beantwoord', 'not-applicable': 'nvt' } as const;

/** Anything that is not understood counts as not chosen. */
export function readChoice(params: URLSearchParams): OverviewChoice {
	const level = params.get('niveau');
	return {
		period: parsePeriod(params.get('ronde') ?? ''),
		theme: params.get('thema') || null,
		level: levelFromUrl(level),
		lead: params.get('trekker') || null,
		attentionOnly: params.get('aandacht') === '1',
		view: viewOf(params.get('weergave')),
		boxes: params.get('vakken') === 'peilmomenten' ? 'rounds' : 'levels',
	};
}

const VIEW_IN_URL = { glance: '', table: 'tabel', matrix: 'model-2019' } as const satisfies Record<
	OverviewChoice['view'],
	string
>;

function viewOf(word: string | null): OverviewChoice['view'] {
	if (word === VIEW_IN_URL.table) return 'table';
	return word === VIEW_IN_URL.matrix ? 'matrix' : 'glance';
}

export function levelInUrl(level: LevelOrNone): string {
	return isLevel(level) ? level : IN_URL[level];
}

function levelFromUrl(text: string | null): LevelOrNone | null {
	if (isLevel(text)) return text;
	if (text === IN_URL.unanswered) return 'unanswered';
	return text === IN_URL['not-applicable'] ? 'not-applicable' : null;
}

/** Only what differs from the default, so that an address stays short enough to mail. */
export function choiceParams(choice: OverviewChoice): { name: string; value: string }[] {
	return [
		{ name: 'ronde', value: choice.period ?? '' },
		{ name: 'thema', value: choice.theme ?? '' },
		{ name: 'niveau', value: choice.level ? levelInUrl(choice.level) : '' },
		{ name: 'trekker', value: choice.lead ?? '' },
		{ name: 'aandacht', value: choice.attentionOnly ? '1' : '' },
		{ name: 'weergave', value: VIEW_IN_URL[choice.view] },
		{ name: 'vakken', value: choice.view === 'matrix' && choice.boxes === 'rounds' ? 'peilmomenten' : '' },
	].filter((param) => param.value !== '');
}

export function choiceHref(slug: string, choice: OverviewChoice): string {
	const query = new URLSearchParams(choiceParams(choice).map(({ name, value }) => [name, value])).toString();
	return `/agenda/${slug}${query && `?${query}`}`;
}

export function isFiltered(choice: OverviewChoice): boolean {
	return choice.theme !== null || choice.level !== null || choice.lead !== null || choice.attentionOnly;
}

/** The same round and view, everything shown. */
export function withoutFilter(choice: OverviewChoice): OverviewChoice {
	return { ...NO_CHOICE, period: choice.period, view: choice.view, boxes: choice.boxes };
}
