/** What an agenda file holds, in words for the page and the command line. */
import type { FileSummary } from '#lib/input/agenda-file-shape.ts';
import { count } from '#lib/text/nl.ts';

/** "3 agenda's", "8 thema's", ... */
export function summaryWords({ agendas, themes, items, organisations, goals }: FileSummary): string[] {
	return [
		count(agendas, 'agenda', "agenda's"),
		count(themes, 'thema', "thema's"),
		count(items, 'agendapunt', 'agendapunten'),
		count(organisations, 'organisatie', 'organisaties'),
		count(goals, 'agendapunt met doelen', 'agendapunten met doelen'),
	];
}
