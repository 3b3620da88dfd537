import { describe, expect, test } from 'vitest';
import type { AgendaFacts, ItemFacts } from '#lib/domain/facts.ts';
import { day, facts, item, organisation, period, status, theme } from '../../../../tests/support/facts.ts';
import { matrixCsv, safeCell } from './matrix-csv.ts';
import { reportView } from './report.view.ts';

function csvOf(one: ItemFacts, overrides: Partial<AgendaFacts> = {}): string {
	const agenda = facts({ themes: [theme({ items: [one] })], ...overrides });
	const seal = {
		period: period('2020-K3'),
		adoptedOn: day('2020-11-12'),
		forum: 'OOGO',
		hash: 'ab12'.repeat(16),
	};
	return matrixCsv(reportView(agenda, seal));
}

describe('safeCell', () => {
	test.each(['=1+1', '+31 348', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '- een punt', '-'])(
		'%j gets an apostrophe',
		(text) => {
			expect(safeCell(text)).toBe(`'${text}`);
		},
	);

	test.each(['', '–', '5-2=3', 'a@b.nl', ' =1', '’t Schip', '1e kwartaal'])('%j stays as it is', (text) => {
		expect(safeCell(text)).toBe(text);
	});
});

describe('the table for a spreadsheet', () => {
	const csv = csvOf(
		item({
			lead: organisation('SWV Passenderwijs'),
			involved: [organisation('RBL'), organisation('GGD')],
			statuses: [status('2020-K2', 'rood'), status('2020-K3', 'oranje', { cause: 'Te weinig tijd' })],
		}),
	);
	const lines = csv.split('\r\n');

	test('begins with a byte order mark and says what was adopted', () => {
		expect(lines.slice(0, 6)).toEqual([
			'\uFEFFSamenwerkingsagenda passend onderwijs 2019-2022, Regio Utrecht West',
			'Kwartaal 3 van 2020: stand van zaken in oktober',
			'Vastgesteld in het OOGO van 12 november 2020, controlecode ab12ab12ab12',
			'De niveaus hieronder zijn die van het REA, zoals het OOGO ze heeft vastgesteld.',
			'Bij deze vaststelling is geen vergadering bewaard. Besluiten, standpunten en aanwezigheid van het OOGO staan daarom niet in dit document.',
			'',
		]);
	});

	test('has a column per round and a row per item, ending in CRLF', () => {
		expect(lines.slice(6)).toEqual([
			'Thema;Nr;Agendapunt;Soort;Trekker;Betrokken;2020-K1;2020-K2;2020-K3;Niveau nu;Bereikt doel;Nog nodig;Doelen;Stand van zaken;Oorzaak;Gevolg;Bijsturing;Succes;Les;Verwachting;Vraag aan het bestuur',
			'Thuiszitters;1;Agendapunt 1;Resultaat;SWV Passenderwijs;RBL en GGD;niet beantwoord;rood;oranje;oranje;Doel voor oranje;Nog nodig voor groen: Doel voor groen;Concept, nog niet besproken;Stand van zaken bij oranje;Te weinig tijd;;;;;;',
			'',
		]);
	});

	test('carries the notice when the data are examples', () => {
		expect(csvOf(item(), { exampleData: true })).toContain('\r\nVoorbeeldgegevens:');
	});

	test('gives no goal as reached for an unanswered item', () => {
		const row = csvOf(item({ statuses: [status('2020-K2', 'rood')] }))
			.split('\r\n')
			.at(-2);
		expect(row).toContain(';niet beantwoord;rood;niet beantwoord;niet beantwoord;;');
	});

	test('keeps hostile text in its own cell and out of the formula bar', () => {
		const narrative = 'a;b "c"\r\nregel 2\n=HYPERLINK("http://x")';
		const hostile = csvOf(
			item({ title: '=cmd|calc', statuses: [status('2020-K3', 'groen', { narrative, correction: '@x' })] }),
		);
		expect(hostile).toContain(";'=cmd|calc;");
		expect(hostile).toContain(';"a;b ""c""\nregel 2\n=HYPERLINK(""http://x"")";');
		expect(hostile).toContain(";'@x;;;;\r\n");
	});
});
