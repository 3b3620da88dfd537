/** What the board decided, all of it, with what concerns the own organisation first; and what that organisation said. */
import { withLead } from '#lib/domain/narrative.ts';
import { NO_OWNER } from '#lib/text/meeting.ts';
import { count, longDate, WHOLE } from '#lib/text/nl.ts';
import type { Block, Cell, FlowBlock, Piece } from '../documents/document-model.ts';
import { narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, table, text } from '../reports/report-blocks.view.ts';
import type { DecisionView, MeetingView } from '../reports/report-model.ts';
import { inSentence } from './letter-fields.view.ts';
import type { LetterSource } from './letter-model.ts';

/** Under a heading of the first level. */
export function decisionBlocks(source: LetterSource): Block[] {
	const { report } = source;
	if (report.meetings.length === 0) return [text(report.withoutMeeting)];
	const isOne = report.meetings.length === 1;
	return report.meetings.flatMap((meeting, index) => [
		...(isOne ? [] : [heading(2, sentence(meeting.title))]),
		...meetingBlocks(meeting, index, source),
	]);
}

/** "3 besluiten van het OOGO", for a letter that has no place for them; empty when nothing was decided. */
export function unsaidDecisions({ report }: LetterSource): string {
	const decided = report.meetings.flatMap(({ decisions }) => decisions).length;
	return decided === 0 ? '' : `${count(decided, 'besluit', 'besluiten')} van het ${report.forum}`;
}

function meetingBlocks(meeting: MeetingView, index: number, source: LetterSource): Block[] {
	const { title, added, decisions } = meeting;
	const said =
		decisions.length === 0
			? `In het ${title} zijn geen besluiten vastgelegd.`
			: `In het ${title} ${decisions.length === 1 ? 'is 1 besluit' : `zijn ${decisions.length} besluiten`} genomen. ${ownSentence(decisions, source)}`;
	return [
		...(added === '' ? [] : [text(added)]),
		text(said.trim()),
		...standpoints(meeting, index, source),
		...(decisions.length === 0 ? [] : [decisionTable(meeting, source)]),
	];
}

function ownSentence(decisions: readonly DecisionView[], { organisation }: LetterSource): string {
	const own = decisions.filter(({ owner }) => owner === organisation.name).length;
	const all = decisions.filter(({ owner }) => owner === null).length;
	const parts = [
		...(own > 0 ? [`${own} voor onze gemeente`] : []),
		...(all > 0 ? [`${all} voor alle deelnemers`] : []),
	];
	return parts.length === 0 ? '' : `Daarvan ${own + all === 1 ? 'is' : 'zijn'} er ${parts.join(' en ')}.`;
}

function standpoints(
	meeting: MeetingView,
	index: number,
	{ organisation, meetings = [] }: LetterSource,
): Block[] {
	const name = inSentence(organisation.name);
	const own = meeting.accords.filter((one) => one.organisation === organisation.name);
	const us = meetings[index]?.participants.find((one) => one.organisation.name === organisation.name);
	const absent = us && !us.present ? [text(`Namens ${name} was bij dit overleg niemand aanwezig.`)] : [];
	if (own.length === 0 && us?.standing === 'voting')
		return [...absent, text(`Voor ${name} is geen standpunt vastgelegd.`)];
	return [
		...absent,
		...own.flatMap(({ about, stance, text: said }) =>
			labelled(
				about === WHOLE ? 'Standpunt van onze gemeente' : `Standpunt van onze gemeente over ${about}`,
				withLead(`${stance.toLowerCase()}. `, said),
			),
		),
	];
}

/** Own ones first, then those of everybody, then those of others: a word marks which is which. */
function decisionTable({ title, decisions }: MeetingView, { organisation }: LetterSource): Block {
	const rank = ({ owner }: DecisionView) => (owner === organisation.name ? 0 : owner === null ? 1 : 2);
	return table(
		`Besluiten, ${title}`,
		[6, 2.1, 1.9],
		[['Besluit'], ['Wie'], ['Uiterlijk']],
		decisions
			.toSorted((one, other) => rank(one) - rank(other))
			.map((one) => [
				decisionCell(one),
				whoPieces(one, organisation.name),
				[one.dueOn === null ? '' : longDate(one.dueOn)],
			]),
	);
}

function decisionCell({ itemRef, about, text: said }: DecisionView): Cell {
	const over: FlowBlock = {
		kind: 'paragraph',
		style: 'text',
		pieces: [{ text: `Over ${about}`, style: 'soft' }],
	};
	const blocks = narrativeParagraphs(said);
	return { blocks: itemRef === null ? blocks : [...blocks, over] };
}

function whoPieces({ owner }: DecisionView, own: string): Piece[] {
	if (owner === own) return [{ text: 'Onze gemeente', style: 'strong' }];
	if (owner === null) return [{ text: `${NO_OWNER}, ook onze gemeente`, style: 'strong' }];
	return [owner];
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
