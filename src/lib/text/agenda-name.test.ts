import { expect, test } from 'vitest';
import { agendaNames } from './agenda-name.ts';

const agenda = { title: 'Agenda', startYear: 2023, endYear: 2026, state: 'adopted' } as const;

test('titles that differ stay as they are', () => {
	const names = agendaNames([
		{ ...agenda, slug: 'a' },
		{ ...agenda, slug: 'b', title: 'De volgende' },
	]);
	expect([...names.values()]).toEqual(['Agenda', 'De volgende']);
});

test('equal titles are told apart by years and state, and by a number when those are equal too', () => {
	const names = agendaNames([
		{ ...agenda, slug: 'a' },
		{ ...agenda, slug: 'b', startYear: 2027, endYear: 2027, state: 'concept' },
		{ ...agenda, slug: 'c', startYear: 2027, endYear: 2027, state: 'concept' },
		{ ...agenda, slug: 'a' },
	]);
	expect([...names]).toEqual([
		['a', 'Agenda (2023–2026, loopt)'],
		['b', 'Agenda (2027, concept)'],
		['c', 'Agenda (2027, concept), nr. 2'],
	]);
});
