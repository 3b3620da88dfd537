import { describe, expect, test } from 'vitest';
import type { AgendaFacts, ItemFacts } from '#lib/domain/facts.ts';
import {
	day,
	facts,
	goals,
	item,
	organisation,
	round,
	status,
	theme,
} from '../../../../tests/support/facts.ts';
import { itemView, type ItemView } from './item.view.ts';

function viewOf(one: ItemFacts, overrides: Partial<AgendaFacts> = {}): ItemView {
	const view = itemView(facts({ themes: [theme({ items: [one] })], ...overrides }), one.ref, { audit: [] });
	if (!view) throw new Error('There is no such item');
	return view;
}

describe('the head of an item', () => {
	test('an unknown ref gives nothing', () => {
		expect(itemView(facts(), 'thema-99', { audit: [] })).toBeNull();
	});

	test('names trekker, betrokkenen and decision level in one line', () => {
		const one = item({
			lead: organisation('Regionaal Bureau Leerplicht', 'RBL'),
			involved: [organisation('SWV PO', 'SWV PO'), organisation('SWV VO', 'SWV VO')],
		});
		expect(viewOf(one).facts).toBe('Trekker RBL · betrokken: SWV PO en SWV VO · regionaal besluit');
	});

	test('links to the previous and next item, also in another thema', () => {
		const two = facts({
			themes: [
				theme({ name: 'Algemeen', items: [item({ number: 1 }), item({ number: 2 })] }),
				theme({ name: 'Thuiszitters', items: [item({ number: 1, ref: 'thuiszitters-1' })] }),
			],
		});
		const view = itemView(two, 'thema-2', { audit: [] });
		expect(view?.previous).toEqual({ label: 'Algemeen 1', href: '/agenda/agenda-2019-2022/punten/thema-1' });
		expect(view?.next?.label).toBe('Thuiszitters 1');
	});
});

describe('the ladder', () => {
	const climbing = item({
		statuses: [status('2020-K1', 'rood'), status('2020-K2', 'oranje'), status('2020-K3', 'oranje')],
	});

	test('stands with the top rung first and says since when and what is still needed', () => {
		const rungs = viewOf(climbing).ladder ?? [];
		expect(rungs.map((rung) => [rung.level, rung.place, rung.needed, rung.note])).toEqual([
			['donkergroen', 'above', null, 'einddoel, uiterlijk 2022-K4'],
			['groen', 'above', 'Nog nodig voor groen', null],
			['oranje', 'now', null, 'hier staat het punt sinds 2020-K2'],
			['rood', 'below', null, 'hier stond het punt in 2020-K1'],
		]);
	});

	test('after a fall the rungs above say when they were reached before', () => {
		const fallen = item({ statuses: [status('2020-K2', 'groen'), status('2020-K3', 'oranje')] });
		const groen = viewOf(fallen).ladder?.find((rung) => rung.level === 'groen');
		expect(groen?.note).toBe('eerder bereikt in 2020-K2');
	});

	test('an unanswered item stands nowhere now; its rung is only the last known', () => {
		const silent = item({ statuses: [status('2020-K1', 'oranje')] });
		const oranje = viewOf(silent).ladder?.find((rung) => rung.level === 'oranje');
		expect([oranje?.place, oranje?.note]).toEqual(['last-known', 'laatst bekend in 2020-K1']);
	});

	test('an item that never was rood does not say so: nobody reaches the bottom of a ladder', () => {
		const begun = item({ statuses: [status('2020-K1', 'groen')] });
		const notes = viewOf(begun).ladder?.map((rung) => [rung.level, rung.note]);
		expect(notes?.slice(2)).toEqual([
			['oranje', 'bereikt in 2020-K1'],
			['rood', null],
		]);
	});

	test('without any answer nothing is still needed: rood is nothing to reach', () => {
		const fresh = viewOf(item());
		expect(fresh.ladder?.map((rung) => rung.place)).toEqual(['above', 'above', 'above', 'above']);
		expect(fresh.ladder?.map((rung) => rung.needed)).toEqual([null, null, null, null]);
	});

	test('an ongoing item has three rungs and no end goal', () => {
		const ongoing = viewOf(item({ kind: 'ongoing', statuses: [status('2020-K3', 'groen')] }));
		expect(ongoing.ladder?.map((rung) => rung.level)).toEqual(['groen', 'oranje', 'rood']);
		expect(ongoing.outlook?.heading).toBe('Doorlopend punt');
	});

	test('without goals there is no ladder: the item is not SMART yet', () => {
		expect(viewOf(item({ goals: [] })).ladder).toBeNull();
	});
});

