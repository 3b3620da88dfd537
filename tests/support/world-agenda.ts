/** The agenda of a region in the test world: two themas, four items (one doorlopend, one without goals) and their goals. */
import type { ItemKind } from '#lib/domain/level.ts';
import { LEVELS } from '#lib/domain/level.ts';
import type { Db } from '#lib/server/db/open.ts';
import { agenda, goalVersion, item, itemInvolved, theme } from '#lib/server/db/schema.ts';
import { day } from './facts.ts';
import { NOW } from './world-clock.ts';
import type { RegionNames } from './world-names.ts';

interface ItemTraits {
	theme: string;
	number: number;
	kind: ItemKind;
	lead: string;
	involved: string[];
	goals: boolean;
}

const ITEMS: readonly ItemTraits[] = [
	{ theme: 'thuiszitters', number: 1, kind: 'result', lead: 'rbl', involved: ['aa'], goals: true },
	{ theme: 'thuiszitters', number: 2, kind: 'result', lead: 'swv', involved: ['rbl'], goals: true },
	{ theme: 'jonge-kind', number: 1, kind: 'ongoing', lead: 'aa', involved: ['rbl'], goals: true },
	{ theme: 'jonge-kind', number: 2, kind: 'result', lead: 'swv', involved: ['bee'], goals: false },
];

export interface AgendaIds {
	agendaId: number;
	/** By name, `thuiszitters-1`. */
	items: Map<string, { id: number; goalVersionId: number | null }>;
}

export function addAgenda(
	db: Db,
	names: RegionNames,
	regionId: number,
	organisations: Map<string, number>,
): AgendaIds {
	const agendaId = db
		.insert(agenda)
		.values({
			regionId,
			slug: names.agenda,
			title: `Agenda van ${names.region}`,
			createdAt: NOW,
			startYear: 2020,
			endYear: 2022,
			cadence: 'quarter',
			state: 'adopted',
		})
		.returning({ id: agenda.id })
		.get().id;
	const themes = new Map(
		['thuiszitters', 'jonge-kind'].map((code, position) => [code, addTheme(db, agendaId, code, position)]),
	);
	const items: AgendaIds['items'] = new Map();
	for (const traits of ITEMS) {
		const themeId = known(themes, traits.theme);
		const title = `Punt ${traits.number} van ${traits.theme} in ${names.region}`;
		const leadId = known(organisations, traits.lead);
		const { number, kind } = traits;
		const { id } = db
			.insert(item)
			.values({ agendaId, themeId, number, kind, leadId, title, shortTitle: title })
			.returning({ id: item.id })
			.get();
		for (const slug of traits.involved) {
			db.insert(itemInvolved)
				.values({ itemId: id, organisationId: known(organisations, slug) })
				.run();
		}
		const goalVersionId = traits.goals ? addGoals(db, id, traits.kind) : null;
		items.set(`${traits.theme}-${number}`, { id, goalVersionId });
	}
	return { agendaId, items };
}

function addTheme(db: Db, agendaId: number, code: string, position: number): number {
	return db
		.insert(theme)
		.values({ agendaId, code, name: `Thema ${code}`, position })
		.returning({ id: theme.id })
		.get().id;
}

function addGoals(db: Db, itemId: number, kind: ItemKind): number {
	const top = kind === 'ongoing' ? null : 'Doel voor donkergroen';
	const texts = {
		rood: 'Doel voor rood',
		oranje: 'Doel voor oranje',
		groen: 'Doel voor groen',
		donkergroen: top,
	};
	const changedLevels = [...LEVELS];
	return db
		.insert(goalVersion)
		.values({ itemId, number: 1, ...texts, changedLevels, since: day('2020-01-01'), createdAt: NOW })
		.returning({ id: goalVersion.id })
		.get().id;
}

export function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
	const value = values.get(key);
	if (value === undefined) throw new Error(`The test world has no ${key}`);
	return value;
}
