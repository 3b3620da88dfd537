import { describe, expect, test } from 'vitest';
import { viewItem } from '#lib/server/agenda/view-item.ts';
import { itemMeasure, statusMeasurement } from '#lib/server/db/schema.ts';
import { saveMeasure } from '#lib/server/goals/save-measure.ts';
import { confirmUnchanged } from '#lib/server/status/confirm-unchanged.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { agreeStatus } from '#lib/server/status/judge-status.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const SHARE = { unit: '%', direction: 'up', rood: '', oranje: '50', groen: '75,5', donkergroen: '95' };
const save = (world: World, overrides: Record<string, unknown> = {}) =>
	saveMeasure(world.as('adviser'), {
		agenda: world.home.agenda,
		item: ITEM.untouched,
		version: 0,
		...SHARE,
		...overrides,
	});
const measures = ({ db }: World) => db.select().from(itemMeasure).all();
const numbers = ({ db }: World) => db.select().from(statusMeasurement).all();
const at = ({ home }: World) => ({ round: home.rounds.open, item: ITEM.untouched });
const fill = (
	world: World,
	useCase: typeof saveStatus | typeof submitStatus,
	overrides: Record<string, unknown>,
) =>
	useCase(world.as('adviser'), {
		...at(world),
		version: 0,
		level: 'groen',
		narrative: 'Stand.',
		measured: '80',
		...overrides,
	});

describe('how an item is measured', () => {
	test('is kept with a decimal comma, and an empty threshold is nothing, never 0', () => {
		const world = makeWorld();
		save(world);
		expect(measures(world)).toEqual([
			expect.objectContaining({
				unit: '%',
				direction: 'up',
				rood: null,
				oranje: 50,
				groen: 75.5,
				donkergroen: 95,
				version: 1,
			}),
		]);
	});

	test('goes away when everything is emptied', () => {
		const world = makeWorld();
		save(world);
		save(world, { version: 1, unit: '', oranje: '', groen: '', donkergroen: '' });
		expect(measures(world)).toEqual([]);
	});

	test('drops a threshold for donkergroen of a doorlopend item', () => {
		const world = makeWorld();
		save(world, { item: ITEM.returned });
		expect(measures(world)[0]?.donkergroen).toBeNull();
	});

	test.each([
		['thresholds that fall where more is better', { donkergroen: '60' }, 'donkergroen'],
		['thresholds that rise where less is better', { direction: 'down' }, 'groen'],
		['no unit', { unit: '' }, 'unit'],
		['no threshold at all', { oranje: '', groen: '', donkergroen: '' }, 'groen'],
		['a decimal point, which could be a thousand', { groen: '7.5' }, 'groen'],
		['a word for a number', { groen: 'veel' }, 'groen'],
		['no direction', { direction: '' }, 'direction'],
	])('is refused with %s', (_what, overrides, field) => {
		const world = makeWorld();
		expect(Object.keys(refusalOf(() => save(world, overrides)).detail.fields ?? {})).toEqual([field]);
		expect(measures(world)).toEqual([]);
	});

	test('from an old page is refused', () => {
		const world = makeWorld();
		save(world);
		expect(refusalOf(() => save(world, { unit: 'scholen' })).code).toBe('conflict');
	});

	test('keeps its unit once somebody measured', () => {
		const world = makeWorld();
		save(world);
		fill(world, saveStatus, {});
		expect(refusalOf(() => save(world, { version: 1, unit: 'scholen' })).detail.fields).toHaveProperty(
			'unit',
		);
		save(world, { version: 1, groen: '70' });
		expect(measures(world)[0]).toMatchObject({ unit: '%', groen: 70, version: 2 });
	});
});

describe('the number with a status', () => {
	test('is kept with it and seen by whoever sees that status', () => {
		const world = makeWorld();
		save(world);
		fill(world, submitStatus, { measured: '80,5' });
		agreeStatus(world.as('coordinator'), { ...at(world), version: 1 });
		expect(viewStatus(world.as('adviser'), at(world)).measurement).toEqual({
			value: 80.5,
			differsBecause: '',
		});
		const seenBy = (who: 'coordinator' | 'reader') =>
			JSON.stringify(viewItem(world.as(who), { agenda: world.home.agenda, item: ITEM.untouched }).facts);
		expect(seenBy('coordinator')).toContain('"measured":{"value":80.5,"unit":"%"');
		expect(seenBy('reader')).not.toContain('measured');
	});

	test('that proposes another level asks why on submit, and not while it is a draft', () => {
		const world = makeWorld();
		save(world);
		fill(world, saveStatus, { measured: '40' });
		const refusal = refusalOf(() => fill(world, submitStatus, { version: 1, measured: '40' }));
		expect(refusal.detail.fields).toHaveProperty('differsBecause');
		fill(world, submitStatus, {
			version: 1,
			measured: '40',
			differsBecause: 'De meting is van een ander jaar.',
		});
		expect(numbers(world)).toEqual([
			expect.objectContaining({ value: 40, differsBecause: 'De meting is van een ander jaar.' }),
		]);
	});

	test('that is emptied is taken away, and is never 0', () => {
		const world = makeWorld();
		save(world);
		fill(world, saveStatus, {});
		fill(world, saveStatus, { version: 1, measured: '' });
		expect(numbers(world)).toEqual([]);
	});

	test('is not kept for an item without a measure', () => {
		const world = makeWorld();
		fill(world, saveStatus, {});
		expect(numbers(world)).toEqual([]);
	});

	test('of a draft goes when somebody confirms that nothing changed', () => {
		const world = makeWorld();
		save(world);
		fill(world, saveStatus, {});
		confirmUnchanged(world.as('adviser'), { ...at(world), version: 1 });
		expect(numbers(world)).toEqual([]);
	});

	test('is shown to the other person at a conflict', () => {
		const world = makeWorld();
		save(world);
		fill(world, saveStatus, { measured: '1234,5' });
		expect(refusalOf(() => fill(world, saveStatus, {})).detail.theirs).toMatchObject({
			measured: '1.234,5 %',
		});
	});
});
