/** The letterheads of a gemeente in words. Pure. */
import { FIELD_PLACEHOLDERS, BODY_PLACEHOLDER } from '#lib/domain/letter-placeholders.ts';
import { moment, number } from '#lib/text/nl.ts';
import type { LetterheadFindings } from './inspect-letterhead.ts';
import { checkView } from './letterhead-check.view.ts';
import type { LetterheadList, LetterheadPage } from './list-letterheads.ts';

type Row = LetterheadList['letterheads'][number];

const FORMAT_WORD = { docx: 'Word', odt: 'ODT' } as const;

function rowView(row: Row, isInUse: boolean, path: string) {
	const { id, version, format, fileName, fileSize, author, createdAt, usedAt } = row;
	return {
		id,
		version,
		isInUse,
		fileName,
		format: FORMAT_WORD[format],
		href: `${path}/${id}`,
		about: `${FORMAT_WORD[format]}, ${sizeWords(fileSize)}, ${author === null ? '' : `van ${author}, `}${moment(createdAt)}`,
		state: isInUse ? 'In gebruik' : usedAt === null ? 'Nog niet in gebruik' : 'Eerder gebruikt',
	};
}

function sizeWords(bytes: number): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1024));
	return kilobytes < 1024 ? `${kilobytes} kB` : `${number(Math.round(bytes / 104_857.6) / 10)} MB`;
}

const pathOf = ({ region, organisation }: Pick<LetterheadPage, 'region' | 'organisation'>) =>
	`/beheer/briefpapier/${region.slug}/${organisation.slug}`;

export function letterheadsView(list: LetterheadList) {
	const path = pathOf(list);
	const lines = list.letterheads.map((row) => rowView(row, list.inUse.includes(row.id), path));
	return {
		path,
		lines,
		gemeente: list.organisation.name,
		region: list.region.name,
		/** In which formats letters come on the standard paper. */
		standard: (['docx', 'odt'] as const).flatMap((format) => {
			const own = list.letterheads.some((row) => row.format === format && list.inUse.includes(row.id));
			return own ? [] : [FORMAT_WORD[format]];
		}),
		placeholders: [
			{
				placeholder: `{{${BODY_PLACEHOLDER}}}`,
				meaning: 'De tekst van de brief zelf: verplicht, alleen op een regel',
			},
			...FIELD_PLACEHOLDERS.map(({ name, meaning }) => ({ placeholder: `{{${name}}}`, meaning })),
		],
	};
}

export function letterheadView(page: LetterheadPage, findings: LetterheadFindings) {
	const path = pathOf(page);
	return {
		...rowView(page.letterhead, page.isInUse, path),
		path,
		gemeente: page.organisation.name,
		isRemoved: page.letterhead.removedAt !== null,
		check: checkView(findings),
	};
}
