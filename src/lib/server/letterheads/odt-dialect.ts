/** How a paragraph of an OpenDocument text is read and filled. */
import { spaced } from '../documents/write-odt.ts';
import type { Dialect } from './dialect.ts';

const HOLDING = ['text:span', 'text:a', 'text:meta', 'text:ruby', 'text:ruby-base'];
const ROLES: Record<string, ReturnType<Dialect['roleOf']>> = {
	'text:tab': 'break',
	'text:line-break': 'break',
	'text:s': 'space',
	'text:soft-page-break': 'skip',
	'office:annotation': 'skip',
	'office:annotation-end': 'skip',
	'text:bookmark': 'skip',
	'text:bookmark-start': 'skip',
	'text:bookmark-end': 'skip',
	'text:change': 'skip',
	'text:change-start': 'skip',
	'text:change-end': 'skip',
};

export const ODT: Dialect = {
	paragraphs: ['text:p', 'text:h'],
	table: {
		name: 'table:table',
		row: 'table:table-row',
		cell: 'table:table-cell',
		joins: ['table:covered-table-cell', 'table:table'],
	},
	roleOf: ({ name }) => (HOLDING.includes(name) ? 'holds' : (ROLES[name] ?? 'thing')),
	holdsText: ({ name }) => name === 'text:p' || name === 'text:h' || HOLDING.includes(name),
	encode: spaced,
	openText: () => [],
	isNeeded: () => false,
};
