import { describe, expect, test } from 'vitest';
import { day } from '../../../../tests/support/facts.ts';
import { accordView } from './accord.view.ts';
import { decisionView, type DecisionFrame } from './decision.view.ts';
import { twoLevelsSentence } from '#lib/text/meeting.ts';

const PARTICIPANTS = [
	{ id: 1, shortName: 'Aa', standing: 'voting' as const },
	{ id: 2, shortName: 'Bee', standing: 'voting' as const },
	{ id: 3, shortName: 'RBL', standing: 'partner' as const },
];
const ACCORDS = [
	{ organisationId: 1, ref: null, stance: 'agreed' as const, text: '', version: 1 },
	{ organisationId: 1, ref: 'thema-1', stance: 'none' as const, text: 'Te duur.', version: 4 },
];
const view = (ref: string | null, speakFor: number[]) =>
	accordView(ref, { participants: PARTICIPANTS, accords: ACCORDS, speakFor });

describe('what the organisations say', () => {
	test('of the whole names everybody who votes, also who said nothing: silence is no akkoord', () => {
		const { lines, summary } = view(null, []);
		expect(lines.map((line) => `${line.organisation}: ${line.word}`)).toEqual([
			'Aa: Akkoord',
			'Bee: Nog niet gegeven',
		]);
		expect(summary).toBe('1 akkoord, 1 nog niet gegeven');
	});

	test('of an item names only who said something', () => {
		expect(view('thema-1', []).lines).toMatchObject([
			{ organisation: 'Aa', stance: 'none', text: 'Te duur.' },
		]);
		expect(view('thema-2', []).lines).toEqual([]);
	});

	test('has a form for whom this person speaks, never for who only talks along', () => {
		expect(view('thema-1', [1, 2, 3]).forms).toMatchObject([
			{ key: 'thema-1-1', stance: 'none', version: 4 },
			{ key: 'thema-1-2', stance: '', version: 0 },
		]);
		expect(view(null, []).forms).toEqual([]);
	});
});

describe('a decision', () => {
	const FRAME: DecisionFrame = {
		forum: 'board',
		region: { officialForum: 'REA', boardForum: 'OOGO' },
		today: day('2021-01-14'),
		may: { decide: false, speakFor: [1] },
		isOpen: true,
	};
	const row = {
		id: 7,
		text: 'Een plan.',
		about: null,
		ref: null,
		organisation: 'Aa',
		organisationId: 1,
		dueOn: day('2021-01-13'),
		state: 'open' as const,
		followUp: '',
		version: 1,
		meeting: 'oogo',
		heldOn: day('2020-11-12'),
	};

	test('says from which meeting it is, who does it and by when', () => {
		expect(decisionView(row, FRAME)).toMatchObject({
			from: 'OOGO van 12 november 2020',
			who: 'Aa, uiterlijk 13 januari 2021',
			late: true,
		});
		expect(
			decisionView({ ...row, organisation: null, organisationId: null, dueOn: null }, FRAME),
		).toMatchObject({
			who: 'Alle deelnemers',
			late: false,
			mayFollow: false,
		});
	});

	test.each([
		['is late the day after', { dueOn: day('2021-01-13') }, true],
		['is not late on the day itself', { dueOn: day('2021-01-14') }, false],
		['is never late once it is done', { state: 'done' as const }, false],
	])('that is open or not %s', (_name, overrides, late) => {
		expect(decisionView({ ...row, ...overrides }, FRAME).late).toBe(late);
	});

	test.each([
		['of the own organisation while the meeting lasts', FRAME, 1, [true, true]],
		['of another organisation', FRAME, 2, [false, false]],
		['of the own organisation afterwards', { ...FRAME, isOpen: false }, 1, [true, false]],
		['of anybody, by the coordinator', { ...FRAME, may: { decide: true, speakFor: [] } }, 2, [true, true]],
	] as const)(
		'%s can be followed up and corrected as far as that',
		(_name, frame, organisationId, expected) => {
			const { mayFollow, mayEdit } = decisionView({ ...row, organisationId }, frame);
			expect([mayFollow, mayEdit]).toEqual(expected);
		},
	);
});

test.each([
	['de cijfers achterblijven', 'REA: oranje, OOGO: rood, omdat: de cijfers achterblijven.'],
	['Omdat het stokt.', 'REA: oranje, OOGO: rood, omdat het stokt.'],
])('two levels read as one sentence: %s', (reason, expected) => {
	const region = { officialForum: 'REA', boardForum: 'OOGO' };
	expect(twoLevelsSentence({ official: 'oranje', board: 'rood', reason }, region)).toBe(expected);
});
