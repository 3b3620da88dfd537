/** Texts that make a careless function take the square of their length: each a fill, alone and between a good head and tail. */

const FILLS: Record<string, string> = {
	spaces: ' ',
	tabs: '\t',
	'hard spaces': '\u00a0',
	'line ends': '\n',
	'line ends of Windows': '\r\n',
	'carriage returns': '\r',
	'a space and a line end': ' \n',
	dots: '.',
	'a letter': 'a',
	'a capital': 'A',
	'a letter and a space': 'a ',
	'words and spaces': 'van de twee ',
	'different words': '',
	dashes: '-',
	underscores: '_',
	digits: '1',
	'a digit and a space': '1 ',
	'groups of digits': '12.345 ',
	numbers: '1.',
	years: '2020-K3 ',
	moments: 'uiterlijk 1 januari 2020 ',
	'opening braces': '{',
	'opening brackets': '[',
	'pairs of brackets': '[]',
	'opening parentheses': '(',
	links: '[a](',
	quotes: '"',
	apostrophes: "'",
	backticks: '`',
	semicolons: ';',
	commas: ',',
	'equals signs': '=',
	'a space and an equals sign': ' =',
	stars: '*',
	'pairs of stars': '**a ',
	'open stars': '**',
	hashes: '#',
	'signs of mail': '@',
	'a letter and a sign of mail': 'a@',
	'a letter and a dot': 'a.',
	ampersands: '&',
	'smaller than': '<',
	remarks: '<!--',
	'start tags': '<a ',
	'greater than': '>',
	slashes: '/',
	backslashes: '\\',
	colons: ':',
	pipes: '|',
	plus: '+',
	percent: '%',
	'points of a list': '- a\n',
	'paragraphs with bold': '**a**\n\n',
	'paragraphs and links': '[a](https://a.nl)\n\n',
	'points with bold': '- **a** b\n\n',
	'numbers on lines of their own': '1.\n',
	'deeper points of a list': '- ',
	'numbers of a list': '1. a\n',
	'letters of a list': 'a. ',
	initials: 'A. Bc ',
	'initials on lines': 'A. Bc\n',
	'marks that combine': '\u0301',
	'a letter with a mark': 'a\u0301',
	'first halves of a pair': '\ud83d',
	'second halves of a pair': '\ude00',
	faces: '\u{1f600}',
	'signs that are not seen': '\u200b',
	NUL: '\0',
	deletes: '\u007f',
};

/** What stands around a fill, so that a pattern that starts well fails late. */
const FRAMES: readonly [head: string, tail: string][] = [
	['', ''],
	['x', 'x'],
	['Minder dan 1 = ', ' %!\n'],
];

export interface HostileText {
	kind: string;
	/** Of so many characters, give or take its frame. */
	make(length: number): string;
}

/** What was once measured: the square or the cube of their length in seconds. */
const MEASURED: readonly HostileText[] = [
	{ kind: 'a name of dots', make: (length) => `x${'.'.repeat(length)}x.png` },
	{ kind: 'a cell of spaces', make: (length) => `x${' '.repeat(length)}x` },
	{
		kind: 'a narrative of line ends and initials',
		make: (length) => `x${'\n'.repeat(length * 0.6)}${'y A. Bc '.repeat(length / 20)}`,
	},
	{
		kind: 'half a line of spaces, half of letters',
		make: (length) => ' '.repeat(length / 2) + 'a'.repeat(length / 2),
	},
	{
		kind: 'deep points',
		make: (length) =>
			Array.from({ length: length / 40 }, (_, index) => `${' '.repeat(2 * (index % 36))}- a`).join('\n'),
	},
];

export const HOSTILE_TEXTS: readonly HostileText[] = [
	...Object.entries(FILLS).flatMap(([kind, fill]) =>
		FRAMES.map(([head, tail]) => ({
			kind: head === '' ? kind : `${kind} after "${head}"`,
			make: (length: number) => `${head}${fillTo(fill, length)}${tail}`,
		})),
	),
	...MEASURED,
];

function fillTo(fill: string, length: number): string {
	if (fill !== '') return fill.repeat(Math.ceil(length / fill.length)).slice(0, length);
	return Array.from({ length: Math.ceil(length / 6) }, (_, index) => `w${index}`)
		.join(' ')
		.slice(0, length);
}
