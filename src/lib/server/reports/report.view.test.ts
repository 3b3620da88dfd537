import { describe, expect, test } from 'vitest';
import type { AgendaFacts, ItemFacts } from '#lib/domain/facts.ts';
import {
	day,
	facts,
	goals,
	item,
	organisation,
	period,
	round,
	status,
	theme,
} from '../../../../tests/support/facts.ts';
import { reportView, type ReportSeal } from './report.view.ts';

const SEAL: ReportSeal = {
	period: period('2020-K3'),
	adoptedOn: day('2020-11-12'),
	forum: 'OOGO passend onderwijs',
	hash: '0123456789abcdef'.repeat(4),
};

const agendaOf = (...items: ItemFacts[]): AgendaFacts => facts({ themes: [theme({ items })] });
const viewOf = (...items: ItemFacts[]) => reportView(agendaOf(...items), SEAL);
function itemViewOf(one: ItemFacts) {
	const [view] = viewOf(one).themes[0]?.items ?? [];
	if (!view) throw new Error('The report has no item');
	return view;
}

describe('the title page', () => {
	test('says what was adopted, when and where, with the short hash', () => {
		expect(viewOf(item())).toMatchObject({
			agenda: 'Samenwerkingsagenda passend onderwijs 2019-2022',
			region: 'Regio Utrecht West',
			subtitle: 'Kwartaal 3 van 2020: stand van zaken in oktober',
			adoption: 'Vastgesteld in het OOGO passend onderwijs van 12 november 2020',
			shortHash: '0123456789ab',
			previousRound: 'kwartaal 2 van 2020',
			notice: null,
		});
	});

	test('warns that goals and statuses are examples', () => {
		expect(reportView(facts({ exampleData: true }), SEAL).notice).toContain('Voorbeeldgegevens');
	});

	test('gives the same view for the same adoption', () => {
		expect(viewOf(item())).toEqual(viewOf(item()));
	});
});

describe('the numbers', () => {
	const view = viewOf(
		item({ number: 1, statuses: [status('2020-K2', 'rood'), status('2020-K3', 'oranje')] }),
		item({ number: 2, statuses: [status('2020-K2', 'groen'), status('2020-K3', 'rood')] }),
		item({ number: 3, goals: [], statuses: [status('2020-K2', 'groen', { goalVersion: null })] }),
	);

	test('stand per level beside those of the round before', () => {
		const total = view.counts.rows.at(-1);
		expect(view.counts.columns.map((badge) => badge.letter)).toEqual(['R', 'O', 'G', 'D', '–']);
		expect(total?.cells.map((cell) => cell.value)).toEqual([1, 1, 0, 0, 1]);
		expect(total?.cells.map((cell) => cell.before)).toEqual(['was 1', 'was 0', 'was 2', 'was 0', 'was 0']);
	});

	test('are told in plain sentences without a percentage', () => {
		expect(view.summary).toEqual([
			'De agenda telt 3 agendapunten in 1 thema. In kwartaal 3 van 2020 staat 1 punt op rood (was 1), 1 op oranje (was 0), 0 op groen (was 2) en 0 op donkergroen (was 0). 1 punt is niet beantwoord (was 0).',
			'Sinds kwartaal 2 van 2020: 1 punt omhoog en 1 punt omlaag.',
			'Op rood staat “Agendapunt 2” (Thuiszitters 2).',
			'1 punt is nog niet SMART: er zijn nog geen doelen per niveau vastgelegd.',
		]);
	});

	test('are drawn per round, with a label only where it fits', () => {
		expect(view.chart.rows.map((row) => row.label)).toEqual(['2020-K1', '2020-K2', '2020-K3']);
		expect(view.chart.rows[1]?.segments.map((segment) => segment.label)).toEqual(['R 1', '', 'G 2', '', '']);
		expect(view.chart.alt).toContain('In kwartaal 3 van 2020: 1 rood, 1 oranje en 1 niet beantwoord.');
	});

	test('of the first round are compared with nothing', () => {
		const first = reportView(facts({ rounds: [round('2020-K3')] }), SEAL);
		expect(first.previousRound).toBeNull();
		expect(first.changes).toEqual([]);
		expect(first.counts.rows[0]?.cells[0]?.before).toBeNull();
		expect(first.summary[1]).toContain('eerste peilmoment');
	});

	test('leave out rounds after the adopted one', () => {
		const later = agendaOf(item({ statuses: [status('2020-K3', 'groen'), status('2020-K4', 'rood')] }));
		const all = reportView({ ...later, rounds: [...later.rounds, round('2020-K4')] }, SEAL);
		expect(all).toEqual(reportView(agendaOf(item({ statuses: [status('2020-K3', 'groen')] })), SEAL));
	});
});

