import { describe, expect, test } from 'vitest';
import { bodyKeeper, guessKind, nameKey } from './organisation.ts';

describe('the kind of an organisation is guessed from its name:', () => {
	test.each([
		['Gemeente Woerden', 'gemeente'],
		['Woerden', 'gemeente'],
		['West Betuwe', 'gemeente'],
		["'s-Hertogenbosch", 'gemeente'],
		['SWV PO 2603', 'samenwerkingsverband'],
		['Samenwerkingsverband VO Rivierenland', 'samenwerkingsverband'],
		['Regionaal Bureau Leerplicht (RBL)', 'leerplicht'],
		['RBL', 'leerplicht'],
		['RMC-regio 19 (Utrecht)', 'rmc'],
		['GGD Gelderland-Zuid', 'ggd'],
		['MBO Rijnland, vestiging Woerden', 'mbo'],
		['ROC Rivor', 'mbo'],
		['OBS De Schakels', 'school'],
		['FuturaCollege', 'school'],
		['Stichting Jeugdhulp Gelderland', 'jeugdhulpaanbieder'],
		['UW-Ouderplatform', 'ouderplatform'],
		['Timon', 'overig'],
		['Procedure', 'overig'],
	])('%s is %s', (name, kind) => {
		expect(guessKind(name)).toBe(kind);
	});
});

test('names are the same without capitals, double spaces and the word gemeente', () => {
	expect(nameKey(' Gemeente  West   Betuwe ')).toBe(nameKey('west betuwe'));
	expect(nameKey('SWV PO')).not.toBe(nameKey('SWV VO'));
});

test('the official name is of the platform as soon as a second row points to it', () => {
	expect(bodyKeeper(1)).toBe('region');
	expect(bodyKeeper(2)).toBe('platform');
});
