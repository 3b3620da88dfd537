/** The versions of the goals with who, when, why and the difference with the version before, word by word. Pure. */
import { levelsFor, type ItemKind, type Level } from '#lib/domain/level.ts';
import { wordDiff, type DiffPart } from '#lib/domain/word-diff.ts';
import { moment } from '#lib/text/nl.ts';
import { goalStateSentence } from '#lib/text/smart.ts';
import type { GoalPage } from './view-goals.ts';

export interface VersionView {
	/** "Versie 2". */
	title: string;
	/** "12 juni 2020 om 10:00, door Anna de Boer". */
	byline: string;
	reason: string;
	state: string;
	/** Only the rungs that changed. */
	rungs: { level: Level; parts: DiffPart[] }[];
}

export function versionViews(
	{ versions, agenda }: Pick<GoalPage, 'versions' | 'agenda'>,
	kind: ItemKind,
): VersionView[] {
	return versions.map((version, index) => {
		const before = versions[index + 1]?.texts;
		return {
			title: `Versie ${version.number}`,
			byline: `${moment(version.createdAt)}, door ${version.authorName ?? 'de import'}`,
			reason: version.reason,
			state: goalStateSentence(version.state, version.decidedOn, agenda.officialForum),
			rungs: levelsFor(kind)
				.map((level) => ({ level, parts: wordDiff(before?.[level] ?? '', version.texts[level] ?? '') }))
				.filter(({ parts }) => parts.some(({ kind: change }) => change !== 'same')),
		};
	});
}
