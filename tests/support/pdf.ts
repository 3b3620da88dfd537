/** Reads a PDF back with pdf.js, to look at it as a screen reader does: tags, headings, tables, figures and text. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Tag {
	role: string;
	alt?: string;
	children: Tag[];
}

export interface ReadPdf {
	marked: boolean;
	language: string;
	title: string;
	xmp: string;
	pages: string[];
	/** Right end of the text that reaches furthest, in parts of the page width. */
	furthest: number;
	/** Lowest base line, in parts of the page height. */
	lowest: number;
	tags: Tag[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function tagOf(node: unknown): Tag[] {
	if (!isRecord(node) || typeof node.role !== 'string') return [];
	const children = Array.isArray(node.children) ? node.children.flatMap(tagOf) : [];
	return [{ role: node.role, children, ...(typeof node.alt === 'string' ? { alt: node.alt } : {}) }];
}

/** Every tag below these, parents first, in reading order. */
export function allTags(tags: readonly Tag[]): Tag[] {
	return tags.flatMap((tag) => [tag, ...allTags(tag.children)]);
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const xmp = Buffer.from(bytes).toString('latin1');
	const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
	const { info } = await pdf.getMetadata();
	const facts: Record<string, unknown> = isRecord(info) ? { ...info } : {};
	// pdf.js answers with a Map, whatever its types say.
	const mark: unknown = await pdf.getMarkInfo();
	const read: ReadPdf = {
		marked: mark instanceof Map && mark.get('Marked') === true,
		language: String(facts.Language),
		title: String(facts.Title),
		xmp,
		pages: [],
		furthest: 0,
		lowest: 1,
		tags: [],
	};
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const pieces = items.filter((item) => 'str' in item);
		read.pages.push(pieces.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
		const ends = pieces.map((item) => (Number(item.transform[4]) + item.width) / width);
		read.furthest = Math.max(read.furthest, ...ends);
		read.lowest = Math.min(read.lowest, ...pieces.map((item) => Number(item.transform[5]) / height));
		read.tags.push(...tagOf(await page.getStructTree()));
	}
	await pdf.loadingTask.destroy();
	return read;
}
