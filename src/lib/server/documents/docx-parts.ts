/** What the library that writes Word files cannot do: charts, and the same bytes every time. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Day } from '#lib/domain/day.ts';
import { CHART_RELATION, CHART_TYPE, chartName, chartPlace, chartXml } from './docx-chart.ts';
import { PAPER, type TextDocument } from './document-model.ts';
import { fixedZip } from './fixed-zip.ts';

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const CORE = 'docProps/core.xml';
const TYPES = '[Content_Types].xml';

/** Stands alone in a run where a chart comes. No text can hold it: it is a sign that texts are cleaned of. */
export const CHART_PLACE = '\ufffe';

/**
 * The library dates a file by the clock and names its links by chance; this one has the date of its adoption, inside and in
 * the zip, and links that are counted.
 */
export function withFixedParts(bytes: Uint8Array, { blocks, paper, date }: TextDocument): Uint8Array {
	const members = new Map(Object.entries(unzipSync(bytes)));
	const change = (name: string, to: (xml: string) => string) =>
		members.set(name, strToU8(to(strFromU8(members.get(name) ?? new Uint8Array()))));
	const names = linkNames(strFromU8(members.get(DOCUMENT) ?? new Uint8Array()));
	for (const part of [DOCUMENT, RELATIONS]) change(part, (xml) => renamed(xml, names));
	change(CORE, (xml) => datedAt(xml, date));
	const charts = blocks.filter((block) => block.kind === 'chart');
	for (const [index, chart] of charts.entries()) {
		const [number, part] = [index + 1, `charts/${chartName(index + 1)}.xml`];
		const relation = `<Relationship Id="${chartName(number)}" Type="${CHART_RELATION}" Target="${part}"/>`;
		change(DOCUMENT, (xml) => xml.replace(PLACE, () => chartPlace(chart, number, PAPER[paper].width)));
		change(RELATIONS, (xml) => xml.replace('</Relationships>', `${relation}</Relationships>`));
		change(TYPES, (xml) =>
			xml.replace('</Types>', `<Override PartName="/word/${part}" ContentType="${CHART_TYPE}"/></Types>`),
		);
		members.set(`word/${part}`, strToU8(chartXml(chart)));
	}
	return fixedZip(
		[...members].map(([name, content]) => ({ name, content })),
		date,
	);
}

const PLACE = new RegExp(`<w:r>(?:(?!</w:r>).)*${CHART_PLACE}</w:t></w:r>`);

function linkNames(document: string): Map<string, string> {
	const found = [...document.matchAll(/<w:hyperlink\b[^>]*? r:id="([^"]+)"/g)].map(([, name = '']) => name);
	return new Map([...new Set(found)].map((name, index) => [name, `verwijzing${index + 1}`]));
}

function renamed(xml: string, names: ReadonlyMap<string, string>): string {
	return xml.replaceAll(/( (?:r:id|Id)=")([^"]+)(")/g, (all, before: string, name: string, after: string) =>
		names.has(name) ? `${before}${names.get(name)}${after}` : all,
	);
}

function datedAt(core: string, day: Day): string {
	const dates = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
	return core.replaceAll(dates, `$1${day}T12:00:00Z$2`);
}
