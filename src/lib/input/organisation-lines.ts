/** A pasted list of organisations, one a line: what each line is taken for, and what is wrong with it. Nothing is left out in silence. */
import {
	guessKind,
	isOrganisationKind,
	nameKey,
	ORGANISATION_KINDS,
	type OrganisationKind,
} from '#lib/domain/organisation.ts';
import { slugOf } from '#lib/domain/slug.ts';
import { shortNameOf } from './agenda-file-organisations.ts';

export const MOST_ORGANISATIONS = 200;
export const LONGEST_NAME = 120;
export const LONGEST_SHORT_NAME = 40;

export interface OrganisationRow {
	/** Counted from 1, as it was pasted. */
	line: number;
	/** '' leaves the line out. */
	name: string;
	shortName: string;
	kind: string;
	/** Whether it is the organisation of that name that this site knows already. */
	same: boolean;
}

/** Between name, short name and kind stands a tab or a semicolon; the last two may be left out. Empty lines do not count. */
export function readOrganisationLines(text: string): OrganisationRow[] {
	return text
		.split('\n')
		.map((line, index) => ({ line: index + 1, parts: line.split(/[\t;]/).map((part) => part.trim()) }))
		.filter(({ parts }) => parts.some((part) => part !== ''))
		.slice(0, MOST_ORGANISATIONS)
		.map(({ line, parts: [name = '', shortName = '', kind = ''] }) =>
			guessedRow(line, { name, shortName, kind }),
		);
}

/** How many lines there are to read; more than `MOST_ORGANISATIONS` is too many. */
export function countOrganisationLines(text: string): number {
	return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** A name with what it is most likely; a bare name of a gemeente becomes "Gemeente Tiel", in short "Tiel". */
export function guessedRow(
	line: number,
	said: { name: string; shortName: string; kind: string },
): OrganisationRow {
	const word = said.kind.toLowerCase();
	const kind: OrganisationKind = isOrganisationKind(word) ? word : guessKind(said.name);
	const isBare =
		kind === 'gemeente' && said.name !== '' && nameKey(said.name) === said.name.trim().toLowerCase();
	const name = isBare ? `Gemeente ${said.name}` : said.name;
	return { line, name, shortName: said.shortName || shortNameOf(name), kind, same: false };
}

export interface KnownName {
	name: string;
	shortName: string;
	/** The day on which it stopped to take part; null while it does. */
	endedOn: string | null;
}

export type RowState = 'new' | 'here' | 'wrong';

export interface JudgedRow extends OrganisationRow {
	state: RowState;
	/** Sentence per part of the row: `name`, `shortName`, `kind`. */
	problems: Partial<Record<'name' | 'shortName' | 'kind', string>>;
}

/** `here`: it takes part already, so there is nothing to add. */
export function judgeRows(rows: readonly OrganisationRow[], known: readonly KnownName[]): JudgedRow[] {
	const seen: KnownName[] = [];
	return rows.map((row) => {
		const same = known.find((one) => nameKey(one.name) === nameKey(row.name));
		if (same && same.endedOn === null) return { ...row, state: 'here', problems: {} };
		const problems = problemsOf(row, same ?? null, known, seen);
		seen.push({ name: row.name, shortName: row.shortName, endedOn: null });
		return { ...row, state: Object.keys(problems).length > 0 ? 'wrong' : 'new', problems };
	});
}

function problemsOf(
	{ name, shortName, kind }: OrganisationRow,
	same: KnownName | null,
	known: readonly KnownName[],
	seen: readonly KnownName[],
): JudgedRow['problems'] {
	const problems: JudgedRow['problems'] = {};
	const key = nameKey(shortName);
	const hasShort = (one: KnownName) => nameKey(one.shortName) === key;
	if (name === '') problems.name = 'Vul de naam van de organisatie in.';
	else if (name.length > LONGEST_NAME)
		problems.name = `Deze naam is te lang: maak er hoogstens ${LONGEST_NAME} tekens van.`;
	else if (same)
		problems.name =
			'Deze organisatie deed eerder mee. Laat de organisatie weer meedoen in de lijst van de regio.';
	else if (seen.some((one) => nameKey(one.name) === nameKey(name)))
		problems.name = 'Deze naam staat al eerder in de lijst. Haal er één weg.';
	if (shortName === '') problems.shortName = 'Vul een korte naam in, zoals Woerden of SWV PO.';
	else if (shortName.length > LONGEST_SHORT_NAME)
		problems.shortName = `Deze korte naam is te lang: maak er hoogstens ${LONGEST_SHORT_NAME} tekens van.`;
	else if (known.some(hasShort) || seen.some(hasShort))
		problems.shortName = 'Een andere organisatie heeft deze korte naam al. Kies een andere.';
	else if (slugOf(shortName) === '' && slugOf(name) === '')
		problems.shortName = 'Gebruik minstens één letter of cijfer in de korte naam.';
	if (!ORGANISATION_KINDS.some((one) => one === kind)) problems.kind = 'Kies het soort organisatie.';
	return problems;
}

const FIELD = /^naam-(\d{1,6})$/;

/** The rows of the form: `naam-3`, `kort-3`, `soort-3` and `dezelfde-3` are line 3. A row whose name was emptied is left out. */
export function organisationRowsOf(fields: Readonly<Record<string, string>>): OrganisationRow[] {
	return Object.keys(fields)
		.flatMap((name) => {
			const line = FIELD.exec(name)?.[1];
			return line === undefined ? [] : [Number(line)];
		})
		.sort((a, b) => a - b)
		.map((line) => ({
			line,
			name: (fields[`naam-${line}`] ?? '').trim(),
			shortName: (fields[`kort-${line}`] ?? '').trim(),
			kind: fields[`soort-${line}`] ?? '',
			same: fields[`dezelfde-${line}`] === 'ja',
		}))
		.filter(({ name }) => name !== '');
}

/** The ids of the fields of a row, as a summary of errors points to them. */
export const ROW_FIELD = { name: 'naam', shortName: 'kort', kind: 'soort' } as const;
