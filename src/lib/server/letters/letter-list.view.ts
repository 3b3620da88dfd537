/** The letters of one adoption as a list: where each stands, since when, what is late, and what can be downloaded. Pure. */
import { isLate, LETTER_FORMATS, type LetterFormat } from '#lib/domain/council-letter.ts';
import { daysBetween } from '#lib/domain/day.ts';
import { LETTER_MODELS, LETTER_STATE_WORD, RUN_STATE_WORD, TREATMENT_WORD } from '#lib/text/letters.ts';
import { count, longDate, moment, periodInSentence } from '#lib/text/nl.ts';
import type { RunRow } from './letter-runs.repo.ts';
import type { LetterList } from './list-letters.ts';

export const FORMAT_WORD = { pdf: 'PDF', docx: 'Word', odt: 'ODT' } as const satisfies Record<
	LetterFormat,
	string
>;

export interface LetterLine {
	gemeente: string;
	href: string;
	kind: string;
	state: string;
	stateWord: string;
	/** "sinds 8 december 2020, door Adviseur Oudewater"; empty for a letter that nobody touched. */
	since: string;
	note: string;
	/** "Uiterlijk 28 januari 2021"; empty without a last day, and once it is with the council. */
	due: string;
	/** "3 dagen te laat"; empty when it is not. */
	late: string;
	mayWrite: boolean;
	files: { href: string; label: string }[];
}

export type LetterListView = ReturnType<typeof letterListView>;

export function letterListView(list: LetterList) {
	const { adoption, mayManage, seesDrafts, runs } = list;
	const lines = list.lines.map((line) => lineOf(line, list));
	const late = lines.filter((line) => line.late !== '');
	const isBusy = runs.some(({ state }) => state === 'waiting' || state === 'running');
	return {
		lines,
		mayManage,
		seesDrafts,
		isBusy,
		slug: adoption.slug,
		round: periodInSentence(adoption.period),
		subtitle: `${adoption.agendaTitle}, ${periodInSentence(adoption.period)}`,
		late: late.map(({ gemeente }) => gemeente),
		counts: countsOf(list),
		runs: runs.map((run) => runView(run, adoption.slug)),
		formats: LETTER_FORMATS.map((format) => ({ value: format, label: FORMAT_WORD[format] })),
		files: count(lines.length, 'brief', 'brieven'),
		dueOn: list.lines.find(({ letter }) => letter?.dueOn)?.letter?.dueOn ?? '',
	};
}

type Line = LetterList['lines'][number];

function lineOf(
	{ gemeente, letter, kind, mayWrite }: Line,
	{ adoption, steps, today }: LetterList,
): LetterLine {
	const state = letter?.state ?? 'draft';
	const step = steps.findLast((one) => one.letterId === letter?.id);
	const dueOn = letter?.dueOn ?? null;
	const isWaiting = state === 'draft' || state === 'to-college';
	const href = `/rapporten/${adoption.slug}/brieven/${gemeente.slug}`;
	return {
		gemeente: gemeente.name,
		href,
		state,
		mayWrite,
		kind: kind ?? LETTER_MODELS[0].kind,
		stateWord: letter === null ? 'Nog niet begonnen' : LETTER_STATE_WORD[state],
		since: [
			...(letter && state !== 'draft' ? [TREATMENT_WORD[letter.treatment]] : []),
			...(step ? [`sinds ${longDate(step.on)}`, ...(step.author ? [`door ${step.author}`] : [])] : []),
		].join(', '),
		note: step?.note ?? '',
		due: dueOn !== null && isWaiting ? `Uiterlijk ${longDate(dueOn)}` : '',
		late:
			dueOn !== null && isLate(state, dueOn, today)
				? `${count(daysBetween(dueOn, today), 'dag', 'dagen')} te laat`
				: '',
		files: LETTER_FORMATS.map((format) => ({ href: `${href}/brief.${format}`, label: FORMAT_WORD[format] })),
	};
}

/** "1 concept, 2 naar college en 1 naar raad" as parts, without what does not occur. */
function countsOf({ lines }: LetterList): { word: string; value: number }[] {
	const states = lines.map(({ letter }) => (letter ? LETTER_STATE_WORD[letter.state] : 'Nog niet begonnen'));
	return ['Nog niet begonnen', ...Object.values(LETTER_STATE_WORD)]
		.map((word) => ({ word, value: states.filter((one) => one === word).length }))
		.filter(({ value }) => value > 0);
}

export interface RunView {
	id: number;
	state: RunRow['state'];
	word: string;
	/** "15 bestanden als PDF, Word en ODT, gevraagd op 14 januari 2021 om 10:30 door Coördinator Woerden". */
	about: string;
	made: number;
	total: number;
	problem: string;
	/** Null until it is there, and once it was cleared away. */
	file: { href: string; label: string } | null;
}

function runView(run: RunRow, slug: string): RunView {
	const { id, state, made, total, problem, formats, author, createdAt, file } = run;
	const asked = `gevraagd op ${moment(createdAt)}${author ? ` door ${author}` : ''}`;
	return {
		id,
		state,
		made,
		total,
		problem,
		word: RUN_STATE_WORD[state],
		about: `${count(total, 'bestand', 'bestanden')} (${formats.map((one) => FORMAT_WORD[one]).join(', ')}), ${asked}`,
		file: file && {
			href: `/rapporten/${slug}/brieven.zip?reeks=${id}`,
			label: `Download ${file.name} (${sizeOf(file.size)})`,
		},
	};
}

function sizeOf(bytes: number): string {
	return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}
