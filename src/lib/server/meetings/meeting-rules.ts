/** The rules that the use cases of a meeting share: who sees it, when it still changes, and that nobody writes over the unseen. */
import { may, sightOf, type Actor, type Sight } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { heldSince } from '#lib/domain/held-meeting.ts';
import { isRoundVisible } from '#lib/domain/round.ts';
import { periodInSentence } from '#lib/text/nl.ts';
import { invalidField } from '../agenda-editing/edit-rules.ts';
import type { Db } from '../db/open.ts';
import { findItem } from './meeting-items.repo.ts';
import { findMeeting, listParticipants, type MeetingSubject, type RoundRow } from './meetings.repo.ts';

type Kept = Pick<MeetingSubject, 'meeting' | 'rounds'> & { agenda: Pick<MeetingSubject['agenda'], 'state'> };

/**
 * Whether a person with this sight knows of the meeting. The officials' own meetings stay with them; griffie and raad
 * know a board meeting only when everything it looked at has been adopted.
 */
export function isMeetingVisible({ meeting, agenda, rounds }: Kept, sight: Sight): boolean {
	if (sight === 'drafts') return true;
	if (meeting.forum !== 'board' || agenda.state === 'concept') return false;
	return sight === 'submitted' || isAdopted({ meeting, rounds });
}

function isAdopted({ meeting, rounds }: Pick<Kept, 'meeting' | 'rounds'>): boolean {
	const looked = rounds.length > 0 && rounds.every((round) => round.state === 'adopted');
	return looked && meeting.cancelledAt === null;
}

/** Null when it does not exist for this person. */
export function findVisibleMeeting(
	{ db, actor }: { db: Db; actor: Actor },
	slug: string,
	organisationIds: readonly number[] = [],
): MeetingSubject | null {
	const subject = findMeeting(db, slug, organisationIds);
	if (!subject) return null;
	const sight = sightOf(actor, subject.region.id);
	return sight === null || isMeetingVisible(subject, sight) || sight === 'adopted' ? subject : null;
}

/** What everybody at the table may see alike: drafts at the officials' meeting, closed rounds at the board's. */
export function sightAt({ meeting }: Pick<MeetingSubject, 'meeting'>): Sight {
	return meeting.forum === 'official' ? 'drafts' : 'submitted';
}

/** The newest round that the meeting looks at and that may be seen at its table. */
export function roundAt(subject: Pick<MeetingSubject, 'meeting' | 'rounds'>): RoundRow | null {
	const sight = sightAt(subject);
	return subject.rounds.findLast((round) => isRoundVisible(round.state, sight)) ?? null;
}

export function refuseCancelled({ meeting }: Pick<MeetingSubject, 'meeting'>): void {
	if (meeting.cancelledAt === null) return;
	throw new DomainError(
		'wrong-state',
		'Deze vergadering is afgelast en verandert niet meer. Plan een nieuwe.',
	);
}

/** The agenda, the presence and what was decided of a closed meeting are history. */
export function refuseClosed(subject: Pick<MeetingSubject, 'meeting'>): void {
	refuseCancelled(subject);
	if (subject.meeting.state !== 'done') return;
	throw new DomainError(
		'wrong-state',
		'Deze vergadering is gesloten: de agenda en de besluiten liggen vast. Alleen de opvolging kan nog veranderen.',
	);
}

/** What was adopted stays: levels belong to it, and at the officials' meeting also what was said. */
export function refuseAdopted({ rounds }: Pick<MeetingSubject, 'rounds'>): void {
	if (!rounds.some((round) => round.state === 'adopted')) return;
	throw new DomainError(
		'wrong-state',
		'Dit peilmoment is al vastgesteld. Wat erbij hoort kan alleen nog met een correctie veranderen.',
	);
}

type Looked = Pick<MeetingSubject, 'rounds'>;

/** Its date, who takes part, who was there and what they said stand in an adoption, so they no longer change. */
export function refuseHeld(subject: Looked): void {
	const held = subject.rounds.find((round) => round.heldAt !== null);
	if (!held) return;
	throw new DomainError(
		'wrong-state',
		`Deze vergadering staat in de vaststelling van ${periodInSentence(held.period)}: datum, deelnemers, aanwezigheid en standpunten liggen vast. Klopt er iets niet, leg dan een correctie vast bij dat rapport.`,
	);
}

/**
 * Whether its decisions are frozen: an adoption holds it, and no other round that it looks at is still to be adopted. Such
 * a round will hold what is decided until then.
 */
export function areDecisionsAdopted({ rounds }: Looked): boolean {
	return heldSince({ rounds }) !== null && rounds.every((round) => round.state === 'adopted');
}

/** A decision that no adoption will hold must not look as if one did. */
export function refuseAdoptedDecisions(subject: Looked): void {
	if (!areDecisionsAdopted(subject)) return;
	throw new DomainError(
		'wrong-state',
		'Wat deze vergadering besprak is vastgesteld, met de besluiten. Leg een nieuw besluit vast in de volgende vergadering, of een correctie bij het rapport. Alleen de opvolging kan nog veranderen.',
	);
}

/** The words of a decision that an adoption holds already; one that came after it can still be corrected. */
export function refuseFrozenDecision(subject: Looked, decision: { createdAt: Date }): void {
	refuseAdoptedDecisions(subject);
	const since = heldSince(subject);
	if (since === null || decision.createdAt > since) return;
	throw new DomainError(
		'wrong-state',
		'Dit besluit staat zo in een vaststelling. Klopt het niet, leg dan een correctie vast bij dat rapport. Alleen de opvolging kan nog veranderen.',
	);
}

/** Null for the whole. Throws `invalid` for something that is no item of the agenda. */
export function itemNamed(db: Db, { agenda }: MeetingSubject, ref: string) {
	if (ref === '') return null;
	const found = findItem(db, agenda.id, ref);
	if (!found) throw invalidField('item', 'Kies een agendapunt van deze agenda.');
	return found;
}

/** Throws `invalid` for an organisation that does not take part. */
export function participantNamed(db: Db, { meeting }: MeetingSubject, id: number) {
	const found = listParticipants(db, meeting.id).find((one) => one.id === id);
	if (!found) throw invalidField('organisation', 'Kies een organisatie die aan deze vergadering meedoet.');
	return found;
}

/** For which organisations this person may speak here. */
export function speaksFor(
	actor: Actor,
	{ region }: Pick<MeetingSubject, 'region'>,
	organisationIds: readonly number[],
): number[] {
	return organisationIds.filter((id) =>
		may(actor, 'accord.give', { kind: 'region', regionId: region.id, organisationIds: [id] }),
	);
}
