/** Which abbreviations stand in a text. */
import { expect, test } from 'vitest';
import { textsIn, usedAbbreviations } from './abbreviation.ts';

const all = ['SWV', 'SWV VO RUW', 'VO', 'PO', 'Pro', 'GGD', 'C++ (x)', ''].map((short) => ({
	short,
	meaning: `betekenis van ${short}`,
}));

test.each<[string, string[]]>([
	['Het SWV VO RUW doet mee.', ['SWV VO RUW']],
	['Het SWV VO RUW en het SWV.', ['SWV', 'SWV VO RUW']],
	['VO/PO: GGD-arts, (GGD)', ['GGD', 'PO', 'VO']],
	['VOS, APO, PO2, swv, pro en productie', []],
	['PO’s en Pro.', ['PO', 'Pro']],
	['éPO POë', []],
	['met C++ (x) erin', ['C++ (x)']],
])('%s holds %j', (text, expected) => {
	expect(usedAbbreviations(all, [text]).map(({ short }) => short)).toEqual(expected);
});

test('texts of a whole view are looked at, the names of its members are not', () => {
	const view = { GGD: [{ text: 'een PO' }, null, 3], title: 'SWV' };
	expect(usedAbbreviations(all, textsIn(view)).map(({ short }) => short)).toEqual(['PO', 'SWV']);
	expect(usedAbbreviations([], ['PO'])).toEqual([]);
});
