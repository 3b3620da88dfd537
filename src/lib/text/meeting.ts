/** Dutch of meetings: what kinds, standings, stances and states are called, and the sentences that more pages share. */
import {
	DECISION_STATES,
	STANCES,
	type DecisionState,
	type Forum,
	type MeetingItemKind,
	type MeetingState,
	type Stance,
	type Standing,
} from '#lib/domain/meeting.ts';
import type { MeetingFacts } from '#lib/domain/meeting-facts.ts';
import type { StillReason } from '#lib/domain/meeting-look.ts';
import type { Day } from '#lib/domain/day.ts';
import { count, listing, longDate } from './nl.ts';

export const MEETING_STATE_WORD = {
	planned: 'Gepland',
	running: 'Bezig',
	done: 'Gesloten',
} as const satisfies Record<MeetingState, string>;

export const MEETING_ITEM_KIND_WORD = {
	discuss: 'Bespreekstuk',
	formality: 'Hamerstuk',
} as const satisfies Record<MeetingItemKind, string>;

export const STANDING_WORD = {
	voting: 'Stemhebbend',
	partner: 'Gesprekspartner',
	incidental: 'Incidenteel',
} as const satisfies Record<Standing, string>;

export const STANCE_WORD = {
	agreed: 'Akkoord',
	reservation: 'Voorbehoud',
	none: 'Geen overeenstemming',
} as const satisfies Record<Stance, string>;

export const DECISION_STATE_WORD = {
	open: 'Open',
	done: 'Klaar',
	dropped: 'Vervallen',
} as const satisfies Record<DecisionState, string>;

/** To choose from. */
export const STANCE_OPTIONS = STANCES.map((value) => ({ value, label: STANCE_WORD[value] }));
export const DECISION_STATE_OPTIONS = DECISION_STATES.map((value) => ({
	value,
	label: DECISION_STATE_WORD[value],
}));

export const STILL_WORD = {
	unanswered: 'niet beantwoord',
	'same-low': 'twee peilmomenten hetzelfde',
	'no-new-text': 'geen nieuwe tekst',
} as const satisfies Record<StillReason, string>;

/** Who does a decision for which nobody was named. */
export const NO_OWNER = 'Alle deelnemers';

/** "RBL, uiterlijk 1 februari 2021", or "Alle deelnemers"; `owner` is null when nobody was named. */
export function decisionOwner(owner: string | null, dueOn: Day | null): string {
	return dueOn === null ? (owner ?? NO_OWNER) : `${owner ?? NO_OWNER}, uiterlijk ${longDate(dueOn)}`;
}

/** What the region calls this forum: "OOGO". */
export function forumName(forum: Forum, region: { officialForum: string; boardForum: string }): string {
	return forum === 'board' ? region.boardForum : region.officialForum;
}

/** "REA: oranje, OOGO: rood, omdat de cijfers achterblijven": both levels and the reason, in one sentence. */
export function twoLevelsSentence(
	levels: { official: string; board: string; reason: string },
	region: { officialForum: string; boardForum: string },
): string {
	const reason = levels.reason.trim();
	const because = /^omdat\b/i.test(reason) ? reason.replace(/^omdat/i, 'omdat') : `omdat: ${reason}`;
	const sentence = `${region.officialForum}: ${levels.official}, ${region.boardForum}: ${levels.board}, ${because}`;
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** "2 besluiten, 1 standpunt en 1 afwezige": what was recorded at a meeting; says so when it was nothing. */
export function recordedWords({
	decisions,
	accords,
	levels,
	participants,
}: Pick<MeetingFacts, 'decisions' | 'accords' | 'participants'> & { levels: readonly unknown[] }): string {
	const absent = participants.filter((one) => !one.present).length;
	const parts = [
		[decisions.length, 'besluit', 'besluiten'],
		[accords.length, 'standpunt', 'standpunten'],
		[levels.length, 'ander niveau', 'andere niveaus'],
		[absent, 'afwezige', 'afwezigen'],
	] as const;
	const said = parts.filter(([amount]) => amount > 0).map(([amount, one, more]) => count(amount, one, more));
	return said.length === 0 ? 'nog niets vastgelegd' : listing(said);
}
