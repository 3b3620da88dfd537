import { describe, expect, test } from 'vitest';
import { freshId, repeatedFill } from '#lib/domain/letter-section.ts';
import { LETTER_MODELS } from '#lib/text/letters.ts';
import { readLetterForm, readTemplateForm, SaveTemplateInput } from './letters.ts';

const FORM = {
	kind: 'Brief',
	version: '0',
	'vast-adviser': 'Iemand',
	'kop-s1': 'Kenmerk',
	'vulling-s1': 'case-number',
	'kop-s2': 'Inleiding',
	'vulling-s2': 'introduction',
	'kop-s4': 'Slot',
	'vulling-s4': 'own',
	nieuwekop: 'Erbij',
	nieuw: 'local',
};
const ORIGINAL = ['Kenmerk', 'Inleiding', 'Slot'];

function headings(zet?: string): string[] {
	const form = readTemplateForm(zet === undefined ? FORM : { ...FORM, zet });
	const parsed = SaveTemplateInput.parse({ ...form, region: 'vecht', organisation: 'bee' });
	return parsed.sections.map(({ heading }) => heading);
}

describe('the form of a template', () => {
	test.each([
		[undefined, ORIGINAL],
		['omhoog:s2', ['Inleiding', 'Kenmerk', 'Slot']],
		['omlaag:s2', ['Kenmerk', 'Slot', 'Inleiding']],
		['omhoog:s1', ORIGINAL],
		['omlaag:s4', ORIGINAL],
		['weg:s2', ['Kenmerk', 'Slot']],
		['erbij', [...ORIGINAL, 'Erbij']],
		['omhoog:s9', ORIGINAL],
		['onzin', ORIGINAL],
	])('with %s gives the sections %j', (zet, expected) => {
		expect(headings(zet)).toEqual(expected);
	});

	test('gives a new section what was chosen for it and a name of its own', () => {
		const { sections, fields } = readTemplateForm({ ...FORM, zet: 'erbij' });
		expect(sections).toContainEqual({
			id: freshId([{ id: 's1' }, { id: 's2' }, { id: 's4' }]),
			heading: 'Erbij',
			fill: 'local',
		});
		expect(freshId([{ id: 's1' }, { id: 's2' }, { id: 's4' }])).toBe('s5');
		expect(fields).toEqual({ adviser: 'Iemand' });
	});
});

test('the form of a letter has its fields and weights by name', () => {
	const form = readLetterForm({
		'veld-subject': 'Voortgang',
		'gewicht-thuiszitters': '3',
		localText: 'Hier',
	});
	expect(form).toMatchObject({
		fields: { subject: 'Voortgang' },
		weights: { thuiszitters: '3' },
		localText: 'Hier',
	});
});

test.each(LETTER_MODELS)('the model $kind can be saved as it is', ({ kind, sections }) => {
	const input = { region: 'vecht', organisation: 'bee', version: 0, kind, sections: [...sections] };
	expect(SaveTemplateInput.parse(input).sections).toEqual(sections);
	expect(repeatedFill(sections)).toBeNull();
});
