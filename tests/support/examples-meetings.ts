/** Good inputs for the use cases of a meeting. Each plans the board meeting that it is about. */
import { inArray } from 'drizzle-orm';
import { organisation, statusRound } from '#lib/server/db/schema.ts';
import { cancelMeeting } from '#lib/server/meetings/edit-meeting.ts';
import { closeMeeting, startMeeting } from '#lib/server/meetings/move-meeting.ts';
import { planMeeting } from '#lib/server/meetings/plan-meeting.ts';
import { addMeetingItem } from '#lib/server/meetings/prepare-agenda.ts';
import { recordDecision } from '#lib/server/meetings/record-decision.ts';
import { setBoardLevel } from '#lib/server/meetings/set-board-level.ts';
import type { Example } from './examples.ts';
import { meetingAnswer } from './formal-steps.ts';
import { ITEM, type Place, type World } from './world.ts';

/** Of the organisations of this region, by slug. The RBL takes part in both. */
export function organisationId({ db }: World, slug: string, place: Place = 'home'): number {
	const rows = db.select().from(organisation).all();
	const same = rows.filter((row) => row.slug === slug).map((row) => row.id);
	const id = place === 'home' ? same.at(0) : same.at(-1);
	if (id === undefined) throw new Error(`The test world has no organisation ${slug}`);
	return id;
}

export function roundIds({ db }: World, ...slugs: string[]): number[] {
	return db
		.select({ id: statusRound.id })
		.from(statusRound)
		.where(inArray(statusRound.slug, slugs))
		.all()
		.map((row) => row.id);
}

/** What the form of a new meeting would hold: Aa, Bee and the SWV vote, the RBL talks along. */
export function planOf(world: World, overrides: Record<string, unknown> = {}) {
	const { home } = world;
	return {
		agenda: home.agenda,
		forum: 'board',
		heldOn: '2021-01-20',
		startsAt: '14:30',
		place: 'Gemeentehuis',
		rounds: roundIds(world, home.rounds.closed),
		participants: [
			...['aa', 'bee', 'swv'].map((slug) => ({ id: organisationId(world, slug), standing: 'voting' })),
			{ id: organisationId(world, 'rbl'), standing: 'partner' },
		],
		...overrides,
	};
}

/** The slug of a new meeting of the home region. */
export function planned(world: World, overrides: Record<string, unknown> = {}): string {
	return planMeeting(world.as('coordinator'), planOf(world, overrides));
}

/** A meeting of yesterday: one can be closed on its day or later. */
const held = (world: World) => planned(world, { heldOn: '2021-01-13' });

const meetingOf: Example = (world) => ({ meeting: planned(world) });
const versionOne: Example = (world) => ({ meeting: planned(world), version: 1 });

function withEntry(world: World) {
	const meeting = planned(world);
	addMeetingItem(world.as('coordinator'), { meeting, subject: 'Rondvraag', kind: 'discuss' });
	return { meeting, entry: 1, version: 1 };
}

function withDecision(world: World) {
	const meeting = planned(world);
	const organisation = organisationId(world, 'aa');
	recordDecision(world.as('coordinator'), { meeting, text: 'Aa maakt een plan.', organisation });
	return { meeting, decision: 1, version: 1 };
}

export const MEETING_EXAMPLES: Record<string, Example> = {
	'accord.give': (world) => ({
		meeting: planned(world),
		organisation: organisationId(world, 'aa'),
		version: 0,
		stance: 'reservation',
		text: 'Eerst naar de raad.',
	}),
	'board-level.set': (world) => ({
		meeting: planned(world),
		item: ITEM.untouched,
		version: 0,
		level: 'rood',
		reason: 'De cijfers blijven achter.',
	}),
	'board-level.withdraw': (world) => {
		const meeting = planned(world);
		const input = { meeting, item: ITEM.untouched, level: 'rood', reason: 'Te vroeg.' };
		setBoardLevel(world.as('coordinator'), { ...input, version: 0 });
		return { meeting, item: ITEM.untouched, version: 1 };
	},
	'decision.edit': (world) => ({
		...withDecision(world),
		text: 'Aa maakt snel een plan.',
		organisation: organisationId(world, 'aa'),
	}),
	'decision.follow-up': (world) => ({
		...withDecision(world),
		state: 'done',
		followUp: 'Het plan ligt er.',
	}),
	'decision.record': (world) => ({
		meeting: planned(world),
		item: ITEM.untouched,
		text: 'Aa maakt een plan.',
		organisation: organisationId(world, 'aa'),
		dueOn: '2021-03-01',
	}),
	'meeting.add-item': (world) => ({ meeting: planned(world), item: ITEM.untouched, kind: 'discuss' }),
	'meeting.ask-step': (world) => ({ meeting: planned(world), step: 'start' }),
	'meeting.cancel': versionOne,
	'meeting.close': (world) => meetingAnswer(world.as('coordinator'), held(world), 'close'),
	'meeting.decisions': (world) => ({
		meeting: planned(world, { rounds: roundIds(world, world.home.rounds.adopted) }),
	}),
	'meeting.edit': (world) => ({ ...planOf(world, { place: 'Elders' }), meeting: planned(world), version: 1 }),
	'meeting.edit-item': (world) => ({ ...withEntry(world), kind: 'formality', note: 'Ter kennisname.' }),
	'meeting.list': () => ({}),
	'meeting.list-forum': ({ home }) => ({ agenda: home.agenda }),
	'meeting.move-item': (world) => {
		const entry = withEntry(world);
		const last = { meeting: entry.meeting, subject: 'Sluiting', kind: 'formality' };
		addMeetingItem(world.as('coordinator'), last);
		return { ...entry, to: 1 };
	},
	'meeting.note-presence': (world) => ({
		meeting: planned(world),
		version: 1,
		present: [organisationId(world, 'aa')],
	}),
	'meeting.plan': (world) => planOf(world),
	'meeting.plan-form': ({ home }) => ({ agenda: home.agenda }),
	'meeting.propose-agenda': versionOne,
	'meeting.remove-item': withEntry,
	'meeting.reopen': (world) => {
		const meeting = held(world);
		closeMeeting(world.as('coordinator'), meetingAnswer(world.as('coordinator'), meeting, 'close'));
		return { meeting, version: 2 };
	},
	'meeting.restore': (world) => {
		const meeting = planned(world);
		cancelMeeting(world.as('coordinator'), { meeting, version: 1 });
		return { meeting, version: 2 };
	},
	'meeting.start': (world) => meetingAnswer(world.as('coordinator'), planned(world), 'start'),
	'meeting.take-back': (world) => {
		const meeting = held(world);
		startMeeting(world.as('coordinator'), meetingAnswer(world.as('coordinator'), meeting, 'start'));
		return { meeting, version: 2 };
	},
	'meeting.view': meetingOf,
	'meeting.watch': meetingOf,
};
