/** Good inputs for the use cases that make and change an agenda, its priorities and its acties. */
import { and, eq } from 'drizzle-orm';
import { action, agenda, item, organisation, priority, regionOrganisation } from '#lib/server/db/schema.ts';
import { regionIdOf } from './examples-people.ts';
import type { Example } from './examples.ts';
import { day } from './facts.ts';
import { ITEM, type World } from './world.ts';

const reason = 'Besloten in de REA.';
const change = ({ home }: World) => ({ agenda: home.agenda, version: 1, reason });
const itemFields = {
	theme: 'thuiszitters',
	number: '1',
	title: 'Een nieuwe titel',
	kind: 'result',
	lead: '',
	involved: [],
	axisValues: [],
};
const themeFields = { name: 'Jonge kind', decisionLevel: 'process', objective: 'Op tijd hulp' };

export const EDITING_EXAMPLES: Record<string, Example> = {
	'action.add': (world) => ({
		agenda: world.home.agenda,
		item: ITEM.untouched,
		text: 'Afspraak maken',
		state: 'planned',
		organisation: organisationId(world, 'rbl'),
		dueOn: '2021-03-01',
	}),
	'action.edit': (world) => ({
		agenda: world.home.agenda,
		item: ITEM.untouched,
		action: addActionRow(world),
		version: 1,
		text: 'Afspraak maken',
		state: 'done',
		organisation: organisationId(world, 'rbl'),
	}),
	'action.list': ({ home }) => ({ agenda: home.agenda, item: ITEM.untouched }),
	'agenda.adopt': (world) => {
		world.db.update(agenda).set({ state: 'concept' }).run();
		return { agenda: world.home.agenda, version: 1, adoptedOn: '2021-01-10', adoptedBy: 'OOGO' };
	},
	'agenda.close': (world) => {
		world.db.$client.exec("UPDATE status_round SET state = 'adopted' WHERE state IN ('open', 'closed')");
		return change(world);
	},
	'agenda.delete': (world) => ({ agenda: addEmptyAgenda(world), version: 1 }),
	'agenda.edit': (world) => ({
		...change(world),
		title: 'Andere titel',
		startYear: '2020',
		endYear: '2023',
		cadence: 'quarter',
	}),
	'agenda.edit-axis': (world) => ({
		...change(world),
		axisName: 'Aandachtsgebied',
		values: [],
		added: 'Taal\nVeiligheid',
	}),
	'agenda.list-start-choices': () => ({}),
	'agenda.manage': ({ home }) => ({ agenda: home.agenda }),
	'agenda.move-item': (world) => ({ ...change(world), item: ITEM.untouched, to: '1' }),
	'agenda.move-theme': (world) => ({ ...change(world), theme: 'thuiszitters', to: 1 }),
	'agenda.start': ({ home }) => ({
		region: home.region,
		title: 'De volgende agenda',
		cadence: 'half',
		previous: home.agenda,
		startYear: '2023',
		endYear: '2026',
	}),
	'item.add': (world) => ({ ...change(world), ...itemFields, number: '9' }),
	'item.edit': (world) => ({ ...change(world), ...itemFields, item: ITEM.untouched }),
	'item.remove': (world) => ({ ...change(world), item: ITEM.untouched }),
	'item.restore': (world) => {
		world.db.update(item).set({ archivedAt: world.now }).run();
		return { ...change(world), item: ITEM.untouched };
	},
	'priority.add': (world) => ({ ...change(world), schoolYear: '2020-2021', text: 'Eerst dit', items: [] }),
	'priority.edit': (world) => ({
		...change(world),
		priority: addPriorityRow(world),
		items: [],
		schoolYear: '2020-2021',
		text: 'Toch dit',
	}),
	'priority.list': ({ home }) => ({ agenda: home.agenda }),
	'priority.move': (world) => {
		const first = addPriorityRow(world);
		addPriorityRow(world);
		return { ...change(world), priority: first, to: 1 };
	},
	'priority.remove': (world) => ({ ...change(world), priority: addPriorityRow(world) }),
	'region.set-reminder-days': ({ home }) => ({ region: home.region, version: 1, reminderDays: '3' }),
	'region.settings': ({ home }) => ({ region: home.region }),
	'region.name-forums': ({ home }) => ({
		region: home.region,
		version: 1,
		officialForum: 'Ambtelijk overleg',
		boardForum: 'OOGO',
	}),
	'region.set-abbreviations': ({ home }) => ({
		region: home.region,
		version: 1,
		abbreviations: 'GGD = Gemeentelijke Gezondheidsdienst',
	}),
	'theme.add': (world) => ({ ...change(world), ...themeFields }),
	'theme.edit': (world) => ({ ...change(world), ...themeFields, theme: 'jonge-kind', code: 'jonge-kind' }),
	'theme.remove': (world) => ({ ...change(world), theme: 'jonge-kind' }),
	'theme.restore': (world) => ({ ...change(world), theme: 'jonge-kind' }),
};

/** An agenda of the home region that was made by mistake; answers its slug. */
export function addEmptyAgenda(world: World): string {
	const slug = 'per-ongeluk';
	const regionId = regionIdOf(world);
	const years = { startYear: 2023, endYear: 2026 };
	world.db
		.insert(agenda)
		.values({
			slug,
			regionId,
			title: 'Per ongeluk',
			...years,
			cadence: 'quarter',
			state: 'concept',
			createdAt: world.now,
		})
		.run();
	return slug;
}

/** An organisation of the home region by its slug. */
export function organisationId({ db, home }: World, slug: string): number {
	const row = db
		.select({ id: organisation.id })
		.from(organisation)
		.innerJoin(regionOrganisation, eq(regionOrganisation.organisationId, organisation.id))
		.innerJoin(agenda, eq(agenda.regionId, regionOrganisation.regionId))
		.where(and(eq(agenda.slug, home.agenda), eq(organisation.slug, slug)))
		.get();
	return row?.id ?? 0;
}

export function agendaIdOf({ db }: World, slug: string): number {
	return db.select().from(agenda).where(eq(agenda.slug, slug)).get()?.id ?? 0;
}

export function addPriorityRow(world: World, schoolYear = '2020-2021', text = 'Eerst dit'): number {
	const agendaId = agendaIdOf(world, world.home.agenda);
	const position = world.db.select().from(priority).all().length;
	return world.db
		.insert(priority)
		.values({ agendaId, schoolYear, text, position })
		.returning({ id: priority.id })
		.get().id;
}

/** An actie under the first item of the home region, due in the month before. */
export function addActionRow(world: World): number {
	const agendaId = agendaIdOf(world, world.home.agenda);
	const first = world.db.select().from(item).where(eq(item.agendaId, agendaId)).orderBy(item.id).get();
	return world.db
		.insert(action)
		.values({
			itemId: first?.id ?? 0,
			text: 'Afspraak voorbereiden',
			state: 'running',
			createdAt: world.now,
			organisationId: organisationId(world, 'rbl'),
			dueOn: day('2020-12-01'),
		})
		.returning({ id: action.id })
		.get().id;
}
