/** What became of the goals since the last status was judged: by which text that was, and which one holds now. Pure. */
import { levelInSentence, longDate, periodInSentence, periodName } from '#lib/text/nl.ts';
import { changeSentence } from '../agenda/item-history.view.ts';
import type { StatusPage } from './view-status.ts';

export interface GoalChangeView {
	/** "Het doel voor groen is op 12 juni 2020 gewijzigd. Reden: …", oldest first. */
	changes: string[];
	/** By which goals the last status was judged. */
	judgedBy: string;
	/** The text of the level of then, in the version of then and in that of now; empty when that level kept its text. */
	texts: { label: string; text: string }[];
	/** Why "geen wijziging" is not offered. */
	why: string;
}

const NO_TEXT = 'Voor dit niveau was geen doel geschreven.';

/** Null while the goals are those by which the last status was judged, and before the first status. */
export function goalChangeView({ goals, goalVersions, previous }: StatusPage): GoalChangeView | null {
	if (!previous || previous.goalVersionId === goals.id) return null;
	const then = goalVersions.find(({ id }) => id === previous.goalVersionId) ?? null;
	const changes = goalVersions
		.filter(({ number }) => number > (then?.number ?? 0))
		.map((version) =>
			version.number === 1
				? `De doelen zijn op ${longDate(version.since)} voor het eerst geschreven.`
				: changeSentence(version),
		);
	return {
		changes,
		judgedBy: then
			? `${periodName(previous.period)} is beoordeeld naar versie ${then.number} van de doelen; nu geldt versie ${goals.number ?? 0}.`
			: `Bij ${periodInSentence(previous.period)} waren er nog geen doelen; nu geldt versie ${goals.number ?? 0}.`,
		texts: textsOf(then, goals, previous.level),
		why: 'Daarom kunt u nu geen ‘geen wijziging’ kiezen: kies het niveau opnieuw aan de hand van het nieuwe doel.',
	};
}

type Goals = StatusPage['goalVersions'][number];

function textsOf(
	then: Goals | null,
	now: StatusPage['goals'],
	level: Goals['changedLevels'][number] | null,
): GoalChangeView['texts'] {
	if (!then || level === null || then.texts[level] === now.texts[level]) return [];
	const word = levelInSentence(level);
	return [
		{ label: `Toen voor ${word} (versie ${then.number})`, text: then.texts[level] ?? NO_TEXT },
		{ label: `Nu voor ${word} (versie ${now.number ?? 0})`, text: now.texts[level] ?? NO_TEXT },
	];
}
