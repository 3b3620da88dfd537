import { describe, expect, test } from 'vitest';
import { day, period } from '../../../../tests/support/facts.ts';
import { NO_ENTRY } from '#lib/domain/status-entry.ts';
import type { AgendaRecord } from './agenda.repo.ts';
import { assembleFacts } from './assemble-facts.ts';
import type { FactRows } from './facts.repo.ts';

const SIGHTS = ['drafts', 'submitted', 'adopted'] as const;
const AGENDA: AgendaRecord = {
	id: 1,
	regionId: 1,
	regionName: 'Vecht',
	officialForum: 'REA',
	boardForum: 'OOGO',
	exampleData: false,
	slug: 'vecht-2020',
	title: 'Agenda',
	startYear: 2020,
	endYear: 2022,
	cadence: 'quarter',
	state: 'adopted',
};
const roundOf = (id: number, at: string, state: FactRows['rounds'][number]['state']) => ({
	id,
	period: period(at),
	state,
	discussedOn: null,
	adoptedOn: null,
	opensOn: day(`2020-${String(id * 3 + 1).padStart(2, '0')}-04`),
	openedAt: null,
});
const statusOf = (roundId: number, state: FactRows['statuses'][number]['state'], overrides = {}) => ({
	...NO_ENTRY,
	roundId,
	itemId: 1,
	level: 'groen' as const,
	unchanged: false,
	state,
	goalVersionId: null,
	measured: null,
	differsBecause: null,
	unit: null,
	...overrides,
});

function rows(overrides: Partial<FactRows> = {}): FactRows {
	const item = {
		description: '',
		archivedAt: null,
		kind: 'result' as const,
		leadName: null,
		leadShortName: null,
	};
	const theme = { id: 1, code: 'thuiszitters', name: 'Thuiszitters', objective: '', archivedAt: null };
	return {
		themes: [{ ...theme, decisionLevel: 'regional' }],
		items: [{ ...item, id: 1, themeId: 1, number: 1, title: 'Punt 1', shortTitle: 'Punt 1' }],
		involved: [],
		// Not in order: that of the periods is what counts.
		rounds: [
			roundOf(3, '2020-K3', 'open'),
			roundOf(1, '2020-K1', 'adopted'),
			roundOf(2, '2020-K2', 'closed'),
		],
		goals: [],
		statuses: [],
		boardLevels: [],
		...overrides,
	};
}

const itemOf = (given: FactRows, sight: (typeof SIGHTS)[number] = 'drafts') =>
	assembleFacts(AGENDA, given, sight).themes[0]?.items[0];

describe('the facts of an agenda', () => {
	test('have the rounds that the reader may see, oldest first', () => {
		const periods = SIGHTS.map((sight) =>
			assembleFacts(AGENDA, rows(), sight).rounds.map((round) => round.period),
		);
		expect(periods).toEqual([['2020-K1', '2020-K2', '2020-K3'], ['2020-K1', '2020-K2'], ['2020-K1']]);
	});

	test('have the statuses of those rounds that count as an answer, in the order of the rounds', () => {
		const statuses = [statusOf(3, 'submitted'), statusOf(1, 'agreed'), statusOf(2, 'submitted')];
		expect(itemOf(rows({ statuses }))?.statuses.map((one) => one.period)).toEqual(['2020-K1', '2020-K3']);
		expect(itemOf(rows({ statuses }), 'adopted')?.statuses.map((one) => one.period)).toEqual(['2020-K1']);
	});

	test('have no status without a level', () => {
		expect(itemOf(rows({ statuses: [statusOf(1, 'agreed', { level: null })] }))?.statuses).toEqual([]);
	});

	test('say by which version a level was judged, and nothing when there was none', () => {
		const goal = {
			itemId: 1,
			rood: 'r',
			oranje: 'o',
			groen: 'g',
			donkergroen: null,
			reason: '',
			since: day('2020-01-01'),
			decision: null,
			decidedOn: null,
		};
		const goals = [{ ...goal, id: 77, number: 1, changedLevels: [] }];
		const judged = itemOf(
			rows({ goals, statuses: [statusOf(1, 'agreed', { goalVersionId: 77 }), statusOf(2, 'agreed')] }),
		);
		expect(judged?.statuses.map((one) => one.goalVersion)).toEqual([1, null]);
		expect(judged?.goals).toMatchObject([{ number: 1, texts: { rood: 'r', donkergroen: null } }]);
	});

	test('name an item by its thema and number, and its lead when there is one', () => {
		expect(itemOf(rows())).toMatchObject({ ref: 'thuiszitters-1', lead: null, involved: [] });
	});
});

describe('an archived item', () => {
	const archived = (at: string, overrides: Partial<FactRows> = {}) => {
		const given = rows(overrides);
		return {
			...given,
			items: given.items.map((one) => ({ ...one, archivedAt: new Date(`${at}T12:00:00Z`) })),
		};
	};

	test('is outside the rounds that opened after it was archived', () => {
		expect(itemOf(archived('2020-08-01'))?.outside).toEqual(['2020-K3']);
		expect(itemOf(archived('2020-08-01'), 'submitted')).not.toHaveProperty('outside');
	});

	test('still counts where it has a status', () => {
		expect(itemOf(archived('2020-05-01', { statuses: [statusOf(3, 'submitted')] }))?.outside).toEqual([
			'2020-K2',
		]);
	});

	test('is gone when it counts in no round that the reader may see', () => {
		expect(assembleFacts(AGENDA, archived('2020-01-01'), 'drafts').themes[0]?.items).toEqual([]);
	});

	test('goes with its theme, and that theme is gone with its last item', () => {
		const { themes, ...rest } = rows();
		const gone = themes.map((one) => ({ ...one, archivedAt: new Date('2020-01-01T12:00:00Z') }));
		expect(assembleFacts(AGENDA, { ...rest, themes: gone }, 'drafts').themes).toEqual([]);
	});
});

describe('a level that the board set itself', () => {
	const boardLevels = (roundId: number, level: 'rood' | 'groen') => [
		{ roundId, itemId: 1, level, reason: 'De cijfers blijven achter.' },
	];
	const firstStatus = (roundId: number, level: 'rood' | 'groen') =>
		assembleFacts(
			AGENDA,
			rows({ statuses: [statusOf(roundId, 'agreed')], boardLevels: boardLevels(roundId, level) }),
			'submitted',
		).themes[0]?.items[0]?.statuses[0];

	test('counts once the round is adopted, with that of the officials kept beside it', () => {
		expect(firstStatus(1, 'rood')).toMatchObject({
			level: 'rood',
			judged: { official: 'groen', reason: 'De cijfers blijven achter.' },
		});
	});

	test('does not count before that', () => {
		expect(firstStatus(2, 'rood')).toMatchObject({ level: 'groen' });
		expect(firstStatus(2, 'rood')).not.toHaveProperty('judged');
	});

	test('is no difference when both gave the same', () => {
		expect(firstStatus(1, 'groen')).not.toHaveProperty('judged');
	});

	test('makes no answer of what was not answered', () => {
		const facts = assembleFacts(AGENDA, rows({ boardLevels: boardLevels(1, 'rood') }), 'submitted');
		expect(facts.themes[0]?.items[0]?.statuses).toEqual([]);
	});
});
