import { describe, expect, test } from 'vitest';
import type { ItemFacts, ThemeFacts } from '#lib/domain/facts.ts';
import type { Level } from '#lib/domain/level.ts';
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
import { NO_CHOICE, readChoice } from './overview-choice.view.ts';
import { overviewView, twoColumns, type OverviewBody } from './overview.view.ts';

const QUARTERS = ['2020-K1', '2020-K2', '2020-K3'];

/** One level per quarter of 2020; null is a round without an answer. */
function itemOver(number: number, levels: (Level | null)[], overrides: Partial<ItemFacts> = {}): ItemFacts {
	const statuses = levels.flatMap((level, index) => (level ? [status(QUARTERS[index] ?? '', level)] : []));
	return item({ number, statuses, ...overrides });
}

function agenda(items: ItemFacts[]) {
	return facts({ themes: [theme({ items })] });
}

function bodyOf(...args: Parameters<typeof overviewView>): OverviewBody {
	const { body } = overviewView(...args);
	if (!body) throw new Error('This overview has no body');
	return body;
}

const rowsOf = (body: OverviewBody) => body.columns.flat().flatMap((one) => one.rows);

describe('what stands above the overview', () => {
	test('an adopted round says in which meeting and when', () => {
		const adopted = facts({ rounds: [round('2020-K3', { adoptedOn: day('2020-11-12') })] });
		expect(overviewView(adopted, NO_CHOICE).subtitle).toBe(
			'Kwartaal 3 van 2020, gemeten in oktober. Vastgesteld door het OOGO passend onderwijs op 12 november 2020.',
		);
	});

	test('a closed round says that it was discussed and not adopted', () => {
		const closed = facts({ rounds: [round('2020-K3', { state: 'closed', discussedOn: day('2020-10-29') })] });
		expect(overviewView(closed, NO_CHOICE).subtitle).toBe(
			'Kwartaal 3 van 2020, gemeten in oktober. Besproken in het REA van 29 oktober 2020. Nog niet vastgesteld.',
		);
	});

	test('an open round says so', () => {
		const open = facts({ rounds: [round('2020-K3', { state: 'open' })] });
		expect(overviewView(open, NO_CHOICE).subtitle).toContain('Dit peilmoment is nog open.');
	});

	test('without a choice the newest round is shown, and a round that does not exist is no choice', () => {
		const { rounds } = overviewView(facts(), { ...NO_CHOICE, period: period('2031-K1') });
		expect(rounds.find((one) => one.current)?.label).toBe('2020-K3');
	});

	test('an earlier year is one link, to its last round', () => {
		const { rounds } = overviewView(
			facts({ rounds: ['2019-K3', '2019-K4', '2020-K1', '2020-K2'].map((one) => round(one)) }),
			NO_CHOICE,
		);
		expect(rounds.map((one) => one.label)).toEqual(['2019', '2020-K1', '2020-K2']);
		expect(rounds[0]?.href).toBe('/agenda/agenda-2019-2022?ronde=2019-K4');
	});

	test('choosing a round of an earlier year shows the rounds of that year one by one', () => {
		const all = facts({ rounds: ['2019-K3', '2019-K4', '2020-K1'].map((one) => round(one)) });
		const { rounds } = overviewView(all, { ...NO_CHOICE, period: period('2019-K3') });
		expect(rounds.map((one) => one.label)).toEqual(['2019-K3', '2019-K4', '2020-K1']);
	});

	test('without a round there is an empty state and no body', () => {
		const view = overviewView(facts({ rounds: [] }), NO_CHOICE);
		expect(view.body).toBeNull();
		expect(view.empty?.title).toBe('Nog geen peilmoment');
	});

	test('without a round everything that was agreed is seen, also a thema without agendapunten', () => {
		const all = facts({ rounds: [] });
		const bare: ThemeFacts = {
			code: 'leeg',
			name: 'Leeg thema',
			objective: '',
			decisionLevel: 'regional',
			items: [],
		};
		const { plan } = overviewView({ ...all, themes: [...all.themes, bare] }, NO_CHOICE);
		expect(plan?.themes.map(({ name, items }) => [name, items.length])).toEqual([
			...all.themes.map(({ name, items }) => [name, items.length]),
			['Leeg thema', 0],
		]);
	});

	test('a thema without agendapunten stands in the overview, unless a filter was chosen', () => {
		const all = facts({ rounds: [round('2020-K1')] });
		const bare: ThemeFacts = {
			code: 'leeg',
			name: 'Leeg thema',
			objective: '',
			decisionLevel: 'regional',
			items: [],
		};
		const withBare = { ...all, themes: [...all.themes, bare] };
		const namesOf = (view: ReturnType<typeof overviewView>) =>
			view.body?.columns.flat().map(({ name }) => name);
		expect(namesOf(overviewView(withBare, NO_CHOICE))).toContain('Leeg thema');
		expect(namesOf(overviewView(withBare, { ...NO_CHOICE, attentionOnly: true }))).not.toContain(
			'Leeg thema',
		);
	});
});

