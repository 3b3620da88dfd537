/** N.v.t., what a status says besides its level, and the privacy guard at the door. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { viewReport } from '#lib/server/adoption/view-report.ts';
import { viewItem } from '#lib/server/agenda/view-item.ts';
import { overviewView } from '#lib/server/agenda/overview.view.ts';
import { NO_CHOICE } from '#lib/server/agenda/overview-choice.view.ts';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { audit, status, statusRound } from '#lib/server/db/schema.ts';
import { questionsOf } from '#lib/server/rounds/round.view.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { confirmUnchanged } from '#lib/server/status/confirm-unchanged.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { statusFormView } from '#lib/server/status/status-form.view.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { adoptInWriting } from '../support/adopt.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type Who, type World } from '../support/world.ts';

const untouched = ({ home }: World) => ({ round: home.rounds.open, item: ITEM.untouched });
const fresh = (world: World) => ({ ...untouched(world), version: 0 });
const see = (world: World) => viewStatus(world.as('coordinator'), untouched(world)).status;
const fieldsOf = (work: () => unknown) => refusalOf(work).detail.fields ?? {};
const BESIDES = {
	success: 'Alle scholen doen mee.',
	lesson: 'Begin eerder.',
	expectation: 'no',
	expectationReason: 'Er is geen geld.',
	escalation: 'Wilt u het budget verhogen?',
};
/** Changes the agreed status of the round before, as it could stand there. */
function setPrevious({ db, home }: World, change: Partial<typeof status.$inferInsert>): void {
	const row = db.select().from(statusRound).where(eq(statusRound.slug, home.rounds.closed)).get();
	db.update(status)
		.set(change)
		.where(eq(status.roundId, row?.id ?? 0))
		.run();
}

describe('n.v.t.', () => {
	const NVT = { level: 'not-applicable', narrative: 'De wet is ingetrokken.' };

	test('is submitted as an answer without a level or reasons', () => {
		const world = makeWorld();
		expect(submitStatus(world.as('adviser'), { ...fresh(world), ...NVT })).toMatchObject({
			state: 'submitted',
		});
		expect(see(world)).toMatchObject({ level: null, notApplicable: true, state: 'submitted' });
	});

	test('asks why', () => {
		const world = makeWorld();
		const input = { ...fresh(world), notApplicable: true };
		expect(fieldsOf(() => submitStatus(world.as('adviser'), input))).toEqual({
			narrative: 'Schrijf op waarom dit punt nu niet van toepassing is.',
		});
	});

	test('and a level together are refused: a person means one of the two', () => {
		const world = makeWorld();
		const input = { ...fresh(world), level: 'rood', notApplicable: true, narrative: 'x' };
		expect(Object.keys(fieldsOf(() => saveStatus(world.as('adviser'), input)))).toEqual(['level']);
	});

	test('makes way for a level, and a level for n.v.t.', () => {
		const world = makeWorld();
		saveStatus(world.as('adviser'), { ...fresh(world), ...NVT });
		saveStatus(world.as('adviser'), { ...untouched(world), version: 1, level: 'groen', narrative: 'Toch.' });
		expect(see(world)).toMatchObject({ level: 'groen', notApplicable: false });
	});

	test('can be confirmed again', () => {
		const world = makeWorld();
		setPrevious(world, { level: null, notApplicable: true });
		confirmUnchanged(world.as('adviser'), fresh(world));
		expect(see(world)).toMatchObject({ level: null, notApplicable: true, unchanged: true });
	});

	test('is counted apart on the overview and in what is adopted', () => {
		const world = makeWorld();
		setPrevious(world, { level: null, notApplicable: true, success: 'Gelukt.', lesson: '' });
		const facts = viewOverview(world.as('board'), { agenda: world.home.agenda, detail: 'glance' });
		const parts = overviewView(facts, NO_CHOICE).body?.headline.parts ?? [];
		expect(parts.map(({ level, count }) => [level, count])).toContainEqual(['not-applicable', '3']);
		const { closed } = world.home.rounds;
		adoptInWriting(world.as('coordinator'), closed, '2020-11-12');
		const report = viewReport(world.as('reader'), closed);
		const total = report.counts.rows.at(-1);
		expect(report.counts.columns.map(({ level }) => level)).toContain('not-applicable');
		expect(total?.cells.reduce((sum, cell) => sum + cell.value, 0)).toBe(total?.total);
		expect(report.voices.map(({ title }) => title)).toEqual([
			'Vragen aan het bestuur',
			'Verwachting: twijfel of nee',
			'Successen',
		]);
	});
});

