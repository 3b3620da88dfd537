/** Sources in words: a title, and where it leads or what it is. Pure. */
import { endingOf } from '#lib/domain/file-type.ts';
import { hostOf } from '#lib/domain/source.ts';
import { moment, number, roundCode } from '#lib/text/nl.ts';
import type { ItemSources, SourceList } from './list-sources.ts';

export interface SourceLine {
	id: number;
	title: string;
	href: string;
	/** A page elsewhere opens in a new tab; a file is downloaded. */
	isLink: boolean;
	/** "www.rijksoverheid.nl" or "pdf, 1,2 MB". */
	about: string;
	/** "Toegevoegd door Beleidsadviseur RBL op 14 januari 2021 om 10:30"; null outside the REA. */
	added: string | null;
	version: number;
}

export interface SourcesView {
	lines: SourceLine[];
	/** The page where sources are added and taken away. */
	href: string;
	mayWrite: boolean;
	mayAdd: boolean;
}

type Row = SourceList['sources'][number];

export function sourcesView({ ref, sources, mayWrite, hasRoom }: SourceList): SourcesView {
	return {
		lines: sources.map(sourceLine),
		href: `/rea/${ref.round}/${ref.item}/bronnen`,
		mayWrite,
		mayAdd: mayWrite && hasRoom,
	};
}

/** By round, named as in the history of the item: "2020-K3", and "2022" for a whole year. */
export function itemSourcesView(sources: ItemSources): Record<string, SourceLine[]> {
	const byRound = Map.groupBy(sources, ({ period }) => roundCode(period));
	return Object.fromEntries([...byRound].map(([round, rows]) => [round, rows.map(sourceLine)]));
}

function sourceLine(row: Row): SourceLine {
	const { id, title, url, fileId, fileName, fileSize, authorName, createdAt, version } = row;
	const isLink = url !== null;
	return {
		id,
		title,
		isLink,
		version,
		href: url ?? `/bestanden/${fileId}`,
		about: isLink ? hostOf(url) : `${endingOf(fileName ?? '')}, ${fileSizeWords(fileSize ?? 0)}`,
		added: authorName === null ? null : `Toegevoegd door ${authorName} op ${moment(createdAt)}`,
	};
}

/** "340 kB", "1,2 MB". */
export function fileSizeWords(bytes: number): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1024));
	return kilobytes < 1024 ? `${kilobytes} kB` : `${number(Math.round(bytes / 104_857.6) / 10)} MB`;
}
