import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAgendaFile, regionOfFile } from './agenda-file.ts';
import { NOTHING_YET, summarise, type AgendaFile } from './agenda-file-shape.ts';

type Members = Record<string, unknown>;

const REAL = readFileSync(new URL('../server/demo/utrecht-west.json', import.meta.url), 'utf8');

const item = (members: Members = {}) => ({ nr: 1, titel: 'Registratie', type: 'resultaat', ...members });
const theme = (members: Members = {}) => ({
	code: 'thuiszitters',
	naam: 'Thuiszitters',
	agendapunten: [item()],
	...members,
});
const agenda = (members: Members = {}) => ({
	id: 'a-2023',
	titel: 'Agenda 2023-2026',
	looptijd: { van: 2023, tot_en_met: 2026 },
	themas: [theme()],
	...members,
});
const file = (members: Members = {}) => ({
	regio: { id: 'a', naam: 'Regio A', ambtelijk_overleg: 'REA (overleg)', bestuurlijk_overleg: 'OOGO' },
	organisaties: [{ id: 'woerden', naam: 'Gemeente Woerden', type: 'gemeente' }],
	agendas: { een: agenda() },
	...members,
});
const withAgenda = (members: Members) => file({ agendas: { een: agenda(members) } });
const withTheme = (members: Members) => withAgenda({ themas: [theme(members)] });
const withItem = (members: Members) => withTheme({ agendapunten: [item(members)] });

function read(value: unknown): AgendaFile {
	const reading = readAgendaFile(JSON.stringify(value));
	if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
	return reading.file;
}

function problemsOf(value: unknown) {
	const reading = readAgendaFile(typeof value === 'string' ? value : JSON.stringify(value));
	return reading.ok ? [] : reading.problems;
}

describe('the real agenda', () => {
	const reading = readAgendaFile(REAL);
	const real = reading.ok ? reading.file : null;

	test('has 3 agendas, 25 items in 4 themas and its predecessors first', () => {
		expect(real && summarise(real)).toEqual({
			agendas: 3,
			themes: 8,
			items: 25,
			organisations: 23,
			goals: 3,
		});
		expect(real?.agendas.map((one) => one.slug)).toEqual(['uw-2013-2015', 'uw-2016-2018', 'uw-2019-2022']);
		expect(real?.agendas[2]?.themes.map((one) => one.items.length)).toEqual([6, 7, 5, 7]);
	});

	test('gives short names to the forum and the organisations', () => {
		expect(real?.region).toMatchObject({ officialForum: 'REA', boardForum: 'OOGO passend onderwijs' });
		const names = new Map(real?.organisations.map((one) => [one.slug, one.shortName]));
		expect(['woerden', 'rbl', 'ggd', 'mbo-rijnland', 'timon'].map((slug) => names.get(slug))).toEqual([
			'Woerden',
			'RBL',
			'GGD',
			'MBO Rijnland',
			'Timon',
		]);
	});

	test('names a theme of another agenda in the subject of a note', () => {
		const note = real?.agendas[2]?.notes.find((one) => one.text === 'Uitbouwen van bestaande trajecten');
		expect(note).toMatchObject({
			kind: 'recommendation',
			theme: null,
			subject: 'Aansluiting arbeidsmarkt en participatie',
		});
	});

	test('says which region it is for', () => {
		expect(regionOfFile(REAL)).toBe('utrecht-west');
	});
});

test('a small file is read with what it leaves out', () => {
	const [read1] = read(
		withItem({ trekker: 'woerden', betrokken: ['woerden'], smart_doelen: { rood: ' Niets ' } }),
	).agendas;
	expect(read1).toMatchObject({ cadence: 'quarter', adopted: null, predecessor: null });
	expect(read1?.themes[0]?.items[0]).toMatchObject({
		shortTitle: 'Registratie',
		kind: 'result',
		lead: 'woerden',
		involved: [],
		goals: { texts: { rood: 'Niets', oranje: null, groen: null, donkergroen: null } },
	});
});

const ITEM = 'agenda a-2023, thema thuiszitters, agendapunt 1';
const THEME = 'agenda a-2023, thema thuiszitters';
const AGENDA = 'agenda a-2023';