describe('what a status says besides its level', () => {
	test('is kept and audited', () => {
		const world = makeWorld();
		saveStatus(world.as('adviser'), { ...fresh(world), ...BESIDES });
		expect(see(world)).toMatchObject(BESIDES);
		const row = world.db.select().from(audit).where(eq(audit.action, 'status.save')).get();
		expect(row?.after).toMatchObject(BESIDES);
	});

	test.each(['doubt', 'no'])('asks why at the expectation %s, on submit only', (expectation) => {
		const world = makeWorld();
		const input = { ...fresh(world), level: 'groen', narrative: 'Zo staat het.', expectation };
		expect(Object.keys(fieldsOf(() => submitStatus(world.as('adviser'), input)))).toEqual([
			'expectationReason',
		]);
		expect(saveStatus(world.as('adviser'), input)).toMatchObject({ state: 'draft' });
	});

	test('refuses another word for an expectation', () => {
		const world = makeWorld();
		const input = { ...fresh(world), expectation: 'misschien' };
		expect(fieldsOf(() => saveStatus(world.as('adviser'), input))).toEqual({
			expectation: 'Kies ja, twijfel of nee.',
		});
	});

	test('of the time itself is not repeated by "geen wijziging"; the expectation is', () => {
		const world = makeWorld();
		setPrevious(world, { success: 'a', lesson: 'b', escalation: 'c', expectation: 'no' });
		confirmUnchanged(world.as('adviser'), fresh(world));
		expect(see(world)).toMatchObject({ success: '', lesson: '', escalation: '', expectation: 'no' });
	});

	test.each([
		['coordinator', true],
		['board', false],
		['reader', false],
	] as const)('in a round that is still open reaches %s: %s', (who: Who, reaches) => {
		const world = makeWorld();
		submitStatus(world.as('adviser'), { ...fresh(world), level: 'groen', narrative: 'x', ...BESIDES });
		const { agenda } = world.home;
		const seen = JSON.stringify([
			viewOverview(world.as(who), { agenda, detail: 'full' }),
			viewItem(world.as(who), { agenda, item: ITEM.untouched }),
		]);
		for (const text of Object.values(BESIDES).filter((one) => one !== 'no'))
			expect(seen.includes(text)).toBe(reaches);
	});

	test('lists the questions of what was handed in, not of a draft', () => {
		const world = makeWorld();
		const questions = () => {
			const { progress, round } = viewRound(world.as('coordinator'), { round: world.home.rounds.open });
			return questionsOf(progress, round.slug).map(({ text }) => text);
		};
		saveStatus(world.as('adviser'), { ...fresh(world), ...BESIDES });
		expect(questions()).not.toContain(BESIDES.escalation);
		const complete = { level: 'groen', narrative: 'x', ...BESIDES };
		submitStatus(world.as('adviser'), { ...untouched(world), version: 1, ...complete });
		expect(questions()).toContain(BESIDES.escalation);
	});
});

describe('the privacy guard', () => {
	const NAMED = { level: 'groen', narrative: 'J. de Vries gaat weer naar school.', lesson: 'Bel 2 ouders.' };

	test('refuses to submit, with a sentence per field and one at the reason', () => {
		const world = makeWorld();
		const fields = fieldsOf(() => submitStatus(world.as('adviser'), { ...fresh(world), ...NAMED }));
		expect(Object.keys(fields).sort()).toEqual(['lesson', 'narrative', 'privacyReason']);
		expect(fields['narrative']).toContain('“J. de Vries”');
	});

	test('never stops a draft', () => {
		const world = makeWorld();
		expect(saveStatus(world.as('adviser'), { ...fresh(world), ...NAMED })).toMatchObject({ state: 'draft' });
	});

	test('lets a text stand with a reason, which is kept and audited', () => {
		const world = makeWorld();
		const privacyReason = 'Dit is de wethouder.';
		submitStatus(world.as('adviser'), { ...fresh(world), ...NAMED, privacyReason });
		expect(see(world)).toMatchObject({ state: 'submitted', privacyReason });
		const row = world.db.select().from(audit).where(eq(audit.action, 'status.submit')).get();
		expect(row?.after).toMatchObject({ privacyReason });
		const { reasons } = statusFormView(viewStatus(world.as('coordinator'), untouched(world)));
		expect(reasons).toContainEqual({ label: 'Toch laten staan, omdat', text: privacyReason });
	});

	test('keeps no reason when there is nothing to let stand', () => {
		const world = makeWorld();
		const clean = { level: 'groen', narrative: 'Loopt goed.', privacyReason: 'Toch.' };
		submitStatus(world.as('adviser'), { ...fresh(world), ...clean });
		expect(see(world)?.privacyReason).toBe('');
	});

	test('also looks when "geen wijziging" repeats a text, and then asks for the reason alone', () => {
		const world = makeWorld();
		setPrevious(world, { narrative: NAMED.narrative });
		const refused = fieldsOf(() => confirmUnchanged(world.as('adviser'), fresh(world)));
		expect(Object.keys(refused)).toEqual(['privacyReason']);
		confirmUnchanged(world.as('adviser'), { ...fresh(world), privacyReason: 'Dit is de wethouder.' });
		expect(see(world)).toMatchObject({ state: 'submitted', privacyReason: 'Dit is de wethouder.' });
	});

	test('does not ask again when the reason was given before', () => {
		const world = makeWorld();
		setPrevious(world, { narrative: NAMED.narrative, privacyReason: 'Dit is de wethouder.' });
		confirmUnchanged(world.as('adviser'), fresh(world));
		expect(see(world)).toMatchObject({ state: 'submitted', privacyReason: 'Dit is de wethouder.' });
	});
});
