/** Invented SMART texts in an agenda file: kept apart there, and marked as invented wherever they go. */
import { readGoals } from './agenda-file-items.ts';
import { childrenOf, shown, type Part } from './agenda-file-part.ts';
import type { FileAgenda, FileItem } from './agenda-file-shape.ts';

export const EXAMPLE_REASON = 'Verzonnen voorbeeld uit het importbestand';

const MEMBER = 'demo_smart_doelen_fictief';
const OTHER_MEMBERS = ['agendapunt', 'agenda', 'titel', 'titel_kort', 'toelichting', 'opmerking'];

/** Gives the items their invented goals. A name like `thuiszitters/2` means the newest agenda that has it. */
export function applyExampleGoals(file: Part, agendas: readonly FileAgenda[]): void {
	const items = itemsByName(agendas);
	for (const part of childrenOf(file, MEMBER, examplePlace)) {
		const item = findItem(part, items);
		const texts = readGoals(part, item?.kind ?? 'result', OTHER_MEMBERS);
		if (!item || !texts) continue;
		if (item.goals) {
			part.report(
				part.place,
				'Dit agendapunt heeft al doelen. Laat de echte doelen staan en haal dit voorbeeld weg.',
			);
		}
		item.goals = { texts, reason: EXAMPLE_REASON };
	}
}

function examplePlace(value: unknown, index: number): string {
	const name: unknown =
		typeof value === 'object' && value !== null && 'agendapunt' in value ? value.agendapunt : null;
	return `${MEMBER}, ${typeof name === 'string' ? shown(name) : `plaats ${index + 1}`}`;
}

/** By `theme/number` and by `agenda/theme/number`; newer agendas come later and so win. */
function itemsByName(agendas: readonly FileAgenda[]): Map<string, FileItem> {
	const byName = new Map<string, FileItem>();
	for (const agenda of [...agendas].sort((a, b) => a.startYear - b.startYear)) {
		for (const theme of agenda.themes) {
			for (const item of theme.items) {
				byName.set(`${theme.code}/${item.number}`, item);
				byName.set(`${agenda.slug}/${theme.code}/${item.number}`, item);
			}
		}
	}
	return byName;
}

function findItem(part: Part, items: ReadonlyMap<string, FileItem>): FileItem | null {
	const name = part.members.get('agendapunt');
	const agenda = part.members.get('agenda') ?? null;
	const wanted = [agenda, name].filter((word) => word !== null);
	const item = wanted.every((word) => typeof word === 'string') ? items.get(wanted.join('/')) : undefined;
	if (item) return item;
	part.report(
		part.place,
		`Het agendapunt "${shown(name)}" bestaat niet. Schrijf de code van het thema en het nummer, zoals thuiszitters/2.`,
	);
	return null;
}
