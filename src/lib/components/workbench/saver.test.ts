import { describe, expect, test } from 'vitest';
import {
	ask,
	hear,
	hurry,
	isDue,
	isUnsaved,
	newSaver,
	onScreen,
	resolve,
	retry,
	send,
	type,
	type Answer,
	type Saver,
} from './saver.ts';

const text = (narrative: string) => ({ level: 'groen', narrative });
const EMPTY = { level: '', narrative: '' };
const stored = (version: number): Answer => ({
	kind: 'stored',
	version,
	savedAt: '14:32',
	values: null,
	state: 'draft',
});
const LOST: Answer = { kind: 'unreachable' };
const clash = (narrative: string, theirVersion: number): Answer => ({
	kind: 'conflict',
	theirs: text(narrative),
	theirVersion,
	changedBy: 'Beleidsadviseur heeft',
	message: 'Iemand anders.',
});

/** Types at `now`, waits for the pause and sends. */
function sent(saver: Saver, narrative: string, now: number): Saver {
	const typed = type(saver, text(narrative), now);
	expect(isDue(typed, now + 800)).toBe(true);
	return send(typed);
}

describe('typing', () => {
	test('is sent after a pause of 800 ms, and not before', () => {
		const one = type(newSaver(0, EMPTY), text('a'), 1000);
		const two = type(one, text('ab'), 1500);
		expect([isDue(two, 1801), isDue(two, 2299), isDue(two, 2300)]).toEqual([false, false, true]);
		expect(two.phase).toBe('typing');
	});

	test('without any pause is sent after 5 seconds', () => {
		let saver = newSaver(0, EMPTY);
		for (let now = 0; now < 5000; now += 500) saver = type(saver, text('a'.repeat(now / 500 + 1)), now);
		expect([isDue(saver, 4999), isDue(saver, 5000)]).toEqual([false, true]);
	});

	test('back to what the server has leaves nothing to send', () => {
		const saver = type(type(newSaver(3, text('a')), text('ab'), 0), text('a '), 100);
		expect([isUnsaved(saver), saver.phase]).toEqual([false, 'quiet']);
	});

	test('while a save is under way waits for its answer, and builds on the new version', () => {
		const flying = sent(newSaver(0, EMPTY), 'a', 0);
		const more = type(flying, text('ab'), 900);
		expect([isDue(more, 9000), more.phase]).toEqual([false, 'saving']);
		const answered = hear(more, stored(1), 1000);
		expect([answered.version, answered.phase, isDue(answered, 1700)]).toEqual([1, 'typing', true]);
		expect(send(answered).flight?.values).toEqual(text('ab'));
	});
});

describe('an answer', () => {
	test('that it is stored ends in a quiet, saved state', () => {
		const saver = hear(sent(newSaver(0, EMPTY), 'a', 0), stored(1), 900);
		expect(saver).toMatchObject({
			phase: 'saved',
			version: 1,
			savedAt: '14:32',
			base: text('a'),
			typed: null,
		});
		expect(isUnsaved(saver)).toBe(false);
	});

	test.each([
		['unreachable', 'offline'],
		['broken', 'failed'],
	] as const)('%s keeps the text and tries again, later every time', (kind, phase) => {
		let saver = sent(newSaver(0, EMPTY), 'a', 0);
		const waits: number[] = [];
		for (let now = 0; waits.length < 6; now = saver.dueAt ?? 0) {
			saver = hear(send(saver), { kind }, now);
			waits.push((saver.dueAt ?? 0) - now);
			expect([saver.phase, onScreen(saver)]).toEqual([phase, text('a')]);
		}
		expect(waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000]);
		expect(hear(send(saver), stored(1), 99_999)).toMatchObject({ phase: 'saved', attempts: 0, typed: null });
	});

	test('lost, then typing: the newest text waits for the connection and goes at once when it is back', () => {
		const offline = type(hear(sent(newSaver(0, EMPTY), 'a', 0), LOST, 900), text('ab'), 1000);
		expect([offline.phase, offline.dueAt]).toEqual(['offline', 2900]);
		const back = retry(offline, 1500);
		expect([isDue(back, 1500), send(back).flight?.values]).toEqual([true, text('ab')]);
	});

	test('that the session is over keeps the text and goes on after signing in', () => {
		const out = hear(sent(newSaver(2, EMPTY), 'a', 0), { kind: 'signed-out', message: '' }, 900);
		expect([out.phase, isUnsaved(out), isDue(out, 900)]).toEqual(['signed-out', true, false]);
		expect(hear(send(retry(out, 1000)), stored(3), 1100).phase).toBe('saved');
	});

	test('that a submission has gaps saves the text as a draft and keeps saying what is missing', () => {
		const asked = send(ask(newSaver(0, EMPTY), 'indienen', text(''), 0));
		const gaps = { narrative: 'Vul de stand van zaken in.' };
		const refused = hear(asked, { kind: 'refused', message: 'Nog niet volledig.', fields: gaps }, 10);
		expect([isDue(refused, 10), refused.job, refused.gaps]).toEqual([true, 'opslaan', gaps]);
		const draft = hear(send(refused), stored(1), 20);
		expect([draft.phase, draft.gaps]).toEqual(['saved', gaps]);
		expect(ask(draft, 'indienen', text('a'), 30).gaps).toEqual({});
	});

	test('that a save is refused waits for the person, who types on', () => {
		const fields = { measured: 'Vul een getal in.' };
		const refused = hear(sent(newSaver(0, EMPTY), 'a', 0), { kind: 'refused', message: 'Nee.', fields }, 900);
		expect([refused.phase, refused.fields, isDue(refused, 1e9), isUnsaved(refused)]).toEqual([
			'refused',
			fields,
			false,
			true,
		]);
		expect(isDue(type(refused, text('ab'), 1000), 1800)).toBe(true);
	});

	test('of the submission is waited for by nothing that was typed before it', () => {
		const flying = sent(newSaver(0, EMPTY), 'a', 0);
		const asked = ask(flying, 'indienen', text('ab'), 900);
		expect(isDue(asked, 900)).toBe(false);
		const next = hear(asked, stored(1), 950);
		expect([isDue(next, 950), send(next).flight]).toEqual([true, { job: 'indienen', values: text('ab') }]);
	});
});

