/** A decision as a page shows it: what, who, by when and how far it is. Pure. */
import type { Day } from '#lib/domain/day.ts';
import type { DecisionState, Forum } from '#lib/domain/meeting.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { DECISION_STATE_WORD, decisionOwner } from '#lib/text/meeting.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { meetingTitle } from './meeting-frame.view.ts';

interface Decided {
	id: number;
	text: string;
	about: string | null;
	ref: string | null;
	organisation: string | null;
	organisationId: number | null;
	dueOn: Day | null;
	state: DecisionState;
	followUp: string;
	version: number;
	/** Slug of its meeting. */
	meeting: string;
	heldOn: Day;
}

export interface DecisionView {
	id: number;
	/** Slug of its meeting, for the forms. */
	meeting: string;
	/** "OOGO van 13 augustus 2020". */
	from: string;
	/** As it was typed. */
	text: string;
	told: Narrative;
	/** "Thuiszitters 2: Registratie"; null for the whole. */
	about: string | null;
	ref: string | null;
	/** "Woerden, uiterlijk 1 maart 2021". */
	who: string;
	late: boolean;
	state: DecisionState;
	stateWord: string;
	followUp: string;
	toldFollowUp: Narrative;
	version: number;
	/** As the form wants them. */
	values: { organisation: string; dueOn: string };
	mayFollow: boolean;
	mayEdit: boolean;
}

export interface DecisionFrame {
	forum: Forum;
	region: { officialForum: string; boardForum: string };
	today: Day;
	may: { decide: boolean; speakFor: readonly number[] };
	/** Its meeting can still change. */
	isOpen: boolean;
}

export function decisionView(
	row: Decided,
	{ forum, region, today, may, isOpen }: DecisionFrame,
): DecisionView {
	const { id, meeting, text, about, ref, state, followUp, version, organisationId, dueOn } = row;
	const isOwn = organisationId !== null && may.speakFor.includes(organisationId);
	return {
		id,
		meeting,
		text,
		about,
		ref,
		state,
		followUp,
		version,
		told: readNarrative(text),
		toldFollowUp: readNarrative(followUp),
		from: meetingTitle({ forum, heldOn: row.heldOn }, region),
		who: decisionOwner(row.organisation, dueOn),
		late: state === 'open' && dueOn !== null && dueOn < today,
		stateWord: DECISION_STATE_WORD[state],
		values: { organisation: organisationId === null ? '' : String(organisationId), dueOn: dueOn ?? '' },
		mayFollow: may.decide || isOwn,
		mayEdit: isOpen && (may.decide || isOwn),
	};
}
