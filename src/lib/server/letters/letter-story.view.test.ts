import { describe, expect, test } from 'vitest';
import type { ItemFacts } from '#lib/domain/facts.ts';
import type { Weight } from '#lib/domain/council-letter.ts';
import type { Block } from '../documents/document-model.ts';
import { SEAL } from '../../../../tests/support/adopted-report.ts';
import { facts, goals, item, round, status, theme } from '../../../../tests/support/facts.ts';
import { reportView } from '../reports/report.view.ts';
import { storyBlocks } from './letter-story.view.ts';

const wordsOf = (block: Block) =>
	block.kind === 'paragraph'
		? block.pieces
				.map((piece) => (typeof piece === 'string' ? piece : 'text' in piece ? piece.text : ''))
				.join('')
		: block.kind === 'heading'
			? block.text
			: '';

function story(items: ItemFacts[], weight: Weight = 2, rounds = ['2020-K1', '2020-K2', '2020-K3']): string[] {
	const agenda = facts({ themes: [theme({ items })], rounds: rounds.map((one) => round(one)) });
	const report = reportView(agenda, SEAL);
	return report.themes.flatMap((one) => storyBlocks(one, weight, report)).map(wordsOf);
}

describe('the story of a thema', () => {
	const items = [
		item({
			number: 1,
			title: 'Registratie',
			statuses: [status('2020-K2', 'groen'), status('2020-K3', 'rood')],
		}),
		item({
			number: 2,
			title: 'Wachtlijst',
			statuses: [status('2020-K2', 'oranje'), status('2020-K3', 'groen')],
		}),
		item({ number: 3, title: 'Verzuim', statuses: [status('2020-K2', 'groen'), status('2020-K3', 'groen')] }),
		item({ number: 4, title: 'De “pot”', statuses: [status('2020-K1', 'rood')] }),
	];

	test('names every item with its level and where it came from, worst first', () => {
		expect(story(items)).toEqual([
			'Thema Thuiszitters',
			'Dit thema telt 4 agendapunten. Sinds kwartaal 2 van 2020 ging er 1 omhoog en 1 omlaag. Op rood staat “Registratie” (was groen). Op groen staan “Wachtlijst” (was oranje) en “Verzuim”. Niet beantwoord is ‘De “pot”’ (laatst bekend: rood, kwartaal 1 van 2020).',
			'“Registratie” (rood): Stand van zaken bij rood',
		]);
	});

	test('is short without what was written, and tells more when it is stressed', () => {
		expect(story(items, 1)).toHaveLength(2);
		expect(story(items, 0)).toEqual([]);
		const orange = item({ title: 'Vervoer', statuses: [status('2020-K3', 'oranje')] });
		expect(story([orange], 2).join()).not.toContain('Stand van zaken bij oranje');
		expect(story([orange], 3).join()).toContain('“Vervoer” (oranje): Stand van zaken bij oranje');
	});

	test('never calls a level of a new goal progress', () => {
		const newer = goals({ number: 2, changedLevels: ['groen'], reason: 'Anders geteld' });
		const one = item({
			title: 'Doelen',
			goals: [goals(), newer],
			statuses: [status('2020-K2', 'oranje'), status('2020-K3', 'groen', { goalVersion: 2 })],
		});
		expect(story([one]).join(' ')).toContain(
			'Sinds kwartaal 2 van 2020 ging er geen omhoog of omlaag. Op groen staat “Doelen” (was oranje; anders door een nieuw doel, dus geen vooruitgang of achteruitgang).',
		);
	});

	test('says of the level of the board that the officials gave another', () => {
		const judged = { official: 'rood' as const, reason: 'Er is geld.' };
		const one = item({ title: 'Pot', statuses: [status('2020-K3', 'oranje', { judged })] });
		expect(story([one])).toContain(
			'Bij “Pot” koos het OOGO passend onderwijs het niveau oranje; het REA had rood gegeven. De reden: Er is geld.',
		);
	});

	test('of a first round compares with nothing', () => {
		expect(story([item({ statuses: [status('2020-K3', 'groen')] })], 2, ['2020-K3'])[1]).toBe(
			'Dit thema telt 1 agendapunt. Op groen staat “Agendapunt 1”.',
		);
	});
});
