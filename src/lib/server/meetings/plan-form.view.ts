/** The form that plans a meeting or changes its plan. Pure. */
import type { Day } from '#lib/domain/day.ts';
import { STANDINGS, type Forum, type Standing } from '#lib/domain/meeting.ts';
import { forumName, STANDING_WORD } from '#lib/text/meeting.ts';
import { ROUND_STATE_WORD, periodInSentence } from '#lib/text/nl.ts';
import type { PlanForm } from './list-meetings.ts';
import type { Option } from './meeting.view.ts';

export interface PlanFormView {
	agenda: { slug: string; title: string };
	forum: Forum;
	/** "OOGO". */
	forumName: string;
	values: { heldOn: string; startsAt: string; place: string };
	/** Newest first; `chosen` as it is now. */
	rounds: { id: number; label: string; chosen: boolean }[];
	organisations: { id: number; name: string; standing: Standing | '' }[];
	standings: Option[];
}

interface Planned {
	forum: Forum;
	meeting: { heldOn: Day; startsAt: string | null; place: string };
	rounds: readonly number[];
	participants: readonly { id: number; standing: Standing }[];
}

/** Rounds that can still be planned far ahead would fill the form; these are enough to look at. */
const MOST_ROUNDS = 8;

/** `planned` is what the meeting has now; a forum alone is a new meeting. */
export function planFormView(form: PlanForm, planned: Planned | { forum: Forum }): PlanFormView {
	const saved = 'meeting' in planned ? planned : null;
	const newest = form.rounds.findLast((round) => round.state !== 'planned' && round.state !== 'adopted');
	const isChosen = (id: number) => (saved ? saved.rounds.includes(id) : id === newest?.id);
	const standingOf = (id: number) => saved?.participants.find((one) => one.id === id)?.standing ?? '';
	return {
		agenda: { slug: form.agenda.slug, title: form.agenda.title },
		forum: planned.forum,
		forumName: forumName(planned.forum, form.region),
		values: {
			heldOn: saved?.meeting.heldOn ?? '',
			startsAt: saved?.meeting.startsAt ?? '',
			place: saved?.meeting.place ?? '',
		},
		rounds: form.rounds
			.filter((round, index) => index >= form.rounds.length - MOST_ROUNDS || isChosen(round.id))
			.map(({ id, period, state }) => ({
				id,
				label: `${periodInSentence(period)} (${ROUND_STATE_WORD[state].toLowerCase()})`,
				chosen: isChosen(id),
			}))
			.reverse(),
		organisations: form.organisations
			.filter(({ id, endedOn }) => endedOn === null || standingOf(id) !== '')
			.map(({ id, name, usual }) => ({ id, name, standing: saved ? standingOf(id) : (usual ?? '') })),
		standings: [
			{ value: '', label: 'Doet niet mee' },
			...STANDINGS.map((value) => ({ value, label: STANDING_WORD[value] })),
		],
	};
}
