/**
 * Reads the layout in a text: **bold**, lists and [links](https://...). All other signs stay as they were typed. The only
 * reader of it; pages and documents get its blocks. It is heavy, so it runs on the server and never in a browser.
 */
import MarkdownIt, { type MarkdownIt as Reader, type Token } from 'markdown-it';
import type { Narrative, NarrativeBlock, Run } from '#lib/domain/narrative.ts';

const DEEPEST_LIST = 3;
/** A point or a number of at most two figures, and then a text: a dash alone is an answer, "2019. " a year. */
const STARTS_ITEM = /^(?:-|\d{1,2}\.)[ \t]+(?!-+(?:[ \t]|$))\S/;
const MAY_HAVE_LAYOUT = /\*\*|\]\(|^[ \t]*(?:-|\d{1,2}\.)[ \t]/m;
const SAFE_LINK = /^(?:https?:\/\/[^\s/]|mailto:\S)/i;

const reader = narrativeReader();

/** The text itself when it has no layout. */
export function readNarrative(text: string): Narrative {
	if (!MAY_HAVE_LAYOUT.test(text)) return text;
	const { source, added } = withListsEnded(text);
	const blocks = blocksOf(treeOf(reader.parse(source, {})), added);
	return blocks.some(hasLayout) ? blocks : text;
}

function hasLayout(block: NarrativeBlock): boolean {
	return block.kind === 'list' || block.runs.some((run) => typeof run !== 'string');
}

function narrativeReader(): Reader {
	const fresh = new MarkdownIt('zero').enable(['list', 'newline', 'emphasis', 'link']);
	fresh.validateLink = (href) => SAFE_LINK.test(href);
	// What stands behind an address would not be shown: then it is no link and stays text.
	fresh.helpers.parseLinkTitle = () => ({ ok: false, can_continue: false, pos: 0, str: '', marker: 0 });
	const [readList] = fresh.block.ruler.getRules('');
	if (!readList) throw new Error('markdown-it has no rule that reads lists');
	fresh.block.ruler.at(
		'list',
		(state, line, end, silent) => {
			const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
			const isItem = STARTS_ITEM.test(state.src.slice(start, state.eMarks[line]));
			return isItem && state.level < 2 * DEEPEST_LIST && readList(state, line, end, silent);
		},
		{ alt: ['paragraph'] },
	);
	return fresh;
}

/** A line at the margin below a list is not part of its last item, so an empty line is added before it. */
function withListsEnded(text: string): { source: string; added: ReadonlySet<number> } {
	const lines: string[] = [];
	const added = new Set<number>();
	let inList = false;
	for (const line of text.split(/\r\n|\r|\n/)) {
		const isItem = STARTS_ITEM.test(line.trimStart());
		if (inList && !isItem && /^\S/.test(line)) {
			added.add(lines.length);
			lines.push('');
			inList = false;
		}
		inList ||= isItem;
		lines.push(line);
	}
	return { source: lines.join('\n'), added };
}

/** A token with what stands between its opening and its closing. */
interface Branch {
	token: Token;
	inside: Branch[];
}

function treeOf(tokens: readonly Token[]): Branch[] {
	const top: Branch[] = [];
	const open = [top];
	for (const token of tokens) {
		if (token.nesting < 0) open.pop();
		else {
			const branch: Branch = { token, inside: [] };
			open.at(-1)?.push(branch);
			if (token.nesting > 0) open.push(branch.inside);
		}
	}
	return top;
}

/** Paragraphs in a row are one text, with as many empty lines between them as were typed. */
function blocksOf(branches: readonly Branch[], added: ReadonlySet<number>): NarrativeBlock[] {
	const blocks: NarrativeBlock[] = [];
	/** The runs of the paragraphs in a row, and the line below the last of them; null outside such a row. */
	let open: { runs: Run[]; end: number } | null = null;
	const close = () => {
		if (open) blocks.push({ kind: 'text', runs: joined(open.runs) });
		open = null;
	};
	for (const { token, inside } of branches) {
		const [first = 0, end = 0] = token.map ?? [];
		if (token.type !== 'paragraph_open') {
			close();
			for (const list of listsOf(inside, token, added)) blocks.push(list);
			continue;
		}
		if (open === null) open = { runs: [], end };
		else open.runs.push('\n'.repeat(emptyLines(open.end, first, added) + 1));
		open.end = end;
		for (const one of inside)
			for (const run of runsOf(treeOf(one.token.children ?? []), {})) open.runs.push(run);
	}
	close();
	return blocks;
}

/** As they were typed: a line that was added counts for none. */
function emptyLines(from: number, to: number, added: ReadonlySet<number>): number {
	let empty = 0;
	for (let line = from; line < to; line += 1) if (!added.has(line)) empty += 1;
	return empty;
}

/** Numbers stay as they were typed: where they do not count on, a new list starts. */
function listsOf(items: readonly Branch[], list: Token, added: ReadonlySet<number>): NarrativeBlock[] {
	const lists: { kind: 'list'; start: number | null; items: NarrativeBlock[][] }[] = [];
	for (const { token, inside } of items) {
		const number = list.type === 'ordered_list_open' ? Number(token.info) : null;
		const last = lists.at(-1);
		const item = blocksOf(inside, added);
		if (last && (number === null || number === (last.start ?? 0) + last.items.length)) last.items.push(item);
		else lists.push({ kind: 'list', start: number, items: [item] });
	}
	return lists;
}

type Look = Omit<Exclude<Run, string>, 'text'>;

function runsOf(branches: readonly Branch[], look: Look): Run[] {
	return branches.flatMap(({ token, inside }) => {
		if (token.type === 'softbreak' || token.type === 'hardbreak') return [run('\n', look)];
		if (token.type === 'link_open') return linkOf(token, inside, look);
		if (token.nesting === 0) return token.content === '' ? [] : [run(token.content, look)];
		if (token.markup === '**') return runsOf(inside, { ...look, strong: true });
		return [run(token.markup, look), ...runsOf(inside, look), run(token.markup, look)];
	});
}

function linkOf(token: Token, inside: readonly Branch[], look: Look): Run[] {
	const href = String(token.attrGet('href') ?? '');
	if (href === '') return [run('[', look), ...runsOf(inside, look), run(']()', look)];
	const words = runsOf(inside, { ...look, href });
	return words.length > 0 ? words : [run(href, { ...look, href })];
}

function run(text: string, look: Look): Run {
	return Object.keys(look).length === 0 ? text : { text, ...look };
}

/** Neighbours that look the same become one. */
function joined(runs: readonly Run[]): Run[] {
	const all: Run[] = [];
	for (const one of runs) {
		const last = all.at(-1);
		if (typeof one === 'string' && typeof last === 'string') all.splice(-1, 1, last + one);
		else if (typeof one === 'object' && typeof last === 'object' && isAlike(one, last))
			all.splice(-1, 1, { ...last, text: last.text + one.text });
		else all.push(one);
	}
	return all;
}

function isAlike(one: Exclude<Run, string>, other: Exclude<Run, string>): boolean {
	return one.strong === other.strong && one.href === other.href;
}
