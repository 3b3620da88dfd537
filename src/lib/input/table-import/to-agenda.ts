/** From what was read in tables to one agenda that the writer of agenda files can write, and the statuses beside it. */
import { RESERVED_THEME_CODE } from '#lib/domain/slug.ts';
import type { Cadence } from '#lib/domain/period.ts';
import { trimSigns } from '#lib/domain/trim-signs.ts';
import type { StatusEntry } from '#lib/domain/status-entry.ts';
import type { FileAgenda, FileTheme } from '../agenda-file-shape.ts';
import type { ItemRow } from './item-row.ts';
import type { ThemeRows } from './read-agenda-table.ts';
import { simplified } from './columns.ts';

export interface AgendaFrame {
	region: string;
	title: string;
	startYear: number;
	endYear: number;
	cadence: Cadence;
}

export interface FileStatus extends Pick<
	StatusEntry,
	'level' | 'narrative' | 'cause' | 'consequence' | 'correction'
> {
	theme: string;
	number: number;
}

export interface TableAgenda {
	agenda: FileAgenda;
	/** Only of items with a level or a text. */
	statuses: FileStatus[];
}

/** `taken` are slugs of agendas anywhere. Codes of themas are made from their names. */
export function toAgenda(
	{ themes, axisName }: { themes: readonly ThemeRows[]; axisName: string },
	frame: AgendaFrame,
	taken: ReadonlySet<string>,
): TableAgenda {
	const codes = new Set([RESERVED_THEME_CODE]);
	const coded = themes.map((theme, index) => {
		const code = freeName(
			trimSigns(simplified(theme.name).replaceAll(/[ #]+/g, '-').slice(0, 50), '-') || `thema-${index + 1}`,
			codes,
		);
		codes.add(code);
		return { code, theme };
	});
	const { title, startYear, endYear, cadence } = frame;
	return {
		agenda: {
			title,
			startYear,
			endYear,
			cadence,
			adopted: null,
			predecessor: null,
			notes: [],
			axisName,
			slug: freeName(`${frame.region.slice(0, 80)}-${startYear}-${endYear}`, taken),
			themes: coded.map(({ code, theme }, index) => fileTheme(code, theme, index)),
		},
		statuses: coded.flatMap(({ code, theme }) => theme.items.flatMap((item) => statusOf(code, item))),
	};
}

function fileTheme(
	code: string,
	{ name, objective, decisionLevel, items }: ThemeRows,
	index: number,
): FileTheme {
	return {
		code,
		name,
		objective,
		decisionLevel,
		position: index + 1,
		items: items.map((item, position) => {
			const { number, title, shortTitle, description, kind, lead, involved, goals } = item;
			const { targetDate, policyDomains, axisValues } = item;
			return {
				number,
				title,
				shortTitle,
				description,
				kind,
				lead,
				involved,
				position,
				targetDate,
				policyDomains,
				axisValues,
				goals: goals && { texts: goals, reason: '' },
			};
		}),
	};
}

function statusOf(theme: string, item: ItemRow): FileStatus[] {
	const { number, level, narrative, cause, consequence, correction } = item;
	if (level === null && !(narrative || cause || consequence || correction)) return [];
	return [{ theme, number, level, narrative, cause, consequence, correction }];
}

/** The name itself, or with -2, -3 and so on behind it. */
function freeName(name: string, taken: ReadonlySet<string>): string {
	let free = name;
	for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
	return free;
}
