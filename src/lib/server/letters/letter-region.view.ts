/** The texts of a letter that are the same for every gemeente but for its name: computed from the adoption alone. */
import { weightOf } from '#lib/domain/council-letter.ts';
import type { RegionPart } from '#lib/domain/letter-section.ts';
import { withLead } from '#lib/domain/narrative.ts';
import { nextPeriod, partsOf } from '#lib/domain/period.ts';
import { listing, measuredMonth, periodInSentence } from '#lib/text/nl.ts';
import type { Block } from '../documents/document-model.ts';
import { narrativeCell } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, quiet, table, text } from '../reports/report-blocks.view.ts';
import type { ThemeView } from '../reports/report-model.ts';
import { inSentence } from './letter-fields.view.ts';
import type { LetterSource } from './letter-model.ts';
import { themeBlocks } from './letter-theme.view.ts';

/** Under a heading of the first level. */
export function regionBlocks(part: RegionPart, source: LetterSource): Block[] {
	return PARTS[part](source);
}

const PARTS = {
	introduction,
	aim: ({ report }) => report.themes.flatMap(({ name, objective }) => labelled(`Thema ${name}`, objective)),
	summary: ({ report }) => report.summary.map((sentence) => text(sentence)),
	core,
	decisions,
	'follow-up': followUp,
} as const satisfies Record<RegionPart, (source: LetterSource) => Block[]>;

function introduction({ report, organisation }: LetterSource): Block[] {
	const name = inSentence(organisation.name);
	const who = name.charAt(0).toUpperCase() + name.slice(1);
	return [
		text(
			`${who} werkt in ${report.region} met de andere partners samen aan de ${report.agenda}. In het ${report.forum} van ${report.adoptedOnText} is vastgesteld hoe het staat over ${report.round}. In deze brief leest u dat per thema.`,
		),
		text(
			'Elk agendapunt heeft een eigen ladder van doelen. De kleur zegt welk doel is bereikt, en niet of een punt op schema ligt. Kleuren worden geteld en nooit gemiddeld.',
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
	const themes = weighed(source);
	const out = themes.filter(({ weight }) => weight === 0).map(({ theme }) => theme.name);
	const rest = `Niet in deze brief: ${out.length === 1 ? 'het thema' : 'de thema’s'} ${listing(out)}. De hele stand van zaken staat in de voortgangsrapportage.`;
	return [
		...themes.flatMap(({ theme, weight }) => themeBlocks(theme, weight)),
		...(out.length === 0 ? [] : [quiet(rest)]),
	];
}

/** What was decided for everybody or given to this organisation, and what it said itself. */
function decisions({ report, meetings, organisation }: LetterSource): Block[] {
	const isOwn = (one: { name: string } | null) => one?.name === organisation.name;
	const blocks = report.meetings.flatMap((meeting, index) => {
		const frozen = meetings[index];
		const own = meeting.accords.filter((one) => one.organisation === organisation.name);
		const decided = meeting.decisions.filter((_, place) => {
			const by = frozen?.decisions[place]?.organisation ?? null;
			return by === null || isOwn(by);
		});
		return [
			...own.flatMap(({ about, stance, text: said }) =>
				labelled(
					`Standpunt van ${inSentence(organisation.name)}, ${meeting.title}`,
					withLead(`${about}: ${stance.toLowerCase()}. `, said),
				),
			),
			...(decided.length === 0
				? []
				: [
						table(
							`Besluiten, ${meeting.title}`,
							[2, 3, 2],
							[['Over'], ['Besluit'], ['Wie en wanneer']],
							decided.map((one) => [[one.about], narrativeCell(one.text), [one.who]]),
						),
					]),
		];
	});
	if (blocks.length > 0) return blocks;
	return [
		text(`Bij deze vaststelling zijn voor ${inSentence(organisation.name)} geen besluiten vastgelegd.`),
	];
}

function followUp(source: LetterSource): Block[] {
	const { facts, report, period } = source;
	const next = nextPeriod(period);
	const isLast = partsOf(next).year > facts.agenda.endYear;
	const corrections = weighed(source)
		.filter(({ weight }) => weight > 0)
		.flatMap(({ theme }) => correctionLines(theme));
	return [
		text(
			isLast
				? `Dit was het laatste peilmoment van de ${report.agenda}.`
				: `Het volgende peilmoment is ${periodInSentence(next)}: in ${measuredMonth(next)} wordt opnieuw bekeken hoe het staat. Daarna leest u dat in een volgende brief.`,
		),
		...(corrections.length === 0 ? [] : [heading(2, 'Bijsturing die is afgesproken'), ...corrections]),
	];
}

function correctionLines({ name, items }: ThemeView): Block[] {
	return items.flatMap((item) => labelled(`${name} ${item.number}. ${item.title}`, item.correction));
}
