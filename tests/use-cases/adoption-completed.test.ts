/** An adoption that gets the meeting it misses, and one that is taken back: the bytes that were adopted stay. */
import { beforeEach, describe, expect, test } from 'vitest';
import { addMeeting, listMissingMeetings } from '#lib/server/adoption/add-meeting.ts';
import { adoptionFile } from '#lib/server/adoption/adoption-file.ts';
import { amendAdoption } from '#lib/server/adoption/amend-adoption.ts';
import { controlView } from '#lib/server/adoption/control.view.ts';
import { verifyAdoption, verifyDatabase } from '#lib/server/adoption/verify-adoptions.ts';
import { listAdoptions, viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { viewReport } from '#lib/server/adoption/view-report.ts';
import {
	listWithdrawnAdoptions,
	viewWithdrawal,
	withdrawAdoption,
} from '#lib/server/adoption/withdraw-adoption.ts';
import { withdrawalView } from '#lib/server/adoption/withdrawal.view.ts';
import { noteDownload } from '#lib/server/audit/note-access.ts';
import { setDueDay } from '#lib/server/letters/list-letters.ts';
import { giveAccord } from '#lib/server/meetings/give-accord.ts';
import { recordDecision } from '#lib/server/meetings/record-decision.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { adoptFrom, adoptInWriting } from '../support/adopt.ts';
import { organisationId, planned, roundIds } from '../support/examples-meetings.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

let world: World;
let round: string;
beforeEach(() => {
	world = makeWorld();
	round = world.home.rounds.closed;
});

const coordinator = () => world.as('coordinator');
const page = () => viewAdoption(world.as('reader'), { round });
const faults = () => {
	const { checked, faults: wrong } = verifyDatabase(world.as('system'), {});
	return [...checked.flatMap((one) => one.faults), ...wrong];
};

describe('a meeting that an adoption misses', () => {
	/** Adopted in writing, and only then somebody puts in the meeting that there was. */
	function missed(): string {
		adoptInWriting(coordinator(), round, '2021-01-14');
		const meeting = planned(world, { heldOn: '2021-01-13' });
		recordDecision(coordinator(), { meeting, text: 'Een plan.' });
		const bee = { organisation: organisationId(world, 'bee'), version: 0 };
		giveAccord(coordinator(), { meeting, ...bee, stance: 'none', text: 'Te duur.' });
		return meeting;
	}
	const add = (meeting: string, overrides = {}) =>
		addMeeting(coordinator(), {
			round,
			meeting,
			reason: 'Vergeten.',
			seen: listMissingMeetings(coordinator(), { round })[0]?.hash ?? '',
			...overrides,
		});

	test('is added beside it: every reader shows it, with who, when and why, and the bytes stay', () => {
		const meeting = missed();
		const { text, hash } = page();
		add(meeting);
		expect([page().text, page().hash]).toEqual([text, hash]);
		expect(page().meetings).toMatchObject([
			{
				heldOn: '2021-01-13',
				decisions: [{ text: 'Een plan.' }],
				accords: [{ stance: 'none', text: 'Te duur.' }],
				addedBy: { reason: 'Vergeten.', author: 'coordinator van vecht', on: '2021-01-14' },
			},
		]);
		const report = viewReport(world.as('reader'), round);
		expect(report.meetings).toMatchObject([{ title: 'OOGO van 13 januari 2021' }]);
		expect(page().amendments).toMatchObject([
			{
				part: 'Vergadering',
				becomes: 'OOGO van 13 januari 2021: 1 besluit en 1 standpunt.',
				reason: 'Vergeten.',
			},
		]);
		expect(listMissingMeetings(coordinator(), { round })).toEqual([]);
		expect(faults()).toEqual([]);
	});

	test('has a hash of its own, and is in the file beside the untouched snapshot', () => {
		add(missed());
		const adoption = page();
		const [own] = adoption.added;
		const whole = adoptionFile(adoption, null);
		expect(sha256(adoptionFile(adoption, 'vaststelling'))).toBe(adoption.hash);
		expect(sha256(adoptionFile(adoption, '1'))).toBe(own?.hash);
		for (const text of [adoption.text, own?.text ?? '?']) expect(whole).toContain(text);
		const { checked, at } = verifyAdoption(world.as('reader'), { round });
		const views = checked.map((one) => controlView(one, at));
		expect(views).toMatchObject([{ isRight: true, added: [{ hash: own?.hash }] }]);
	});

	test('without one the file is the snapshot and nothing else', () => {
		missed();
		expect(adoptionFile(page(), null)).toBe(page().text);
	});

	test('stays as it was frozen, and changes no more', () => {
		const meeting = missed();
		add(meeting);
		expect(refusalOf(() => recordDecision(coordinator(), { meeting, text: 'Nog een.' })).code).toBe(
			'wrong-state',
		);
		const run = (sql: string) => () => world.db.$client.exec(sql);
		expect(run("UPDATE adoption_meeting SET reason = 'x'")).toThrow('never changed');
		expect(run('DELETE FROM adoption_meeting')).toThrow('never changed');
	});

	test.each([
		['without a reason', { reason: ' ' }, 'invalid'],
		['that was looked at before it changed', { seen: 'x' }, 'conflict'],
		['that has yet to be held', { meeting: 'ahead' }, 'wrong-state'],
	])('is not added %s', (_name, overrides, code) => {
		const meeting = missed();
		const ahead = planned(world);
		const wrong = 'meeting' in overrides ? { meeting: ahead } : overrides;
		expect(refusalOf(() => add(meeting, wrong)).code).toBe(code);
	});

	test('is not one that the adoption holds', () => {
		const meeting = planned(world, { heldOn: '2021-01-13' });
		adoptFrom(coordinator(), round);
		expect(listMissingMeetings(coordinator(), { round })).toEqual([]);
		expect(refusalOf(() => add(meeting, { seen: 'x' })).code).toBe('wrong-state');
	});

	test.each([
		["UPDATE adoption_meeting SET text = replace(text, 'Te duur', 'Te mooi')", 'is veranderd'],
		[
			"UPDATE adoption_meeting SET text = '{}', hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'",
			'niet te lezen',
		],
		["UPDATE adoption_meeting SET hash = 'x'", 'andere controlecode dan in het logboek'],
	])('is found by the control when somebody changed it: %s', (sql, sentence) => {
		add(missed());
		world.db.$client.exec(`DROP TRIGGER adoption_meeting_no_update; ${sql}`);
		expect(faults().join()).toContain(sentence);
		const { checked } = verifyAdoption(world.as('reader'), { round });
		expect(checked[0]?.isIntact).toBe(false);
	});
});

describe('an adoption that is taken back', () => {
	const withdraw = (overrides = {}) =>
		withdrawAdoption(coordinator(), {
			round,
			reason: 'De verkeerde vergadering.',
			seen: viewWithdrawal(coordinator(), { round }).hash,
			...overrides,
		});
	const adopt = () => {
		const meeting = planned(world, { heldOn: '2021-01-13' });
		recordDecision(coordinator(), { meeting, text: 'Een plan.' });
		return { meeting, ...adoptFrom(coordinator(), round) };
	};

	test('is gone for readers, stays in the database as it was, and is named for who manages the agenda', () => {
		const { hash } = adopt();
		const { text } = page();
		withdraw();
		expect(refusalOf(page).code).toBe('not-found');
		expect(listAdoptions(world.as('reader')).map((one) => one.slug)).toEqual([world.home.rounds.adopted]);
		expect(viewRound(coordinator(), { round }).round.state).toBe('closed');
		const kept = world.db.$client.prepare('SELECT snapshot, hash FROM withdrawn_adoption').get();
		expect(kept).toEqual({ snapshot: text, hash });
		const named = (who: 'coordinator' | 'board' | 'reader') => listWithdrawnAdoptions(world.as(who));
		expect(named('coordinator')).toMatchObject([{ hash, reason: 'De verkeerde vergadering.' }]);
		expect([named('board'), named('reader')]).toEqual([[], []]);
		expect(listWithdrawnAdoptions(world.as('coordinator', 'away'))).toEqual([]);
		expect(faults()).toEqual([]);
	});

	test('can be adopted again, with what the meeting says by then', () => {
		const { meeting, hash } = adopt();
		withdraw();
		recordDecision(coordinator(), { meeting, text: 'En nog een.' });
		expect(adoptFrom(coordinator(), round).hash).not.toBe(hash);
		expect(page().meetings[0]?.decisions.map((one) => one.text)).toEqual(['Een plan.', 'En nog een.']);
		withdraw({ reason: 'Nog eens.' });
		expect(listWithdrawnAdoptions(coordinator())).toHaveLength(2);
		expect(faults()).toEqual([]);
	});

	test.each([
		['a letter was saved', () => setDueDay(coordinator(), { round, dueOn: '2021-03-01' }), 'raadsbrieven'],
		[
			'there is a correctie',
			() =>
				amendAdoption(coordinator(), {
					round,
					item: ITEM.untouched,
					part: 'niveau',
					becomes: 'groen',
					reason: 'Telfout.',
					seen: 0,
				}),
			'1 correctie',
		],
		[
			'somebody else took a document',
			() => noteDownload(world.as('reader'), { regionId: 1, path: `/rapporten/${round}/rapport.pdf` }),
			'iemand anders',
		],
	])('is not, once %s', (_name, act, word) => {
		adopt();
		act();
		const { why } = viewWithdrawal(coordinator(), { round });
		expect(why).toContain(word);
		expect(refusalOf(() => withdraw())).toMatchObject({ code: 'wrong-state', message: why });
	});

	test('is not, once a later round was adopted', () => {
		round = world.home.rounds.adopted;
		adoptInWriting(coordinator(), world.home.rounds.closed, '2021-01-13');
		expect(refusalOf(() => withdraw()).message).toContain('kwartaal 3 van 2020 is al daarna vastgesteld');
	});

	test('says what this person took away, which does not stand in the way', () => {
		adopt();
		noteDownload(coordinator(), { regionId: 1, path: `/rapporten/${round}/rapport.pdf` });
		expect(withdrawalView(viewWithdrawal(coordinator(), { round })).taken).toContain('1 document');
		withdraw();
	});

	test('needs a reason, and the one that was looked at', () => {
		adopt();
		expect(refusalOf(() => withdraw({ reason: '' })).code).toBe('invalid');
		expect(refusalOf(() => withdraw({ seen: 'x' })).code).toBe('conflict');
	});

	test('is never deleted by the database unless its exact copy is kept, and the copy is never changed', () => {
		adopt();
		const run = (sql: string) => () => world.db.$client.exec(sql);
		const copy = (snapshot: string) =>
			`INSERT INTO withdrawn_adoption (id, round_id, agenda_id, adopted_on, forum, snapshot, hash, created_at, reason, withdrawn_by_name, withdrawn_at)
			SELECT id, round_id, agenda_id, adopted_on, forum, ${snapshot}, hash, created_at, 'x', 'x', 0 FROM adoption WHERE round_id = ${roundIds(world, round)[0]}`;
		world.db.$client.exec(copy("snapshot || ' '"));
		const remove = `DELETE FROM adoption_meeting; DELETE FROM adoption WHERE round_id = ${roundIds(world, round)[0]}`;
		expect(run(remove)).toThrow('adoption is immutable');
		expect(run("UPDATE withdrawn_adoption SET reason = 'y'")).toThrow('never changed');
		expect(run('DELETE FROM withdrawn_adoption')).toThrow('never changed');
		const reopen = `UPDATE status_round SET state = 'closed' WHERE slug = '${round}'`;
		expect(run(reopen)).toThrow('an adopted round is never changed');
	});

	test('is found by the control when somebody changed it afterwards', () => {
		adopt();
		withdraw();
		world.db.$client.exec(
			"DROP TRIGGER withdrawn_adoption_no_update; UPDATE withdrawn_adoption SET snapshot = snapshot || ' '",
		);
		expect(faults().join()).toContain(`De ingetrokken vaststelling van ${round}`);
	});
});
