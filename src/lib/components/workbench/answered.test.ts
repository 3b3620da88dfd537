import { describe, expect, test } from 'vitest';
import { afterAnswer, newest, withAnswer } from './answered.ts';
import { nextStep } from './next-step.ts';
import type { Answer } from './saver.ts';

const stored: Answer = { kind: 'stored', version: 4, savedAt: '14:32', values: null, state: 'draft' };
const refused: Answer = { kind: 'refused', message: '', fields: { cause: 'Vul in.' } };
const CARD = {
	version: 3,
	standing: 'submitted',
	state: 'Ingediend op 4 januari',
	forLead: null,
	ownDraft: false,
} as const;

describe('after an answer', () => {
	test.each([
		['handed in: on to the next', 'indienen', stored, true, false, 'go-on', true],
		['handed in while somebody typed on: the form stays', 'indienen', stored, true, true, 'stay', true],
		['handed in behind another card: nothing moves', 'indienen', stored, false, false, 'nothing', true],
		['geen wijziging is handing in too', 'geen-wijziging', stored, true, false, 'go-on', true],
		['refused: what is wrong gets the focus', 'indienen', refused, true, false, 'show-errors', false],
		['refused while somebody typed on: the focus stays', 'indienen', refused, true, true, 'nothing', false],
		['an ordinary save never moves anything', 'opslaan', stored, true, false, 'nothing', false],
		['nor does one that is refused', 'opslaan', refused, true, false, 'nothing', false],
	] as const)('goes so: %s', (_name, job, answer, isOpen, hasMovedOn, does, isHandedIn) => {
		expect(afterAnswer({ job, answer }, { isOpen, hasMovedOn })).toEqual({ does, isHandedIn });
	});

	test('what was handed in and is typed in again is a draft, also in the list', () => {
		const what = { job: 'opslaan', answer: stored, card: null, typedOn: false } as const;
		expect(withAnswer({ ...CARD }, what)).toEqual({
			...CARD,
			version: 4,
			standing: 'draft',
			state: 'Concept',
			ownDraft: true,
		});
		expect(withAnswer({ ...CARD, forLead: 'Namens …' }, what)?.ownDraft).toBe(false);
		expect(withAnswer({ ...CARD }, { ...what, answer: refused })).toBeNull();
	});

	test('the page and the answers since: the newer one counts, and the page when both are as new', () => {
		const [loaded, later] = [{ version: 3 }, { version: 4 }];
		expect([newest(loaded, later), newest(later, loaded), newest(loaded, undefined)]).toEqual([
			later,
			later,
			loaded,
		]);
		expect(newest(loaded, { version: 3 })).toBe(loaded);
	});
});

describe('what is still needed', () => {
	const steps = { rood: { label: 'a', text: 'o' }, groen: { label: 'b', text: 'd' } };

	test.each([
		['the rung above the one that is chosen', 'groen', { level: 'rood' }, steps.groen],
		['else above that of last time', '', { level: 'rood' }, steps.rood],
		['nothing in a first round until something is chosen', '', null, null],
		['the rung above the chosen one in a first round', 'rood', null, steps.rood],
		['nothing at the top', 'donkergroen', null, null],
		['nothing where it does not apply', 'not-applicable', { level: 'rood' }, null],
	] as const)('beside the form is %s', (_name, chosen, previous, step) => {
		expect(nextStep({ steps, previous }, chosen)).toBe(step);
	});
});