describe('a conflict', () => {
	test('holds both texts and sends nothing until somebody chose', () => {
		const saver = hear(sent(newSaver(1, text('a')), 'b', 0), clash('c', 2), 900);
		expect([saver.phase, onScreen(saver), saver.conflict]).toEqual([
			'conflict',
			text('b'),
			{ theirs: text('c'), version: 2, changedBy: 'Beleidsadviseur heeft' },
		]);
		const typed = type(saver, text('bb'), 1000);
		expect([isDue(hurry(retry(typed, 2000), 2000), 1e9), onScreen(typed)]).toEqual([false, text('bb')]);
		expect(ask(typed, 'indienen', text('bb'), 3000).phase).toBe('conflict');
		const solved = send(resolve(typed, text('c bb'), 4000));
		expect([solved.version, solved.flight?.values, solved.base]).toEqual([2, text('c bb'), text('c')]);
	});

	test('with one’s own text of which the answer got lost is none', () => {
		const offline = hear(sent(newSaver(1, text('a')), 'b', 0), LOST, 900);
		const newer = send(retry(type(offline, text('bc'), 1000), 1000));
		const again = hear(newer, clash('b', 2), 1100);
		expect([again.phase, again.version, isDue(again, 1100)]).toEqual(['saving', 2, true]);
		expect(send(again).flight?.values).toEqual(text('bc'));
	});
});

test('leaving the page sends what waits at once, and nothing twice', () => {
	const typed = hurry(type(newSaver(0, EMPTY), text('a'), 0), 100);
	expect(isDue(typed, 100)).toBe(true);
	const flying = hurry(send(typed), 101);
	expect([isDue(flying, 1e9), send(flying)]).toEqual([false, flying]);
	expect(hear(newSaver(0, EMPTY), stored(9), 0).version).toBe(0);
});

test('whatever happens in whatever order, the text on the screen is kept until the server says that it has it', () => {
	const answers: Answer[] = [
		stored(1),
		LOST,
		{ kind: 'broken' },
		{ kind: 'signed-out', message: '' },
		clash('x', 7),
	];
	const events: ((saver: Saver, now: number) => Saver)[] = [
		(saver) => send(saver),
		(saver, now) => retry(saver, now),
		(saver, now) => hurry(saver, now),
		...answers.map((answer) => (saver: Saver, now: number) => hear(saver, answer, now)),
	];
	for (let order = 0; order < events.length ** 4; order += 1) {
		let saver = type(newSaver(0, EMPTY), text('mijn tekst'), 0);
		for (let step = 0, rest = order; step < 4; step += 1, rest = Math.floor(rest / events.length))
			saver = events[rest % events.length]?.(saver, step * 1000) ?? saver;
		expect(onScreen(saver)).toEqual(text('mijn tekst'));
		expect(isUnsaved(saver) || saver.savedAt !== null).toBe(true);
	}
});
