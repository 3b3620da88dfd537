import { describe, expect, test } from 'vitest';
import { parseDay, type Day } from './day.ts';
import {
	blockOfMeetingStep,
	blockOfRoundStep,
	concernsOfMeetingStep,
	concernsOfRoundStep,
	isBeforePeriod,
	MEETING_STEPS,
	ROUND_STEPS,
	shownAs,
	unshown,
	type MeetingStepFacts,
	type RoundStepFacts,
} from './formal-step.ts';
import { firstDayOf, lastDayOf, parsePeriod, type Period } from './period.ts';

function day(text: string): Day {
	const parsed = parseDay(text);
	if (!parsed) throw new Error(text);
	return parsed;
}
function period(text: string): Period {
	const parsed = parsePeriod(text);
	if (!parsed) throw new Error(text);
	return parsed;
}

const item = (key: string, state: RoundStepFacts['items'][number]['state'], hasLead = true) => ({
	key,
	name: `Punt ${key}`,
	state,
	hasLead,
});
const calmRound: RoundStepFacts = {
	today: day('2027-01-04'),
	round: { period: period('2026-H2'), opensOn: day('2027-01-04'), closesOn: day('2027-01-24') },
	items: [item('a-1', 'agreed')],
	isFilledIn: false,
	discussedIn: [],
	reopenedFor: [],
};
const summed = (concerns: ReturnType<typeof concernsOfRoundStep>) =>
	concerns.map(({ kind, days, named }) => [kind, days, named.map((one) => one.key).join(' ')]);

describe('the days of a period', () => {
	test.each([
		['2026-H2', '2026-07-01', '2026-12-31'],
		['2027-J1', '2027-01-01', '2027-12-31'],
		['2020-K1', '2020-01-01', '2020-03-31'],
		['2020-K4', '2020-10-01', '2020-12-31'],
	])('of %s are %s up to and including %s', (name, first, last) => {
		expect([firstDayOf(period(name)), lastDayOf(period(name))]).toEqual([first, last]);
	});

	test('a round can be dated from the first of them', () => {
		expect(isBeforePeriod(day('2026-12-31'), period('2027-J1'))).toBe(true);
		expect(isBeforePeriod(day('2027-01-01'), period('2027-J1'))).toBe(false);
	});
});

describe('opening a round', () => {
	test('on its day needs no word of what is missing', () => {
		expect(concernsOfRoundStep('open', calmRound)).toEqual([]);
	});

	test('says how many days it is before the period is over and before the planned day', () => {
		const facts = {
			...calmRound,
			today: day('2026-12-15'),
			items: [item('a-1', null), item('a-2', null, false)],
		};
		expect(summed(concernsOfRoundStep('open', facts))).toEqual([
			['before-period-over', 17, ''],
			['before-planned-day', 20, ''],
			['without-lead', 0, 'a-2'],
		]);
	});

	test('after the last day says so', () => {
		const facts = { ...calmRound, today: day('2027-01-26') };
		expect(summed(concernsOfRoundStep('open', facts))).toEqual([['after-last-day', 2, '']]);
	});

	test.each([
		['2026-06-30', 'period-not-begun'],
		['2026-07-01', undefined],
	])('on %s is stopped by %s', (today, kind) => {
		expect(blockOfRoundStep('open', { ...calmRound, today: day(today) })?.kind).toBe(kind);
	});
});

describe('the other steps of a round', () => {
	test('taking back is stopped once something was put in it', () => {
		expect(blockOfRoundStep('take-back', calmRound)).toBeNull();
		expect(blockOfRoundStep('take-back', { ...calmRound, isFilledIn: true })).toMatchObject({
			kind: 'filled-in',
			named: [{ key: 'a-1' }],
		});
	});

	test('closing names what is unanswered, a draft or returned, and how early it is', () => {
		const items = [item('a-1', 'agreed'), item('a-2', null), item('a-3', 'draft'), item('a-4', 'returned')];
		expect(summed(concernsOfRoundStep('close', { ...calmRound, items }))).toEqual([
			['before-last-day', 21, ''],
			['unanswered', 0, 'a-2'],
			['draft', 0, 'a-3'],
			['returned', 0, 'a-4'],
		]);
		const late = { ...calmRound, today: day('2027-01-25') };
		expect(concernsOfRoundStep('close', late)).toEqual([]);
	});

	test('closing is stopped while something waits for a judgement', () => {
		const items = [item('a-1', 'submitted'), item('a-2', null)];
		expect(blockOfRoundStep('close', { ...calmRound, items })).toMatchObject({
			kind: 'waiting',
			named: [{ key: 'a-1' }],
		});
	});

	test('reopening names what it undoes', () => {
		const facts = {
			...calmRound,
			today: day('2027-02-03'),
			discussedIn: [{ key: '4', name: 'OOGO van 1 februari 2027' }],
			reopenedFor: [{ key: '9', name: 'Adviseur' }],
		};
		expect(summed(concernsOfRoundStep('reopen', facts))).toEqual([
			['after-last-day', 10, ''],
			['discussed', 0, '4'],
			['reopened-for', 0, '9'],
		]);
		expect(ROUND_STEPS.filter((step) => blockOfRoundStep(step, facts))).toEqual([]);
	});
});

