/** Which items of a round the coordinator looks at: of one thema, organisation, person or state. Plain links, pure. */
import { STATUS_STATES, type StatusState } from '#lib/domain/workflow.ts';
import { STATUS_STATE_WORD } from '#lib/text/nl.ts';
import type { ProgressRow } from './progress.ts';

/** As they stand in the address; empty is everything. */
export interface ProgressFilter {
	thema: string;
	organisatie: string;
	persoon: string;
	stand: string;
}

export interface FilterGroup {
	label: string;
	links: { label: string; href: string; current: boolean; amount: number }[];
}

const KEYS = ['thema', 'organisatie', 'persoon', 'stand'] as const;
const NOT_BEGUN = 'niet-begonnen';
const STAND = {
	submitted: 'ingediend',
	agreed: 'akkoord',
	returned: 'teruggegeven',
	draft: 'concept',
} as const satisfies Record<StatusState, string>;

export function readFilter(parameters: URLSearchParams): ProgressFilter {
	const read = (key: (typeof KEYS)[number]) => parameters.get(key) ?? '';
	return {
		thema: read('thema'),
		organisatie: read('organisatie'),
		persoon: read('persoon'),
		stand: read('stand'),
	};
}

const VALUE = {
	thema: (row: ProgressRow) => row.themeCode,
	organisatie: (row: ProgressRow) => (row.leadId === null ? 'geen' : String(row.leadId)),
	persoon: (row: ProgressRow) => (row.authorId === null ? '' : String(row.authorId)),
	stand: (row: ProgressRow) => (row.state ? STAND[row.state] : NOT_BEGUN),
} as const satisfies Record<keyof ProgressFilter, (row: ProgressRow) => string>;

const NAME = {
	thema: (row: ProgressRow) => row.themeName,
	organisatie: (row: ProgressRow) => row.leadName ?? 'Geen trekker',
	persoon: (row: ProgressRow) => row.authorName ?? '',
	stand: (row: ProgressRow) => (row.state ? STATUS_STATE_WORD[row.state] : 'Nog niet begonnen'),
} as const satisfies Record<keyof ProgressFilter, (row: ProgressRow) => string>;

export function filterRows(rows: readonly ProgressRow[], filter: ProgressFilter): ProgressRow[] {
	return rows.filter((row) => KEYS.every((key) => filter[key] === '' || VALUE[key](row) === filter[key]));
}

/** What is chosen, in words: "Thuiszitters, ingediend door Jan"; null when nothing is. */
export function filterName(rows: readonly ProgressRow[], filter: ProgressFilter): string | null {
	const chosen = KEYS.flatMap((key) => {
		const row = rows.find((one) => filter[key] !== '' && VALUE[key](one) === filter[key]);
		return row ? [NAME[key](row)] : [];
	});
	return KEYS.every((key) => filter[key] === '') ? null : chosen.join(', ') || 'deze keuze';
}

const LABEL = {
	thema: 'Thema',
	organisatie: 'Trekker',
	persoon: 'Ingevuld door',
	stand: 'Stand',
} as const satisfies Record<keyof ProgressFilter, string>;

export function filterGroups(
	rows: readonly ProgressRow[],
	filter: ProgressFilter,
	base: string,
): FilterGroup[] {
	return KEYS.map((key) => ({
		label: LABEL[key],
		links: optionsOf(rows, key).map(({ value, label, amount }) => {
			const current = filter[key] === value;
			return { label, amount, current, href: hrefOf(base, { ...filter, [key]: current ? '' : value }) };
		}),
	})).filter((group) => group.links.length > 0);
}

function optionsOf(rows: readonly ProgressRow[], key: keyof ProgressFilter) {
	const groups = [...Map.groupBy(rows, VALUE[key])].filter(([value]) => value !== '');
	const options = groups.map(([value, own]) => ({
		value,
		amount: own.length,
		label: own[0] ? NAME[key](own[0]) : value,
	}));
	if (key === 'thema') return options;
	if (key !== 'stand') return options.sort((a, b) => a.label.localeCompare(b.label, 'nl'));
	const order = [...STATUS_STATES.map((state): string => STAND[state]), NOT_BEGUN];
	return options.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

/** Where a form brings people after it was done. */
export type Back<T> = (
	roundSlug: string,
	parameters: URLSearchParams,
	result: T,
	fields: Record<string, string>,
) => string;

/** The same list, filtered as it was, after an action on the page; `parameters` is what the form was sent to. */
export function backTo(roundSlug: string, parameters: URLSearchParams): string {
	return hrefOf(`/rea/${roundSlug}/voortgang`, readFilter(parameters));
}

/** The same, with what was done with which item, at the next one that waits. */
export function backAfter(deed: 'akkoord' | 'teruggegeven'): Back<unknown> {
	return (roundSlug, parameters, _result, fields) => {
		const back = backTo(roundSlug, parameters);
		const judged = `${deed}=${encodeURIComponent(fields['item'] ?? '')}`;
		return `${back}${back.includes('?') ? '&' : '?'}${judged}#volgende`;
	};
}

/** The same, with what became of many items at once. */
export function backWithResult(
	roundSlug: string,
	parameters: URLSearchParams,
	{ done, skipped }: { done: number; skipped: readonly string[] },
): string {
	const back = backTo(roundSlug, parameters);
	const result = `gedaan=${done}${skipped.map((ref) => `&overgeslagen=${encodeURIComponent(ref)}`).join('')}`;
	return `${back}${back.includes('?') ? '&' : '?'}${result}#gedaan`;
}

export function hrefOf(base: string, filter: Partial<ProgressFilter>): string {
	const parameters = KEYS.flatMap((key) => {
		const value = filter[key] ?? '';
		return value === '' ? [] : [`${key}=${encodeURIComponent(value)}`];
	});
	return parameters.length > 0 ? `${base}?${parameters.join('&')}` : base;
}