describe('an item', () => {
	test('shows the goal by which it was judged, not a later version', () => {
		const newer = goals({
			number: 2,
			texts: { ...goals().texts, oranje: 'Nieuw oranje', groen: 'Nieuw groen' },
		});
		const view = itemViewOf(item({ goals: [goals(), newer], statuses: [status('2020-K3', 'oranje')] }));
		expect(view.goal).toEqual({ label: 'Bereikt: oranje', text: 'Doel voor oranje' });
		expect(view.next).toEqual({ label: 'Nog nodig voor groen', text: 'Doel voor groen' });
	});

	test('that is unanswered says what was last known and claims nothing about now', () => {
		const view = itemViewOf(item({ statuses: [status('2020-K2', 'donkergroen')] }));
		expect(view.now.word).toBe('Niet beantwoord');
		expect(view.notes).toEqual(['Niet beantwoord. Laatst bekend: donkergroen (kwartaal 2 van 2020).']);
		expect(view.goal?.label).toBe('Laatst bekend: donkergroen');
		expect(view.next).toBeNull();
		expect(view.narrative).toBe('');
	});

	test('that was never answered has no last known level', () => {
		expect(itemViewOf(item()).notes).toEqual(['Niet beantwoord. Nog nooit beantwoord.']);
	});

	test('without goals is not SMART yet', () => {
		const view = itemViewOf(
			item({ goals: [], statuses: [status('2020-K3', 'groen', { goalVersion: null })] }),
		);
		expect(view.notes.join()).toContain('Nog niet SMART');
		expect([view.goal, view.next]).toEqual([null, null]);
	});

	test('that is ongoing stops at groen', () => {
		const view = itemViewOf(item({ kind: 'ongoing', statuses: [status('2020-K3', 'groen')] }));
		expect(JSON.stringify([view.next, view.notes, view.goal])).not.toContain('donkergroen');
		expect(view.next?.label).toBe('Hoogste niveau');
	});

	test('that moved because its goal changed is no progress, and gives the reason', () => {
		const changed = goals({ number: 2, changedLevels: ['groen'], reason: 'Het aantal scholen is anders.' });
		const one = item({
			goals: [goals(), changed],
			statuses: [status('2020-K2', 'oranje'), status('2020-K3', 'groen', { goalVersion: 2 })],
		});
		const view = viewOf(one);
		expect(itemViewOf(one).notes.join()).toContain('Het aantal scholen is anders.');
		expect(view.changes.map((group) => group.lines.length)).toEqual([0, 0, 1, 0]);
		expect(view.summary[1]).toContain('telt niet als vooruitgang');
	});

	test('names the round it is compared with when the previous one was unanswered', () => {
		const view = viewOf(item({ statuses: [status('2020-K1', 'rood'), status('2020-K3', 'groen')] }));
		expect(view.themes[0]?.items[0]?.move.word).toBe('Omhoog sinds 2020-K1');
		expect(view.changes[0]?.lines[0]?.from?.round).toBe('kwartaal 1 van 2020');
	});

	test('names its organisations', () => {
		const view = itemViewOf(item({ lead: null, involved: [organisation('RBL'), organisation('GGD')] }));
		expect([view.lead, view.involved]).toEqual(['Nog geen trekker', 'RBL en GGD']);
	});
});
