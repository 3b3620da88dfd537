/** Small agendas for tests of pure code: say only what the test is about, the rest is ordinary. */
import { parseDay, type Day } from '#lib/domain/day.ts';
import type {
	AgendaFacts,
	GoalVersionFacts,
	ItemFacts,
	OrganisationFacts,
	RoundFacts,
	StatusFacts,
	ThemeFacts,
} from '#lib/domain/facts.ts';
import { LEVELS, type LevelAnswer } from '#lib/domain/level.ts';
import { parsePeriod, type Period } from '#lib/domain/period.ts';

/** Throws on a typing error, so that a test can never run on a period that does not exist. */
export function period(text: string): Period {
	const parsed = parsePeriod(text);
	if (parsed === null) throw new RangeError(`Not a period: ${text}`);
	return parsed;
}

export function day(text: string): Day {
	const parsed = parseDay(text);
	if (parsed === null) throw new RangeError(`Not a day: ${text}`);
	return parsed;
}

export function organisation(name = 'Gemeente Woerden', shortName = 'Woerden'): OrganisationFacts {
	return { name, shortName };
}

/** Version 1 with a text per rung, "Doel voor rood" up to "Doel voor donkergroen". */
export function goals(overrides: Partial<GoalVersionFacts> = {}): GoalVersionFacts {
	return {
		number: 1,
		changedLevels: [...LEVELS],
		reason: '',
		since: day('2020-01-01'),
		texts: {
			rood: 'Doel voor rood',
			oranje: 'Doel voor oranje',
			groen: 'Doel voor groen',
			donkergroen: 'Doel voor donkergroen',
		},
		...overrides,
	};
}

export function status(at: string, level: LevelAnswer, overrides: Partial<StatusFacts> = {}): StatusFacts {
	return {
		period: period(at),
		level,
		unchanged: false,
		narrative: `Stand van zaken bij ${level}`,
		cause: '',
		consequence: '',
		correction: '',
		goalVersion: 1,
		...overrides,
	};
}

export function item(overrides: Partial<ItemFacts> = {}): ItemFacts {
	const number = overrides.number ?? 1;
	return {
		ref: `thema-${number}`,
		number,
		title: `Agendapunt ${number}`,
		shortTitle: `Punt ${number}`,
		description: '',
		kind: 'result',
		lead: organisation(),
		involved: [],
		goals: [goals()],
		statuses: [],
		...overrides,
	};
}

export function theme(overrides: Partial<ThemeFacts> = {}): ThemeFacts {
	return {
		code: 'thema',
		name: 'Thuiszitters',
		objective: '',
		decisionLevel: 'regional',
		items: [item()],
		...overrides,
	};
}

export function round(at: string, overrides: Partial<RoundFacts> = {}): RoundFacts {
	return { period: period(at), state: 'adopted', discussedOn: null, adoptedOn: null, ...overrides };
}

/** One thema with one item and the rounds 2020-K1 up to 2020-K3, without any status. */
export function facts(overrides: Partial<AgendaFacts> = {}): AgendaFacts {
	return {
		region: { name: 'Utrecht West', officialForum: 'REA', boardForum: 'OOGO passend onderwijs' },
		agenda: {
			slug: 'agenda-2019-2022',
			title: 'Samenwerkingsagenda passend onderwijs 2019-2022',
			startYear: 2019,
			endYear: 2022,
			cadence: 'quarter',
		},
		exampleData: false,
		themes: [theme()],
		rounds: [round('2020-K1'), round('2020-K2'), round('2020-K3')],
		...overrides,
	};
}