test.each<[string, unknown, string, RegExp]>([
	['an unknown level', withItem({ smart_doelen: { blauw: 'x' } }), ITEM, /Onbekend niveau: blauw/],
	[
		'an unknown level in the scale',
		withAgenda({ statusschaal: [{ code: 'paars' }] }),
		`${AGENDA}, statusschaal`,
		/paars/,
	],
	['an unknown type', withItem({ type: 'project' }), ITEM, /"type" heeft een onbekende waarde: project/],
	['a type that every object has', withItem({ type: 'constructor' }), ITEM, /onbekende waarde: constructor/],
	['a missing type', withItem({ type: undefined }), ITEM, /"type" ontbreekt/],
	[
		'a number that is there twice',
		withTheme({ agendapunten: [item(), item()] }),
		ITEM,
		/Nummer 1 komt twee keer voor/,
	],
	[
		'a theme that is there twice',
		withAgenda({ themas: [theme(), theme()] }),
		THEME,
		/staat twee keer in deze agenda/,
	],
	[
		'an agenda that is there twice',
		file({ agendas: { een: agenda(), twee: agenda() } }),
		AGENDA,
		/twee keer in het bestand/,
	],
	[
		'an organisation that is there twice',
		file({
			organisaties: [
				{ id: 'ggd', naam: 'GGD' },
				{ id: 'ggd', naam: 'GGD' },
			],
		}),
		'organisatie ggd',
		/staat twee keer/,
	],
	[
		'an item outside a theme',
		withAgenda({ agendapunten: [item()] }),
		`${AGENDA}, agendapunt 1`,
		/niet in een thema/,
	],
	[
		'an item of an unknown theme',
		withAgenda({ agendapunten: [item({ thema: 'jeugd' })] }),
		`${AGENDA}, agendapunt 1`,
		/"jeugd" staat niet/,
	],
	['an item under another theme', withItem({ thema: 'jeugd' }), ITEM, /noemt thema "jeugd"/],
	[
		'a goal for an item that does not exist',
		file({ demo_smart_doelen_fictief: [{ agendapunt: 'thuiszitters/9', rood: 'x' }] }),
		'demo_smart_doelen_fictief, thuiszitters/9',
		/bestaat niet/,
	],
	['a missing title', withItem({ titel: undefined }), ITEM, /titel van het agendapunt/],
	['an empty title', withItem({ titel: '  ' }), ITEM, /titel van het agendapunt/],
	['a title that is a number', withItem({ titel: 12 }), ITEM, /"titel" moet tekst zijn/],
	['a title with a null byte', withItem({ titel: 'a\u0000b' }), ITEM, /onleesbaar teken/],
	['a title with half a character', withItem({ titel: 'a\ud800b' }), ITEM, /onleesbaar teken/],
	['a title saved in an old encoding', withItem({ titel: 'Co\ufffdrdinatie' }), ITEM, /UTF-8/],
	[
		'a missing number',
		withItem({ nr: undefined }),
		`${THEME}, agendapunt op plaats 1`,
		/heel getal van 1 of meer/,
	],
	['number 0', withItem({ nr: 0 }), `${THEME}, agendapunt 0`, /heel getal van 1 of meer/],
	['half a number', withItem({ nr: 1.5 }), `${THEME}, agendapunt op plaats 1`, /heel getal van 1 of meer/],
	['a number as text', withItem({ nr: '1' }), `${THEME}, agendapunt op plaats 1`, /heel getal van 1 of meer/],
	['missing years', withAgenda({ looptijd: undefined }), AGENDA, /looptijd ontbreekt/],
	[
		'half the years',
		withAgenda({ looptijd: { van: 2023 } }),
		`${AGENDA}, looptijd`,
		/"tot_en_met" een jaartal/,
	],
	[
		'reversed years',
		withAgenda({ looptijd: { van: 2026, tot_en_met: 2023 } }),
		`${AGENDA}, looptijd`,
		/Draai de jaren om/,
	],
	['an unknown lead', withItem({ trekker: 'ggd' }), ITEM, /Onbekende organisatie bij "trekker": ggd/],
	[
		'an unknown participant',
		withItem({ betrokken: ['woerden', '__proto__'] }),
		ITEM,
		/"betrokken": __proto__/,
	],
	[
		'an unknown gemeente',
		withTheme({ inspanningen: [{ gemeente: 'x', items: [] }] }),
		`${THEME}, inspanningen`,
		/organisatie/,
	],
	[
		'an unknown predecessor',
		withAgenda({ voorganger: 'a-2020' }),
		AGENDA,
		/voorganger "a-2020" bestaat niet/,
	],
	['an agenda that follows itself', withAgenda({ voorganger: 'a-2023' }), AGENDA, /begint niet eerder/],
	[
		'donkergroen on a doorlopend item',
		withItem({ type: 'doorlopend', smart_doelen: { donkergroen: 'Klaar' } }),
		ITEM,
		/doorlopend agendapunt heeft geen donkergroen/,
	],
	[
		'an impossible date',
		withAgenda({ vastgesteld: { datum: '2023-02-30' } }),
		`${AGENDA}, vastgesteld`,
		/geen bestaande datum/,
	],
	[
		'an unknown cadence',
		withAgenda({ cadans: { status_invoer: 'per week' } }),
		`${AGENDA}, cadans`,
		/per kwartaal, per halfjaar/,
	],
	['an unknown decision level', withItem({ besluitniveau: 'landelijk' }), THEME, /procesafspraken/],
	[
		'a theme code with capitals',
		withTheme({ code: 'Thuis' }),
		`${AGENDA}, thema op plaats 1`,
		/"code" is niet bruikbaar/,
	],
	['another region', file({ agendas: { een: agenda({ regio: 'b' }) } }), AGENDA, /noemt regio "b"/],
	['no region', file({ regio: null }), 'regio', /regio ontbreekt/],
	['no agenda', file({ agendas: {} }), 'het bestand', /geen agenda/],
	['a list of agendas', file({ agendas: [agenda()] }), 'agendas', /tussen accolades/],
	['a list instead of a file', [[[]]], 'het bestand', /tussen accolades/],
	['a word instead of a file', '"agenda"', 'het bestand', /tussen accolades/],
	[
		'a list without end',
		withTheme({ agendapunten: Array.from({ length: 10_001 }, () => 7) }),
		THEME,
		/te lang: maak er hoogstens 10.000/,
	],
	['an empty file', '', 'regel 1, kolom 1', /houdt hier te vroeg op/],
	['a comma too many', '{\n "regio": {},,\n}', 'regel 2, kolom 14', /JSON niet/],
	['a quote that is never closed', '{"regio": "a', 'regel 1, kolom 13', /te vroeg op/],
	['a null byte', '{"a":1}\u0000', 'regel 1, kolom 8', /JSON niet/],
	[
		'a member that is there twice',
		'{"agendas": {},\n"agendas": {}}',
		'regel 2, kolom 1',
		/"agendas" staat hier voor de tweede keer/,
	],
	['a tower of brackets', '['.repeat(5_000_000), 'regel 1, kolom 101', /te veel haakjes/],
])('%s is a problem with its place', (_name, value, place, sentence) => {
	const found = problemsOf(value).find((problem) => problem.place === place);
	expect(found?.sentence, JSON.stringify(problemsOf(value))).toMatch(sentence);
});

