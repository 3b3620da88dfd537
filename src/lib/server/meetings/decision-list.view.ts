/** The list of decisions of a meeting, for the screen and for paper. Pure. */
import { STANDING_WORD } from '#lib/text/meeting.ts';
import { accordView, type AccordView } from './accord.view.ts';
import { decisionView, type DecisionView } from './decision.view.ts';
import { frameOf, type MeetingFrame } from './meeting-frame.view.ts';
import { outsideOf, type OutsideAdoption } from './outside-adoption.view.ts';
import type { MeetingDecisions } from './view-meeting.ts';
import { listing } from '#lib/text/nl.ts';

export interface DecisionListView {
	frame: MeetingFrame;
	counter: number;
	outside: OutsideAdoption[];
	/** Griffie and raad see no follow-up. */
	withFollowUp: boolean;
	decisions: DecisionView[];
	whole: AccordView;
	/** Accords about one item, with what it is. */
	perItem: { ref: string; title: string; accord: AccordView }[];
	/** "Aanwezig: Montfoort en Woerden." per way of taking part. */
	presence: { label: string; names: string }[];
	levels: { ref: string; title: string; sentence: string }[];
}

export function decisionListView(page: MeetingDecisions): DecisionListView {
	const { meeting, region, today, may, isReader } = page;
	const isOpen = meeting.cancelledAt === null && meeting.state !== 'done' && !page.decided;
	const speakFor: number[] = [];
	const refs = [...new Set(page.accords.flatMap((one) => one.ref ?? []))].sort();
	return {
		frame: frameOf(page, 'Besluiten'),
		counter: page.counter,
		outside: outsideOf(page, may.decide),
		withFollowUp: !isReader,
		decisions: page.decisions.map((one) =>
			decisionView(one, { forum: meeting.forum, region, today, may, isOpen }),
		),
		whole: accordView(null, { ...page, speakFor }),
		perItem: refs.map((ref) => ({
			ref,
			title: page.titles.get(ref) ?? ref,
			accord: accordView(ref, { ...page, speakFor }),
		})),
		presence: presenceOf(page),
		levels: page.levels.map((one) => ({
			ref: one.ref,
			title: page.titles.get(one.ref) ?? one.ref,
			sentence: one.sentence,
		})),
	};
}

function presenceOf({ participants }: MeetingDecisions): DecisionListView['presence'] {
	const present = participants.filter((one) => one.present);
	const absent = participants.filter((one) => !one.present);
	const names = (rows: typeof participants) => listing(rows.map((one) => one.name));
	return [
		...[...Map.groupBy(present, (one) => one.standing)].map(([standing, rows]) => ({
			label: `Aanwezig, ${STANDING_WORD[standing].toLowerCase()}`,
			names: names(rows),
		})),
		...(absent.length > 0 ? [{ label: 'Afwezig', names: names(absent) }] : []),
	];
}
