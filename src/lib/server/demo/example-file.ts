/** The invented part of the demo (voorbeeld.json): leads, goals and statuses, and joining it to the real agenda. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LEVELS } from '#lib/domain/level.ts';
import { projectRoot } from '../config.ts';

const text = z.string();
const Status = z.object({
	niveau: z.enum(LEVELS).nullable(),
	tekst: text,
	oorzaak: text,
	gevolg: text,
	bijsturing: text,
	succes: text.default(''),
	les: text.default(''),
	verwachting: z.enum(['ja', 'twijfel', 'nee']).optional(),
	/** Why, at twijfel and nee. */
	waarom: text.default(''),
	/** To the board. */
	vraag: text.default(''),
	geenWijziging: z.boolean(),
	stand: z.enum(['concept', 'ingediend', 'teruggegeven', 'akkoord']),
	notitie: text,
});

const Goals = z.object({
	vanaf: text,
	reden: text,
	rood: text,
	oranje: text,
	groen: text,
	donkergroen: text.nullable(),
});

const Example = z.object({
	punten: z.array(
		z.object({
			agendapunt: text,
			titel_kort: text,
			trekker: text,
			betrokken: z.array(text),
			doelen: z.array(Goals),
			statussen: z.record(text, Status.nullable()),
		}),
	),
});
export type ExampleItem = z.infer<typeof Example>['punten'][number];
export type ExampleStatus = z.infer<typeof Status>;
export type ExampleGoals = z.infer<typeof Goals>;

/** The parts of the data file that the example adds to; every other member passes unread. */
const Agenda = z.looseObject({
	themas: z
		.array(
			z.looseObject({
				code: text,
				agendapunten: z.array(z.looseObject({ nr: z.number(), smart_doelen: z.unknown() })).optional(),
			}),
		)
		.optional(),
});
const DataFile = z.looseObject({
	regio: z.looseObject({ id: text }),
	agendas: z.record(text, Agenda),
	demo_smart_doelen_fictief: z.unknown().optional(),
});

export interface DemoData {
	regionSlug: string;
	/** In the format of the importer. */
	fileText: string;
	items: ExampleItem[];
}

/** The real agenda with the invented leads, short titles and first goals filled in, as a file to import. */
export function readDemoData(): DemoData {
	const example = Example.parse(readJson('voorbeeld.json'));
	const file = DataFile.parse(readJson('utrecht-west.json'));
	const byRef = new Map(example.punten.map((item) => [item.agendapunt, item]));
	for (const agenda of Object.values(file.agendas)) {
		for (const theme of agenda.themas ?? []) {
			for (const entry of theme.agendapunten ?? []) {
				const extra = byRef.get(`${theme.code}/${entry.nr}`);
				if (extra) Object.assign(entry, importFieldsOf(extra));
			}
		}
	}
	// The examples hold these three ladders too, with the versions that came before them.
	delete file.demo_smart_doelen_fictief;
	return { regionSlug: file.regio.id, fileText: JSON.stringify(file), items: example.punten };
}

function importFieldsOf({ titel_kort, trekker, betrokken, doelen }: ExampleItem) {
	const first = doelen[0];
	const smart_doelen = first && {
		rood: first.rood,
		oranje: first.oranje,
		groen: first.groen,
		donkergroen: first.donkergroen,
	};
	return { titel_kort, trekker, betrokken, ...(smart_doelen && { smart_doelen }) };
}

function readJson(name: string): unknown {
	return JSON.parse(readFileSync(join(projectRoot(), 'src/lib/server/demo', name), 'utf8'));
}