describe('the headline', () => {
	const items = [
		itemOver(1, ['rood', 'oranje', 'groen']),
		itemOver(2, ['rood', 'groen', 'oranje']),
		itemOver(3, ['rood', 'rood', null]),
	];

	test('counts per level, worst first, with the round before', () => {
		const { parts } = bodyOf(agenda(items), NO_CHOICE).headline;
		expect(parts.map((part) => [part.label, part.count])).toEqual([
			['Rood (was 1)', '0'],
			['Oranje (was 1)', '1'],
			['Groen (was 1)', '1'],
			['Niet beantwoord (was 0)', '1'],
		]);
	});

	test('a level that is empty now and was empty before is left out', () => {
		const { parts } = bodyOf(agenda(items), NO_CHOICE).headline;
		expect(parts.map((part) => part.level)).not.toContain('donkergroen');
	});

	test('the first round has nothing to compare with', () => {
		const body = bodyOf(agenda(items), { ...NO_CHOICE, period: period('2020-K1') });
		expect(body.headline.parts.map((part) => part.label)).toEqual(['Rood']);
		expect(body.moves.sentences).toEqual([]);
	});

	test('says what moved since the round before, with links to what fell and what was not answered', () => {
		const { heading, sentences } = bodyOf(agenda(items), NO_CHOICE).moves;
		expect(heading).toBe('Sinds kwartaal 2 van 2020');
		expect(sentences.map((one) => `${one.count} ${one.text}`)).toEqual([
			'1 punt omhoog',
			'1 punt omlaag',
			'1 punt niet beantwoord',
		]);
		expect(sentences.map((one) => one.links.map((link) => link.label))).toEqual([
			[],
			['Thuiszitters 2'],
			['Thuiszitters 3'],
		]);
	});

	test('a move by a changed goal is its own sentence and never up or down', () => {
		const moved = item({
			goals: [goals(), goals({ number: 2, changedLevels: ['groen'] })],
			statuses: [status('2020-K2', 'groen'), status('2020-K3', 'oranje', { goalVersion: 2 })],
		});
		const body = bodyOf(agenda([moved]), NO_CHOICE);
		expect(body.moves.sentences.map((one) => `${one.count} ${one.text}`)).toEqual([
			'0 punten omhoog',
			'0 punten omlaag',
			'1 punt anders door een nieuw doel',
		]);
		expect(rowsOf(body)[0]?.move).toEqual({
			symbol: 'goal',
			words: 'anders door een nieuw doel, was groen',
		});
	});
});