test('everything that is wrong comes at once', () => {
	const wrong = withAgenda({
		titel: '',
		looptijd: null,
		themas: [theme({ agendapunten: [item({ type: 'x', trekker: 'y' })] })],
	});
	expect(problemsOf(wrong)).toHaveLength(4);
});

test('a very wrong file gives the first 200 problems and says that there are more', () => {
	const problems = problemsOf(withTheme({ agendapunten: Array.from({ length: 1000 }, () => 7) }));
	expect(problems).toHaveLength(201);
	expect(problems.at(-1)?.sentence).toContain('nog meer fouten');
});

test('a file with more items than a region can talk about is refused', () => {
	const items = Array.from({ length: 2001 }, (_, index) => item({ nr: index + 1 }));
	expect(problemsOf(withTheme({ agendapunten: items }))).toEqual([
		{
			place: 'het bestand',
			sentence: 'Er staan 2001 agendapunten in het bestand. Maak er hoogstens 2000 van.',
		},
	]);
});

test('what is already in the region may be referred to, and its agendas not used again', () => {
	const text = JSON.stringify(
		withAgenda({ voorganger: 'a-2019', themas: [theme({ agendapunten: [item({ trekker: 'ggd' })] })] }),
	);
	const around = {
		...NOTHING_YET,
		region: 'a',
		organisations: new Set(['ggd']),
		agendas: new Set(['a-2019']),
	};
	expect(readAgendaFile(text, around).ok).toBe(true);
	expect(readAgendaFile(text, { ...around, takenAgendas: new Set(['a-2023']) }).ok).toBe(false);
	expect(readAgendaFile(text, { ...around, region: 'b' })).toMatchObject({
		ok: false,
		problems: [{ place: 'regio' }],
	});
});

test('a mark at the start of the file is no problem', () => {
	expect(readAgendaFile(`\ufeff${JSON.stringify(file())}`).ok).toBe(true);
});
