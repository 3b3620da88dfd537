/** The grid of items by organisations: what each says beside the joint level. Nothing is added up or averaged. Pure. */
import { differsFromJoint, isSilent } from '#lib/domain/contribution.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { Level } from '#lib/domain/level.ts';
import { count, roundTitle, type LevelOrNone } from '#lib/text/nl.ts';
import { jointLevel, jointMark } from './contributions.view.ts';
import type { GridPage } from './view-grid.ts';

export type GridCell =
	{ kind: 'outside' } | { kind: 'silent' } | { kind: 'said'; level: Level | null; differs: boolean };

export interface GridTheme {
	name: string;
	/** Only who takes part in the thema, gemeenten first. */
	columns: { id: number; label: string }[];
	/** `cells` are in the order of the columns. */
	rows: { ref: string; label: string; href: string; joint: LevelOrNone; cells: GridCell[] }[];
}

export interface GridView {
	title: string;
	breadcrumbs: { label: string; href: string | null }[];
	/** "Alle thema’s" first. */
	filter: { label: string; href: string; current: boolean }[];
	themes: GridTheme[];
	/** "8 bijdragen van 5 organisaties. 2 bijdragen hebben een ander niveau dan het gezamenlijke." */
	summary: string;
}

/** `theme` is a code from the address; null or an unknown one shows all. */
export function gridView(page: GridPage, theme: string | null): GridView {
	const { round, agenda, items } = page;
	const codes = [...Map.groupBy(items, (row) => row.themeCode).keys()];
	const chosen = theme !== null && codes.includes(theme) ? theme : null;
	const shown = items.filter((row) => chosen === null || row.themeCode === chosen);
	const cellsOf = cellsBy(page);
	const href = `/rea/${round.slug}/bijdragen`;
	const rows = shown.map((row) => ({ row, cells: cellsOf(row) }));
	return {
		title: `Bijdragen: ${roundTitle(round.period)}`,
		breadcrumbs: [
			{ label: agenda.title, href: `/agenda/${agenda.slug}` },
			{ label: roundTitle(round.period), href: `/rea/${round.slug}` },
			{ label: 'Bijdragen', href: null },
		],
		filter: [
			{ label: 'Alle thema’s', href, current: chosen === null },
			...codes.map((code) => ({
				label: items.find((row) => row.themeCode === code)?.themeName ?? code,
				href: `${href}?thema=${code}`,
				current: code === chosen,
			})),
		],
		themes: [...Map.groupBy(rows, ({ row }) => row.themeCode).values()].map((group) => themeOf(page, group)),
		summary: summaryOf(rows.map(({ cells }) => cells)),
	};
}

type Row = GridPage['items'][number];

function themeOf(
	{ round, organisations }: GridPage,
	group: readonly { row: Row; cells: GridCell[] }[],
): GridTheme {
	const takesPart = organisations.map((_, place) =>
		group.some(({ cells }) => cells[place]?.kind !== 'outside'),
	);
	const isShown = (_: unknown, place: number) => takesPart[place] === true;
	return {
		name: group[0]?.row.themeName ?? '',
		columns: organisations.filter(isShown).map(({ id, shortName }) => ({ id, label: shortName })),
		rows: group.map(({ row, cells }) => ({
			ref: itemRef(row.themeCode, row.number),
			label: `${row.number} ${row.title}`,
			href: `/rea/${round.slug}/${itemRef(row.themeCode, row.number)}#bijdragen`,
			joint: jointMark(jointOf(row)),
			cells: cells.filter(isShown),
		})),
	};
}

const jointOf = ({ level, state, notApplicable }: Row) => (state ? { level, state, notApplicable } : null);

function cellsBy({ contributions, organisations }: GridPage): (row: Row) => GridCell[] {
	const said = new Map(contributions.map((one) => [`${one.itemId} ${one.organisationId}`, one]));
	return (row) =>
		organisations.map(({ id }) => {
			const one = said.get(`${row.id} ${id}`) ?? null;
			if (one && !isSilent(one))
				return { kind: 'said', level: one.level, differs: differsFromJoint(one, jointLevel(jointOf(row))) };
			return { kind: row.organisationIds.includes(id) ? 'silent' : 'outside' };
		});
}

function summaryOf(rows: readonly GridCell[][]): string {
	const all = rows.flatMap((cells) => cells.map((cell, column) => ({ cell, column })));
	const said = all.filter(({ cell }) => cell.kind === 'said');
	if (said.length === 0) return 'Er zijn nog geen bijdragen.';
	const organisations = new Set(said.map(({ column }) => column)).size;
	const differing = said.filter(({ cell }) => cell.kind === 'said' && cell.differs).length;
	const have = differing === 1 ? 'heeft' : 'hebben';
	const rest =
		differing === 0
			? 'Geen bijdrage heeft een ander niveau dan het gezamenlijke.'
			: `${count(differing, 'bijdrage', 'bijdragen')} ${have} een ander niveau dan het gezamenlijke.`;
	return `${count(said.length, 'bijdrage', 'bijdragen')} van ${count(organisations, 'organisatie', 'organisaties')}. ${rest}`;
}