describe('a row', () => {
	const twoYears = (levels: (Level | null)[]) =>
		rowsOf(bodyOf(agenda([itemOver(1, levels)]), NO_CHOICE))[0]?.strip;

	test('the strip runs from the start of the agenda to the end of the year of the newest round', () => {
		expect(twoYears(['rood', 'oranje', 'groen'])?.years.map((one) => one.cells.length)).toEqual([4, 4]);
	});

	test('every cell has its letter, the chosen round is marked and coming rounds are empty', () => {
		expect(twoYears(['rood', null, 'groen'])?.years[1]?.cells).toEqual([
			{ css: 'r', letter: 'R' },
			{ css: 'n', letter: '' },
			{ css: 'g x', letter: 'G' },
			{ css: 'e', letter: '' },
		]);
	});

	test('the strip is read out in words, only for rounds that were held', () => {
		expect(twoYears(['rood', null, 'groen'])?.label).toBe('2020: rood, niet beantwoord, groen');
	});

	test('the ladder of an ongoing item has three rungs', () => {
		const ongoing = itemOver(1, [null, null, 'groen'], { kind: 'ongoing' });
		const [row] = rowsOf(bodyOf(agenda([ongoing]), NO_CHOICE));
		expect(row?.ladder.label).toBe('Groen, trede 3 van 3');
		expect(row?.ladder.rungs.map((rung) => rung.css)).toEqual(['', '', 'g']);
		expect(row?.next).toEqual({
			label: null,
			text: 'Hoogste trede bereikt; dit punt is doorlopend.',
			state: '',
		});
	});

	test('an unanswered item says what was last known and what the next rung needs', () => {
		const [row] = rowsOf(bodyOf(agenda([itemOver(1, ['oranje'])]), NO_CHOICE));
		expect(row?.level).toBe('unanswered');
		expect(row?.summary).toBe('Niet beantwoord. Laatst bekend: oranje (2020-K1).');
		expect(row?.next).toMatchObject({ label: 'Nog nodig voor groen', text: 'Doel voor groen' });
	});

	test('an item without goals is not SMART yet', () => {
		const [row] = rowsOf(bodyOf(agenda([itemOver(1, ['oranje'], { goals: [] })]), NO_CHOICE));
		expect(row?.next.label).toBe('Nog niet SMART');
	});

	test('only the first line of the stand van zaken is shown, and geen wijziging is said', () => {
		const unchanged = status('2020-K3', 'groen', { unchanged: true, narrative: 'Eerste regel.\nTweede.' });
		const [row] = rowsOf(bodyOf(agenda([item({ statuses: [unchanged] })]), NO_CHOICE));
		expect(row?.summary).toBe('Geen wijziging. Eerste regel.');
	});
});

describe('the filter', () => {
	const rbl = organisation('Regionaal Bureau Leerplicht', 'RBL');
	const all = facts({
		themes: [
			theme({ code: 'algemeen', name: 'Algemeen', items: [itemOver(1, [null, 'groen', 'groen'])] }),
			theme({
				code: 'thuiszitters',
				items: [itemOver(1, [null, null, 'rood'], { lead: rbl }), itemOver(2, [null, 'rood', 'groen'])],
			}),
		],
	});

	test('says what the numbers on the page count', () => {
		const body = bodyOf(all, { ...NO_CHOICE, theme: 'thuiszitters', lead: 'RBL' });
		expect(body.filter.result).toBe('1 van 3 agendapunten: thema Thuiszitters, trekker RBL');
		expect(body.headline.parts.map((part) => part.count)).toEqual(['1', '0']);
		expect(body.columns.flat()[0]?.shown).toBe('1 van 2 punten');
	});

	test('options count all items, whatever was chosen', () => {
		const body = bodyOf(all, { ...NO_CHOICE, level: 'rood' });
		const levels = body.filter.selects.find((select) => select.name === 'niveau');
		expect(levels?.options.map((option) => option.label)).toContain('Groen (2)');
		expect(levels?.options.find((option) => option.selected)?.value).toBe('rood');
	});

	test('aandachtspunten are one click away, with their number', () => {
		expect(bodyOf(all, NO_CHOICE).filter.quick[1]).toEqual({
			label: 'Aandachtspunten (1)',
			href: '/agenda/agenda-2019-2022?aandacht=1',
			current: false,
		});
	});

	test('a choice without any item gives an empty state with a way back', () => {
		const view = overviewView(all, { ...NO_CHOICE, level: 'donkergroen', view: 'table' });
		expect(view.empty?.link?.href).toBe('/agenda/agenda-2019-2022?weergave=tabel');
	});

	test('what was chosen comes back from the address', () => {
		const params = new URLSearchParams(
			'ronde=2020-K2&thema=algemeen&niveau=niet-beantwoord&trekker=RBL&aandacht=1&weergave=tabel',
		);
		expect(readChoice(params)).toEqual({
			period: '2020-K2',
			theme: 'algemeen',
			level: 'unanswered',
			lead: 'RBL',
			attentionOnly: true,
			view: 'table',
			boxes: 'levels',
		});
		expect(readChoice(new URLSearchParams('ronde=nu&niveau=paars'))).toEqual(NO_CHOICE);
	});
});

describe('two columns', () => {
	const sized = (...sizes: number[]) =>
		sizes.map((size) => ({ rows: Array.from({ length: size }, () => null) }));

	test('are of about the same height and keep the order', () => {
		expect(twoColumns(sized(6, 7, 5, 7)).map((part) => part.map((one) => one.rows.length))).toEqual([
			[6, 7],
			[5, 7],
		]);
	});

	test('are one column for one thema and none for none', () => {
		expect(twoColumns(sized(3))).toHaveLength(1);
		expect(twoColumns([])).toEqual([]);
	});
});