const calmMeeting: MeetingStepFacts = {
	today: day('2027-02-12'),
	meeting: { heldOn: day('2027-02-12'), forum: 'board' },
	rounds: [{ key: '1', name: 'Halfjaar 2 van 2026', state: 'closed' }],
	silent: [],
	decisions: [{ key: '1', name: 'Een plan.', hasOwner: true, hasDate: true }],
	hasDecided: false,
};

describe('the steps of a meeting', () => {
	test.each(MEETING_STEPS)('on its day with everything there, %s has nothing to say', (step) => {
		expect(concernsOfMeetingStep(step, calmMeeting)).toEqual([]);
		expect(blockOfMeetingStep(step, calmMeeting)).toBeNull();
	});

	test('closing is stopped before its day, and beginning then says how early', () => {
		const early = { ...calmMeeting, today: day('2027-02-11') };
		expect(blockOfMeetingStep('close', early)?.kind).toBe('before-day');
		expect(summed(concernsOfMeetingStep('start', early))).toEqual([['before-meeting-day', 1, '']]);
	});

	test('closing names who has not spoken and which decisions lack an owner or a day', () => {
		const facts = {
			...calmMeeting,
			silent: [{ key: '7', name: 'Gemeente Aa' }],
			decisions: [
				{ key: '1', name: 'Een plan.', hasOwner: false, hasDate: true },
				{ key: '2', name: 'Een brief.', hasOwner: true, hasDate: false },
			],
		};
		expect(summed(concernsOfMeetingStep('close', facts))).toEqual([
			['silent', 0, '7'],
			['without-owner', 0, '1'],
			['without-date', 0, '2'],
		]);
	});

	test.each([
		['take-back', 'adopted'],
		['reopen', 'adopted'],
		['restore', 'adopted'],
		['start', undefined],
		['close', undefined],
		['cancel', undefined],
	] as const)('%s is stopped after the adoption by %s', (step, kind) => {
		const rounds = [{ key: '1', name: 'Halfjaar 2 van 2026', state: 'adopted' }] as const;
		expect(blockOfMeetingStep(step, { ...calmMeeting, rounds })?.kind).toBe(kind);
	});

	test('one where something was decided cannot be called off', () => {
		expect(blockOfMeetingStep('cancel', { ...calmMeeting, hasDecided: true })?.kind).toBe('decided');
	});

	test('a board meeting about a round that is not closed says so; the officials may', () => {
		const rounds = [{ key: '1', name: 'Halfjaar 2 van 2026', state: 'open' }] as const;
		expect(summed(concernsOfMeetingStep('start', { ...calmMeeting, rounds }))).toEqual([
			['round-not-closed', 0, '1'],
		]);
		const official = {
			...calmMeeting,
			rounds,
			meeting: { ...calmMeeting.meeting, forum: 'official' },
		} as const;
		expect(concernsOfMeetingStep('start', official)).toEqual([]);
	});
});

describe('what was shown', () => {
	const concerns = concernsOfRoundStep('close', {
		...calmRound,
		items: [item('a-1', null), item('a-2', null)],
	});

	test('comes back as it is', () => {
		expect(shownAs(concerns)).toBe('before-last-day unanswered:a-1 unanswered:a-2');
		expect(unshown(concerns, shownAs(concerns))).toEqual([]);
	});

	test('may be more than what is missing now, never less', () => {
		expect(unshown(concerns, `${shownAs(concerns)} unanswered:a-3`)).toEqual([]);
		expect(summed(unshown(concerns, 'before-last-day unanswered:a-1'))).toEqual([
			['unanswered', 0, 'a-1 a-2'],
		]);
		expect(unshown(concerns, '')).toHaveLength(2);
	});
});
