/** What the werkplaats of one item shows, as strings. Pure. */
import type { Day } from '#lib/domain/day.ts';
import { typedDecimal } from '#lib/domain/decimal.ts';
import type { GoalTexts } from '#lib/domain/goal.ts';
import { levelsFor, type ItemKind, type Level } from '#lib/domain/level.ts';
import type { MeasureDirection } from '#lib/domain/measure.ts';
import type { NoteKind } from '#lib/domain/note.ts';
import { goalMovesFrom, type GoalState } from '#lib/domain/workflow.ts';
import { decidedWhen, goalStateSentence } from '#lib/text/smart.ts';
import { exampleLadder, goalExamples, type GoalExamples } from './goal-examples.view.ts';
import { versionViews, type VersionView } from './goal-versions.view.ts';
import type { GoalPage } from './view-goals.ts';

export interface GoalPageView {
	pageTitle: string;
	title: string;
	about: string;
	breadcrumbs: { label: string; href: string | null }[];
	itemHref: string;
	previous: { label: string; href: string } | null;
	next: { label: string; href: string } | null;
	description: string;
	/** From the evaluation, per kind and agenda. */
	lessons: { title: string; texts: string[] }[];
	kind: ItemKind;
	texts: Record<Level, string>;
	version: number;
	/** Every version, for comparing after a conflict. */
	textsByVersion: Record<number, GoalTexts>;
	newestAuthor: string;
	/** `when`: "op 29 oktober 2020"; empty for a concept. */
	state: { value: GoalState; sentence: string; when: string; moves: readonly GoalState[] };
	forum: string;
	today: Day;
	examples: GoalExamples;
	exampleLadder: ReturnType<typeof exampleLadder>;
	versions: VersionView[];
	measure: MeasureView;
	mayWrite: boolean;
	mayDecide: boolean;
	/** Why nothing can be written; null when this person may write. */
	readOnly: string | null;
}

export interface MeasureView {
	exists: boolean;
	version: number;
	unit: string;
	direction: MeasureDirection;
	/** With a decimal comma; empty for a level without one. */
	thresholds: { level: Level; value: string }[];
	hasMeasurements: boolean;
}

export function goalPageView(page: GoalPage): GoalPageView {
	const { agenda, item, versions } = page;
	const newest = versions[0];
	return {
		pageTitle: `Doelen van ${item.themeName} ${item.number}`,
		title: item.title,
		about: `${item.themeName} ${item.number} · trekker ${item.leadName ?? 'nog niet bekend'}${item.kind === 'ongoing' ? ' · doorlopend' : ''}`,
		breadcrumbs: [
			{ label: `Doelen ${agenda.startYear}–${agenda.endYear}`, href: `/agenda/${agenda.slug}/doelen` },
			{ label: `${item.themeName} ${item.number}`, href: null },
		],
		itemHref: `/agenda/${agenda.slug}/punten/${item.ref}`,
		...neighbours(page),
		description: item.description.trim(),
		lessons: lessonGroups(page.lessons),
		kind: item.kind,
		texts: plain(newest?.texts),
		version: newest?.number ?? 0,
		textsByVersion: Object.fromEntries(versions.map(({ number, texts }) => [number, texts])),
		newestAuthor: newest?.authorName ?? 'de import',
		state: {
			value: item.state,
			sentence: newest
				? goalStateSentence(item.state, item.decidedOn, agenda.officialForum)
				: 'Nog geen doelen geschreven',
			when: decidedWhen(item.state, item.decidedOn, agenda.officialForum),
			moves: newest ? goalMovesFrom(item.state) : [],
		},
		forum: agenda.officialForum,
		today: page.today,
		examples: goalExamples(page),
		exampleLadder: exampleLadder(page, item.kind),
		versions: versionViews(page, item.kind),
		measure: measureView(page),
		mayWrite: page.may.write,
		mayDecide: page.may.decide && newest !== undefined,
		readOnly: page.may.write ? null : readOnlySentence(page),
	};
}

function plain(texts: GoalTexts | undefined): Record<Level, string> {
	return {
		rood: texts?.rood ?? '',
		oranje: texts?.oranje ?? '',
		groen: texts?.groen ?? '',
		donkergroen: texts?.donkergroen ?? '',
	};
}

function neighbours({ agenda, item, items }: GoalPage): Pick<GoalPageView, 'previous' | 'next'> {
	const place = items.findIndex(({ ref }) => ref === item.ref);
	const link = (other: GoalPage['item'] | undefined) =>
		other
			? {
					label: `${other.themeName} ${other.number}`,
					href: `/agenda/${agenda.slug}/punten/${other.ref}/doelen`,
				}
			: null;
	return { previous: link(items[place - 1]), next: link(items[place + 1]) };
}

const LESSON_TITLE: Partial<Record<NoteKind, string>> = {
	recommendation: 'Aanbevelingen',
	bottleneck: 'Knelpunten',
	conclusion: 'Conclusie',
};
const LESSON_ORDER: readonly NoteKind[] = ['recommendation', 'bottleneck', 'conclusion'];

function lessonGroups(lessons: GoalPage['lessons']): GoalPageView['lessons'] {
	return LESSON_ORDER.map((kind) => ({
		title: LESSON_TITLE[kind] ?? '',
		texts: [...new Set(lessons.filter((one) => one.kind === kind).map(({ text }) => text))],
	})).filter(({ texts }) => texts.length > 0);
}

function measureView({ measure, item, hasMeasurements }: GoalPage): MeasureView {
	return {
		exists: measure !== null,
		version: measure?.version ?? 0,
		unit: measure?.unit ?? '',
		direction: measure?.direction ?? 'up',
		thresholds: levelsFor(item.kind).map((level) => {
			const value = measure?.thresholds[level] ?? null;
			return { level, value: value === null ? '' : typedDecimal(value) };
		}),
		hasMeasurements,
	};
}

function readOnlySentence({ agenda }: GoalPage): string {
	return agenda.state === 'closed'
		? 'Deze agenda is afgesloten: de doelen veranderen niet meer.'
		: 'U kunt deze doelen lezen. Alleen de trekker, de betrokken organisaties en de coördinator schrijven ze.';
}
