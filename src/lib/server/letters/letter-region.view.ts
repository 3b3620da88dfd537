/** The texts of a letter that are the same for every gemeente but for its name: computed from the adoption alone. */
import { weightOf } from '#lib/domain/council-letter.ts';
import type { RegionPart, SectionFill } from '#lib/domain/letter-section.ts';
import { nextPeriod, partsOf } from '#lib/domain/period.ts';
import { FILL_WORD } from '#lib/text/letters.ts';
import { listing, measuredMonth, periodInSentence, quoted } from '#lib/text/nl.ts';
import type { Block } from '../documents/document-model.ts';
import { heading, labelled, quiet, text } from '../reports/report-blocks.view.ts';
import type { ItemView } from '../reports/report-model.ts';
import { annexBlocks } from './letter-annex.view.ts';
import { decisionBlocks } from './letter-decisions.view.ts';
import { inSentence } from './letter-fields.view.ts';
import type { LetterSource } from './letter-model.ts';
import { storyBlocks, told } from './letter-story.view.ts';
import { themeBlocks } from './letter-theme.view.ts';

/** Under a heading of the first level. */
export function regionBlocks(part: RegionPart, source: LetterSource): Block[] {
	return PARTS[part](source);
}

const PARTS = {
	introduction,
	aim: ({ report }) => report.themes.flatMap(({ name, objective }) => labelled(`Thema ${name}`, objective)),
	summary,
	decisions: decisionBlocks,
	story: (source) => [
		...weighed(source).flatMap(({ theme, weight }) => storyBlocks(theme, weight, source.report)),
		...leftOut(source),
	],
	plans,
	'follow-up': followUp,
	core,
	annex: (source) =>
		annexBlocks(
			chosen(source).map(({ theme }) => theme),
			source.report,
		),
} as const satisfies Record<RegionPart, (source: LetterSource) => Block[]>;

/** Size and moves alone when another section names the items. */
function summary({ report, template }: LetterSource): Block[] {
	const isTold = template.sections.some(({ fill }) => fill === 'story');
	return (isTold ? report.summary.slice(0, 2) : report.summary).map((sentence) => text(sentence));
}

function introduction({ report, organisation, template }: LetterSource): Block[] {
	const name = inSentence(organisation.name);
	const who = name.charAt(0).toUpperCase() + name.slice(1);
	const adopted = report.adoptedBy.charAt(0).toUpperCase() + report.adoptedBy.slice(1);
	const has = (fill: SectionFill) => template.sections.some((section) => section.fill === fill);
	const what = has('decisions')
		? 'wat daar is besloten en hoe het per thema staat'
		: 'hoe het per thema staat';
	const where = has('annex') ? '; alle agendapunten staan in de bijlage' : '';
	return [
		text(
			`${who} werkt in ${report.region} met de andere partners samen aan de ${report.agenda}. ${adopted} is vastgesteld hoe het staat over ${report.round}. In deze brief leest u ${what}${where}.`,
		),
		text(
			'Elk agendapunt heeft een eigen ladder van doelen: de kleur zegt welk doel is bereikt, niet of het op schema ligt.',
		),
	];
}

/** With its weight, stressed themas first; the code is that of the frozen facts, in the same order. */
function weighed({ report, facts, content }: LetterSource) {
	const themes = report.themes.map((theme, index) => ({
		theme,
		weight: weightOf(content.weights, facts.themes[index]?.code ?? ''),
	}));
	return [...themes.filter(({ weight }) => weight === 3), ...themes.filter(({ weight }) => weight !== 3)];
}

function core(source: LetterSource): Block[] {
	const { report } = source;
	return [
		...weighed(source).flatMap(({ theme, weight }) => themeBlocks(theme, weight, report)),
		...leftOut(source),
	];
}

/** Names the themas that the gemeente left out of its letter. */
function leftOut(source: LetterSource): Block[] {
	const out = weighed(source).filter(({ weight }) => weight === 0);
	if (out.length === 0) return [];
	const names = listing(out.map(({ theme }) => theme.name));
	return [
		quiet(
			`Niet in deze brief: ${out.length === 1 ? 'het thema' : 'de thema’s'} ${names}. De hele stand van zaken staat in de voortgangsrapportage.`,
		),
	];
}

/** Without the names of trekkers when the letter has a section of its own for what they do. */
function followUp(source: LetterSource): Block[] {
	const { facts, report, period, template } = source;
	const next = nextPeriod(period);
	const isLast = partsOf(next).year > facts.agenda.endYear;
	const hasPlans = template.sections.some(({ fill }) => fill === 'plans');
	const lines = hasPlans ? [] : chosen(source).flatMap(({ theme }) => theme.items.flatMap(correctionLine));
	return [
		text(
			isLast
				? `Dit was het laatste peilmoment van de ${report.agenda}.`
				: `Het volgende peilmoment is ${periodInSentence(next)}: in ${measuredMonth(next)} wordt opnieuw bekeken hoe het staat. Daarna leest u dat in een volgende brief.`,
		),
		...(lines.length === 0 ? [] : [heading(2, FILL_WORD.plans), text(OWN_PLANS), ...lines]),
	];
}

const OWN_PLANS = 'Dit zijn plannen van de trekkers zelf, geen besluiten van het bestuur.';

/** Only what stands on rood, and in a stressed thema on oranje: the annex has that of all. */
function plans(source: LetterSource): Block[] {
	const lines = chosen(source).flatMap(({ theme, weight }) => told(theme, weight).flatMap(correctionLine));
	return lines.length === 0 ? [] : [text(OWN_PLANS), ...lines];
}

const correctionLine = ({ title, correction }: ItemView): Block[] => labelled(quoted(title), correction);

/** The themas that are in the letter. */
function chosen(source: LetterSource) {
	return weighed(source).filter(({ weight }) => weight > 0);
}
