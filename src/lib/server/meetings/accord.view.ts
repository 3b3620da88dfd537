/** What the organisations say, per item and of the whole, and the forms of those for whom this person may speak. Pure. */
import { STANCES, type Stance, type Standing } from '#lib/domain/meeting.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { STANCE_WORD } from '#lib/text/meeting.ts';
import { count } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';

export interface AccordLineView {
	organisation: string;
	/** Null while it has said nothing. */
	stance: Stance | null;
	word: string;
	text: Narrative;
}

export interface AccordForm {
	/** Unique on the page: `geheel-3`, `thuiszitters-2-3`. */
	key: string;
	organisation: string;
	organisationId: number;
	/** '' for the whole. */
	item: string;
	stance: Stance | '';
	text: string;
	version: number;
}

export interface AccordView {
	lines: AccordLineView[];
	forms: AccordForm[];
	/** "4 akkoord, 1 voorbehoud, 2 nog niet gegeven". */
	summary: string;
}

interface Said {
	organisationId: number;
	ref: string | null;
	stance: Stance;
	text: string;
	version: number;
}

/** `ref` null is the whole: then also those who said nothing are listed. */
export function accordView(
	ref: string | null,
	from: {
		participants: readonly { id: number; shortName: string; standing: Standing }[];
		accords: readonly Said[];
		/** Empty when nothing can be said any more. */
		speakFor: readonly number[];
	},
): AccordView {
	const voting = from.participants.filter((one) => one.standing === 'voting');
	const saidOf = (id: number) =>
		from.accords.find((one) => one.organisationId === id && one.ref === ref) ?? null;
	const lines = voting
		.map(({ id, shortName }): AccordLineView => {
			const said = saidOf(id);
			return {
				organisation: shortName,
				stance: said?.stance ?? null,
				word: said ? STANCE_WORD[said.stance] : 'Nog niet gegeven',
				text: readNarrative(said?.text ?? ''),
			};
		})
		.filter((line) => ref === null || line.stance !== null);
	const forms = voting
		.filter(({ id }) => from.speakFor.includes(id))
		.map(({ id, shortName }): AccordForm => {
			const said = saidOf(id);
			return {
				key: `${ref ?? 'geheel'}-${id}`,
				organisation: shortName,
				organisationId: id,
				item: ref ?? '',
				stance: said?.stance ?? '',
				text: said?.text ?? '',
				version: said?.version ?? 0,
			};
		});
	return { lines, forms, summary: summaryOf(lines) };
}

function summaryOf(lines: readonly AccordLineView[]): string {
	const amount = (stance: Stance | null) => lines.filter((line) => line.stance === stance).length;
	return [
		...STANCES.map((stance) => [amount(stance), STANCE_WORD[stance].toLowerCase()] as const),
		[amount(null), 'nog niet gegeven'] as const,
	]
		.filter(([value]) => value > 0)
		.map(([value, word]) => count(value, word, word))
		.join(', ');
}
