import { describe, expect, test } from 'vitest';
import { ask, hear, newSaver, send, type, type Answer, type Saver } from './saver.ts';
import { spoken, standingOf, toldOf } from './standing.ts';

const TEXT = { level: 'rood', narrative: 'Het loopt vast.' };
const EMPTY = { level: '', narrative: '' };
const STORED: Answer = { kind: 'stored', version: 1, savedAt: '14:32', values: null, state: 'draft' };
const MISSING: Answer = {
	kind: 'refused',
	message: 'De status is nog niet volledig.',
	fields: { cause: 'Vul in.', consequence: 'Vul in.', correction: 'Vul in.' },
};
const CARD = { standing: 'new', line: 'eerste keer', state: 'Nog niet begonnen' } as const;

const typing = type(newSaver(0, EMPTY), TEXT, 0);
const saved = hear(send(typing), STORED, 900);
/** Handed in with gaps: refused, and then kept as a draft. */
const refused = hear(send(ask(typing, 'indienen', TEXT, 100)), MISSING, 200);
const keptAsDraft = hear(send(refused), STORED, 300);

describe('what is told of a card', () => {
	test('a refused handing in is no text that was not saved', () => {
		expect(toldOf(refused, true)).toEqual({
			refusal: 'Nog niet ingediend: 3 velden ontbreken.',
			kind: 'busy',
			saving: 'Opslaan…',
		});
		expect(toldOf(keptAsDraft, true)).toEqual({
			refusal: 'Nog niet ingediend: 3 velden ontbreken.',
			kind: 'quiet',
			saving: 'Opgeslagen om 14:32',
		});
		expect(standingOf(CARD, refused).short).toBe('concept');
	});

	test('a draft that was saved already and is refused is not called unsaved', () => {
		const again = hear(send(ask(saved, 'indienen', TEXT, 1000)), MISSING, 1100);
		expect([toldOf(again, true).kind, spoken(again, true)]).toEqual([
			'quiet',
			'Nog niet ingediend: 3 velden ontbreken. Opgeslagen om 14:32',
		]);
	});

	test('fields that hold the wrong thing do not lack', () => {
		const answer: Answer = { kind: 'refused', message: '', fields: { forLead: 'Kruis aan.' } };
		const asked = hear(send(ask(typing, 'indienen', TEXT, 100)), answer, 200);
		expect(toldOf(asked, true).refusal).toBe('Nog niet ingediend: 1 veld vraagt nog aandacht.');
	});

	test('a refused save says so, and where the text is', () => {
		const no = hear(send(typing), { kind: 'refused', message: 'Te lang.', fields: {} }, 900);
		expect(toldOf(no, true)).toMatchObject({
			refusal: '',
			kind: 'problem',
			saving: 'Niet opgeslagen: Te lang. Uw tekst staat veilig in deze browser.',
		});
		expect(toldOf(no, false).saving).toContain('deze browser bewaart niets');
	});

	test('a conflict names who changed it', () => {
		const answer: Answer = {
			kind: 'conflict',
			theirs: EMPTY,
			theirVersion: 2,
			changedBy: 'Beleidsadviseur heeft',
			message: '',
		};
		const stuck = hear(send(typing), answer, 900);
		expect(spoken(stuck, true)).toBe(
			'Nog niet opgeslagen: Beleidsadviseur heeft dit punt intussen gewijzigd. Uw tekst staat veilig in deze browser.',
		);
	});

	test.each<[string, Saver, string]>([
		['typing', typing, ''],
		['saving', send(typing), ''],
		['saved', saved, 'Opgeslagen om 14:32'],
		['typing on after a save', type(saved, { ...TEXT, cause: 'a' }, 1000), ''],
		['a refusal when it comes', refused, 'Nog niet ingediend: 3 velden ontbreken.'],
		['and what was saved after it by itself', keptAsDraft, 'Opgeslagen om 14:32'],
	])('is spoken once per pause: %s', (_name, saver, words) => {
		expect(spoken(saver, true)).toBe(words);
	});

	test('never differs from what stands on the screen', () => {
		for (const saver of [typing, saved, refused, keptAsDraft]) {
			const { refusal, saving } = toldOf(saver, true);
			for (const part of spoken(saver, true).split('. ').filter(Boolean))
				expect(`${refusal} ${saving}`).toContain(part);
		}
	});
});

test('text of an earlier visit stands in the list as not saved', () => {
	const standing = standingOf({ ...CARD, standing: 'draft' }, newSaver(1, TEXT), true);
	expect([standing.short, standing.long]).toEqual([
		'niet opgeslagen',
		'Nog niet opgeslagen: de tekst staat in deze browser',
	]);
});