describe('the history', () => {
	test('runs from new to old and names the month of measuring', () => {
		const lines = viewOf(item({ statuses: [status('2020-K1', 'rood')] })).history;
		expect(lines.map((line) => [line.round, line.month])).toEqual([
			['2020-K3', 'oktober'],
			['2020-K2', 'juli'],
			['2020-K1', 'april'],
		]);
	});

	test('a round without an answer says what was last known', () => {
		const [newest] = viewOf(item({ statuses: [status('2020-K1', 'rood')] })).history;
		expect(newest?.level).toBe('unanswered');
		expect(newest?.paragraphs).toEqual(['Niet beantwoord. Laatst bekend: rood (2020-K1).']);
	});

	test('geen wijziging is an answer and keeps its text', () => {
		const same = status('2020-K3', 'groen', { unchanged: true, narrative: 'Zoals het was.' });
		const [newest] = viewOf(item({ statuses: [same] })).history;
		expect(newest?.paragraphs).toEqual(['Geen wijziging.', 'Zoals het was.']);
	});

	test('a move by a changed goal says which goal, when and why, and that it is no progress', () => {
		const second = goals({
			number: 2,
			changedLevels: ['groen'],
			reason: 'De eis was te laag.',
			since: day('2020-06-12'),
		});
		const moved = item({
			goals: [goals(), second],
			statuses: [status('2020-K2', 'groen'), status('2020-K3', 'oranje', { goalVersion: 2 })],
		});
		const [newest] = viewOf(moved).history;
		expect(newest?.goalNote).toBe(
			'Dit komt door een nieuw doel en telt niet als voor- of achteruitgang. Het doel voor groen is op 12 juni 2020 gewijzigd. Reden: De eis was te laag.',
		);
	});

	test('a past status keeps the text of the goal it was judged by', () => {
		const second = goals({ number: 2, texts: { rood: 'R2', oranje: 'O2', groen: 'G2', donkergroen: 'D2' } });
		const past = item({ goals: [goals(), second], statuses: [status('2020-K3', 'groen')] });
		expect(viewOf(past).history[0]?.goal).toEqual({
			label: 'Doel voor groen (versie 1)',
			text: 'Doel voor groen',
		});
	});

	test('only the reasons that were given are shown', () => {
		const reasoned = status('2020-K3', 'rood', { cause: 'Geen geld.', correction: 'Overleg in mei.' });
		const [newest] = viewOf(item({ statuses: [reasoned] })).history;
		expect(newest?.reasons.map((reason) => reason.label)).toEqual(['Oorzaak', 'Bijsturing']);
	});
});

describe('the outlook in one plain sentence', () => {
	test('counts rungs, rounds left and rungs climbed', () => {
		const climbed = item({
			statuses: [status('2020-K1', 'rood'), status('2020-K2', 'oranje'), status('2020-K3', 'oranje')],
		});
		expect(viewOf(climbed).outlook?.text).toBe(
			'Nog 2 treden en 9 peilmomenten te gaan. Tot nu toe 1 trede in 3 kwartalen.',
		);
	});

	test('says that no rung was climbed, or that the item went down', () => {
		const still = item({ statuses: [status('2020-K1', 'oranje'), status('2020-K3', 'oranje')] });
		expect(viewOf(still).outlook?.text).toContain('Tot nu toe geen trede hoger in 3 kwartalen.');
		const down = item({ statuses: [status('2020-K1', 'groen'), status('2020-K3', 'oranje')] });
		expect(viewOf(down).outlook?.text).toContain('Tot nu toe 1 trede omlaag in 3 kwartalen.');
	});

	test('says that the end goal is reached', () => {
		const done = item({ statuses: [status('2020-K2', 'groen'), status('2020-K3', 'donkergroen')] });
		expect(viewOf(done).outlook?.text).toBe('Het einddoel is bereikt. Tot nu toe 1 trede in 3 kwartalen.');
	});

	test('says that no round is left', () => {
		const late = item({ statuses: [status('2022-K4', 'groen')] });
		expect(viewOf(late, { rounds: [round('2022-K4')] }).outlook?.text).toContain(
			'Nog 1 trede en geen peilmoment meer te gaan.',
		);
	});
});

describe('the versions of the goals', () => {
	test('stand newest first with date, change and reason', () => {
		const second = goals({
			number: 2,
			changedLevels: ['groen', 'donkergroen'],
			reason: 'Nieuwe wet.',
			since: day('2020-06-12'),
		});
		const [newest, first] = viewOf(item({ goals: [goals(), second] })).goalVersions;
		expect(newest?.heading).toBe('Versie 2, sinds 12 juni 2020');
		expect(newest?.change).toBe(
			'De doelen voor groen en donkergroen zijn op 12 juni 2020 gewijzigd. Reden: Nieuwe wet.',
		);
		expect([first?.heading, first?.change]).toEqual(['Versie 1, sinds 1 januari 2020', null]);
	});
});
