/** The meetings of the demo, played through the same use cases as a person's: the OOGOs that were held and the one that is planned. */
import type { Actor } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Db } from '../db/open.ts';
import { askMeetingStep } from '../meetings/ask-meeting-step.ts';
import { giveAccord } from '../meetings/give-accord.ts';
import { viewPlanForm } from '../meetings/list-meetings.ts';
import { closeMeeting } from '../meetings/move-meeting.ts';
import { planMeeting } from '../meetings/plan-meeting.ts';
import { addMeetingItem, proposeMeetingAgenda } from '../meetings/prepare-agenda.ts';
import { recordDecision } from '../meetings/record-decision.ts';
import { HOUSE_RULES } from '../system-context.ts';
import type { Context } from '../use-case.ts';

interface Hall {
	db: Db;
	coordinator: Actor;
	agenda: string;
	period: Period;
	heldOn: Day;
	/** When somebody sat down to do this. */
	now: Date;
}

const PLACE = 'Gemeentehuis Woerden';

const DECISIONS = [
	{
		item: 'thuiszitters-2',
		text: 'Alle gemeenten en samenwerkingsverbanden leveren hun thuiszitters vanaf januari aan in het ene format van het RBL.',
		organisation: 'rbl',
		dueOn: '2021-02-01',
	},
	{
		item: '',
		text: 'Het ambtelijk overleg legt voor elk punt op rood een plan van een half A4 voor.',
		organisation: 'woerden',
		dueOn: '2021-02-12',
	},
	{
		item: '',
		text: 'De stand van kwartaal 3 gaat met één brief naar alle raden.',
		organisation: '',
		dueOn: '2020-12-15',
	},
] as const;

const RESERVATION =
	'Onder voorbehoud van de begroting: onze raad beslist in december over de bijdrage aan het gezamenlijke budget.';

/** The slug of the OOGO that adopts the round: before that adoption, so that it belongs to it. */
export function holdMeeting(hall: Hall): string {
	const { db, coordinator, now } = hall;
	const context = { db, actor: coordinator, now, house: HOUSE_RULES };
	const { meeting, slugOf } = planFor(context, hall);
	proposeMeetingAgenda(context, { meeting, version: 1 });
	addMeetingItem(context, { meeting, subject: 'Rondvraag', kind: 'formality' });
	for (const { organisation, ...decision } of DECISIONS) {
		const id = organisation === '' ? '' : (slugOf.get(organisation)?.id ?? '');
		recordDecision(context, { meeting, ...decision, organisation: id });
	}
	for (const [slug, one] of slugOf) {
		if (one.usual !== 'voting') continue;
		const isReserved = slug === 'oudewater';
		giveAccord(context, {
			meeting,
			organisation: one.id,
			version: 0,
			stance: isReserved ? 'reservation' : 'agreed',
			text: isReserved ? RESERVATION : '',
		});
	}
	closeAfterAsking(context, meeting);
	return meeting;
}

/** An OOGO of before: everything on the table, nothing that still has to be done. Answers its slug. */
export function holdEarlierMeeting(hall: Hall): string {
	const { db, coordinator, now } = hall;
	const context = { db, actor: coordinator, now, house: HOUSE_RULES };
	const { meeting } = planFor(context, hall);
	proposeMeetingAgenda(context, { meeting, version: 1 });
	closeAfterAsking(context, meeting);
	return meeting;
}

/** Still to come: its round is not closed yet. */
export function planNextMeeting(hall: Hall): void {
	const { db, coordinator, now } = hall;
	planFor({ db, actor: coordinator, now, house: HOUSE_RULES }, hall);
}

function closeAfterAsking(context: Context, meeting: string): void {
	const { version, seen } = askMeetingStep(context, { meeting, step: 'close' });
	closeMeeting(context, { meeting, version, seen });
}

function planFor(context: Context, { agenda, period, heldOn }: Hall) {
	const { rounds, organisations } = viewPlanForm(context, { agenda });
	const meeting = planMeeting(context, {
		agenda,
		forum: 'board',
		heldOn,
		startsAt: '14:30',
		place: PLACE,
		rounds: rounds.filter((round) => round.period === period).map((round) => round.id),
		participants: organisations.flatMap(({ id, usual }) => (usual ? [{ id, standing: usual }] : [])),
	});
	return { meeting, slugOf: new Map(organisations.map((one) => [one.slug, one])) };
}
