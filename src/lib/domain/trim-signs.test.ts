import { expect, test } from 'vitest';
import { onOneLine, trimSigns, trimSignsAtEnd } from './trim-signs.ts';

test.each([
	['. naam. ', 'naam'],
	['naam', 'naam'],
	[' . .', ''],
	['', ''],
	['a.b c', 'a.b c'],
])('the signs around "%s" go, and leave "%s"', (text, left) => {
	expect(trimSigns(text, '. ')).toBe(left);
});

test('only the signs at the end go', () => {
	expect(trimSignsAtEnd(', een; twee ,;', ' ,;')).toBe(', een; twee');
});

test.each([
	['een \n  twee', 'een twee'],
	['een\n\n\ntwee', 'een twee'],
	['een  twee', 'een  twee'],
	['een\ttwee', 'een\ttwee'],
])('of %j one line is made: %j', (text, line) => {
	expect(onOneLine(text)).toBe(line);
});
