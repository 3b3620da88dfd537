/** The filter of the overview: which items it lets through, its options with their counts, and what it says it shows. */
import { attentionOf } from '#lib/domain/attention.ts';
import type { AgendaFacts, ItemFacts, ThemeFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { answerOf, countLevels, itemsOf, levelOf, standingsIn } from '#lib/domain/rollup.ts';
import { LEVEL_WORD, count, levelInSentence } from '#lib/text/nl.ts';
import {
	choiceHref,
	choiceParams,
	isFiltered,
	levelInUrl,
	withoutFilter,
	type OverviewChoice,
} from './overview-choice.view.ts';

export interface FilterOption {
	value: string;
	label: string;
	selected: boolean;
}

export interface FilterView {
	action: string;
	/** Round and view, kept while filtering. */
	hidden: { name: string; value: string }[];
	selects: { name: string; label: string; options: FilterOption[] }[];
	attention: { label: string; checked: boolean };
	/** One click: everything, or what needs attention. */
	quick: { label: string; href: string; current: boolean }[];
	active: boolean;
	/** Something was chosen that only the form shows. */
	open: boolean;
	/** What the numbers on the page count. "12 van 25 agendapunten: trekker RBL." */
	result: string;
	clearHref: string;
	help: string;
}

/** The themas with only the items that pass; a thema without any is left out. */
export function filterThemes(facts: AgendaFacts, choice: OverviewChoice, period: Period): ThemeFacts[] {
	const rounds = facts.rounds.map((round) => round.period);
	const passes = (item: ItemFacts) =>
		(choice.level === null || levelOf(answerOf(item, period)) === choice.level) &&
		(choice.lead === null || item.lead?.shortName === choice.lead) &&
		(!choice.attentionOnly || attentionOf(item, rounds, period) !== null);
	return facts.themes
		.filter((theme) => choice.theme === null || theme.code === choice.theme)
		.map((theme) => ({ ...theme, items: theme.items.filter(passes) }))
		.filter((theme) => theme.items.length > 0);
}

export function filterView(
	facts: AgendaFacts,
	choice: OverviewChoice,
	period: Period,
	shown: number,
): FilterView {
	const items = itemsOf(facts.themes);
	const rounds = facts.rounds.map((round) => round.period);
	const needing = items.filter((item) => attentionOf(item, rounds, period) !== null).length;
	const { slug } = facts.agenda;
	const all = withoutFilter(choice);
	return {
		action: `/agenda/${slug}`,
		hidden: choiceParams(all),
		selects: [themeSelect(facts, choice), levelSelect(items, choice, period), leadSelect(items, choice)],
		attention: { label: `Alleen aandachtspunten (${needing})`, checked: choice.attentionOnly },
		quick: [
			{ label: `Alle ${items.length}`, href: choiceHref(slug, all), current: !isFiltered(choice) },
			{
				label: `Aandachtspunten (${needing})`,
				href: choiceHref(slug, { ...all, attentionOnly: true }),
				current: choice.attentionOnly && choiceParams(choice).length === choiceParams(all).length + 1,
			},
		],
		active: isFiltered(choice),
		open: choice.theme !== null || choice.level !== null || choice.lead !== null,
		result: resultSentence(facts, choice, shown, items.length),
		clearHref: choiceHref(slug, all),
		help: `De aantallen tussen haakjes gelden voor alle ${items.length} agendapunten. Een aandachtspunt staat op rood, staat twee peilmomenten stil op oranje, is gedaald of is niet beantwoord.`,
	};
}

function themeSelect({ themes }: AgendaFacts, choice: OverviewChoice) {
	const options = themes.map((theme) => ({
		value: theme.code,
		label: `${theme.name} (${theme.items.length})`,
		selected: theme.code === choice.theme,
	}));
	return { name: 'thema', label: 'Thema', options: [everything("Alle thema's"), ...options] };
}

function levelSelect(items: readonly ItemFacts[], choice: OverviewChoice, period: Period) {
	const counts = countLevels(items, period);
	const options = standingsIn([counts]).map((level) => ({
		value: levelInUrl(level),
		label: `${LEVEL_WORD[level]} (${counts[level]})`,
		selected: level === choice.level,
	}));
	return { name: 'niveau', label: 'Niveau', options: [everything('Alle niveaus'), ...options] };
}

function leadSelect(items: readonly ItemFacts[], choice: OverviewChoice) {
	const leads = Map.groupBy(items, (item) => item.lead?.shortName ?? '');
	leads.delete('');
	const options = [...leads]
		.sort(([a], [b]) => a.localeCompare(b, 'nl'))
		.map(([lead, own]) => ({
			value: lead,
			label: `${lead} (${own.length})`,
			selected: lead === choice.lead,
		}));
	return { name: 'trekker', label: 'Trekker', options: [everything('Alle trekkers'), ...options] };
}

const everything = (label: string): FilterOption => ({ value: '', label, selected: false });

function resultSentence(facts: AgendaFacts, choice: OverviewChoice, shown: number, all: number): string {
	if (!isFiltered(choice)) return count(all, 'agendapunt', 'agendapunten');
	const theme = facts.themes.find((one) => one.code === choice.theme);
	const parts = [
		theme && `thema ${theme.name}`,
		choice.level && levelInSentence(choice.level),
		choice.lead && `trekker ${choice.lead}`,
		choice.attentionOnly && 'alleen aandachtspunten',
	].filter(Boolean);
	const what = parts.length > 0 ? `: ${parts.join(', ')}` : '';
	return `${shown} van ${count(all, 'agendapunt', 'agendapunten')}${what}`;
}
