/** Feeding damaged files to the import: each is imported whole or refused with a sentence, and nothing in between. */
import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '#lib/domain/errors.ts';
import type { Actor } from '#lib/domain/access.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import {
	importUpload,
	item,
	organisation,
	region,
	regionOrganisation,
	status,
} from '#lib/server/db/schema.ts';
import { importTable } from '#lib/server/imports/import-table.ts';
import { tableTemplate } from '#lib/server/imports/table-template.ts';
import { templateFile, TEMPLATE_KINDS } from '#lib/server/imports/template-file.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { rowCounter } from '../support/fill-tables.ts';
import {
	csvFile,
	docxFile,
	FILLS,
	HEADER,
	odsFile,
	odtFile,
	PLAIN,
	xlsxFile,
	type FileRow,
} from '../support/table-files.ts';
import { mutateFile, randomNumbers, type SourceFile } from './mutate-file.ts';

export interface ImportFigures {
	runs: number;
	imported: number;
	refused: number;
	/** Anything thrown that is no refusal; the runs in which it happened. */
	crashes: number[];
	/** Refused, and yet something was written: the import only adds rows, so anything it left behind shows in how many there are. */
	partialWrites: number[];
	slowestMilliseconds: number;
	peakMegabytes: number;
}

const NOW = new Date('2026-11-22T12:00:00Z');
const ACTOR: Actor = { kind: 'system', name: 'bewijs' };
const FRAME = {
	region: 'proef',
	title: 'Proef',
	startYear: '2023',
	endYear: '2026',
	cadence: 'quarter',
	period: '2026-K1',
};

const SHADED: FileRow[] = [
	HEADER,
	['1', 'Met kleur', '', { text: '', fill: FILLS.oranje }, '', '', 'Tekst', { text: '', fill: FILLS.groen }],
	['2', { text: 'Met voetnoot', hasFootnote: true }, '', '', '', '', '--', { text: 'groen', note: '2' }],
];

function freshDatabase(): Db {
	const db = openDatabase(':memory:');
	migrateDatabase(db);
	const columns = { slug: 'proef', name: 'Proef', officialForum: 'REA', boardForum: 'OOGO', createdAt: NOW };
	db.insert(region)
		.values({ id: 1, ...columns })
		.run();
	db.insert(organisation)
		.values({ id: 1, slug: 'aa', name: 'Gemeente Aa', shortName: 'Aa', kind: 'gemeente', createdAt: NOW })
		.run();
	db.insert(regionOrganisation).values({ regionId: 1, organisationId: 1 }).run();
	return db;
}

async function sourceFiles(db: Db): Promise<[SourceFile, ...SourceFile[]]> {
	const sheets = tableTemplate({ db, actor: ACTOR, now: NOW, house: HOUSE_RULES }, { region: 'proef' });
	const templates = await Promise.all(
		Object.keys(TEMPLATE_KINDS).map(async (kind): Promise<SourceFile> => {
			const file = await templateFile(sheets, kind);
			return { name: `sjabloon.${kind}`, bytes: file?.content ?? new Uint8Array() };
		}),
	);
	return [
		{
			name: 'a.docx',
			bytes: await docxFile({ heading: 'Thema A', rows: PLAIN }, { heading: 'Thema B', rows: SHADED }),
		},
		{ name: 'a.odt', bytes: odtFile([...PLAIN, ...SHADED.slice(1)]) },
		{ name: 'a.xlsx', bytes: await xlsxFile({ Preventie: SHADED, Blad2: PLAIN }) },
		{ name: 'a.ods', bytes: await odsFile({ Preventie: SHADED, Blad2: PLAIN }) },
		{ name: 'a.csv', bytes: csvFile(PLAIN) },
		...templates,
	];
}

/** `onRun` hears of every thousandth run. */
export async function runImports(
	runs: number,
	onRun: (run: number) => void = () => undefined,
): Promise<ImportFigures> {
	const random = randomNumbers(2019);
	const empty = freshDatabase();
	const files = await sourceFiles(empty);
	const bytes = empty.$client.serialize();
	let db = openDatabase(bytes);
	let rowsIn = rowCounter(db);
	const before = rowsIn();
	const figures: ImportFigures = {
		runs,
		imported: 0,
		refused: 0,
		crashes: [],
		partialWrites: [],
		slowestMilliseconds: 0,
		peakMegabytes: 0,
	};
	for (let run = 0; run < runs; run += 1) {
		const file = mutateFile(files, random);
		const input = { ...FRAME, name: file.name, content: Buffer.from(file.bytes).toString('base64') };
		const started = performance.now();
		const outcome = attempt(db, input);
		figures.slowestMilliseconds = Math.max(figures.slowestMilliseconds, performance.now() - started);
		if (outcome === 'crashed') figures.crashes.push(run);
		else figures[outcome] += 1;
		if (outcome === 'imported' ? !isWhole(db) : !isDeepStrictEqual(rowsIn(), before))
			figures.partialWrites.push(run);
		if (outcome === 'imported') {
			db.$client.close();
			db = openDatabase(bytes);
			rowsIn = rowCounter(db);
		}
		if (run % 50 === 0)
			figures.peakMegabytes = Math.max(figures.peakMegabytes, process.memoryUsage().rss / 1024 / 1024);
		if (run > 0 && run % 1000 === 0) onRun(run);
	}
	return figures;
}

function attempt(db: Db, input: unknown): 'imported' | 'refused' | 'crashed' {
	try {
		importTable({ db, actor: ACTOR, now: NOW, house: HOUSE_RULES }, input);
		return 'imported';
	} catch (failure) {
		const isSentence =
			failure instanceof DomainError && failure.code === 'invalid' && failure.message.endsWith('.');
		return isSentence ? 'refused' : 'crashed';
	}
}

function isWhole(db: Db): boolean {
	const items = db.select({ id: item.id }).from(item).all().length;
	const drafts = db.select({ id: status.id }).from(status).all().length;
	const uploads = db.select({ id: importUpload.id }).from(importUpload).all().length;
	const broken = db.$client.pragma('foreign_key_check');
	return items > 0 && drafts <= items && uploads === 1 && Array.isArray(broken) && broken.length === 0;
}
